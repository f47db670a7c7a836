package org.luminousnix.nix.lab;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;
import org.luminousnix.nix.process.Completed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/// What a system of the lab holds, and what it does when it is switched to.
class LabSystemTest
{
    @TempDir
    private static Path directory;

    private static TestingLab lab;

    @BeforeAll
    static void prepare()
    {
        lab = TestingLab.prepared(directory);
    }

    @BeforeEach
    void reset()
    {
        lab.reset();
    }

    @Test
    void prepare_freshLab_activatesGenerationOne() throws IOException
    {
        Path system = lab.layout().currentSystem().toRealPath();

        assertThat(Files.readSymbolicLink(lab.layout().systemProfile())).hasToString("system-1-link");
        assertThat(lab.layout().systemProfile().toRealPath()).isEqualTo(system);
        assertThat(lab.layout().bootedSystem().toRealPath()).isEqualTo(system);
        assertThat(system.getFileName().toString()).endsWith("-nixos-system-nixos-24.11.lab");
    }

    @Test
    void prepare_secondTime_leavesEverythingAsItIs() throws IOException
    {
        List<String> log = Files.readAllLines(lab.lab().switchLog());

        Path system = lab.lab().prepare(lab.processes());

        assertThat(system).isEqualTo(lab.layout().currentSystem().toRealPath());
        assertThat(Files.readAllLines(lab.lab().switchLog())).isEqualTo(log);
    }

    @Test
    void toplevel_holdsWhatNixosHas()
    {
        Path system = lab.layout().currentSystem();

        assertThat(system.resolve("sw/bin/vim")).isExecutable();
        assertThat(system.resolve("etc/hostname")).hasContent("nixos");
        assertThat(system.resolve("etc/profiles/per-user/alice/bin/tree")).isExecutable();
        assertThat(system.resolve("nixos-version")).hasContent("24.11.lab");
        assertThat(system.resolve("kernel-modules/lib/modules/6.6.63")).isDirectory();
        for (String file : List.of("system", "init-interface-version", "kernel-params", "activate", "dry-activate", "init", "kernel",
                "specialisation")) {
            assertThat(system.resolve(file)).exists();
        }
    }

    @Test
    void switchTo_enabledService_startsItsUnitAndRecordsIt() throws IOException
    {
        Completed completed = apply("services.openssh.enable = true;", "switch").orThrow();

        assertThat(completed.error().text()).contains("activating the configuration...", "reloading the following units: firewall.service",
                "starting the following units: sshd.service", "the following new units were started: sshd.service");
        assertThat(lab.layout().currentSystem().resolve("etc/systemd/system/sshd.service")).content().contains("ExecStart=", "/bin/sshd");
        assertThat(lab.layout().currentSystem().resolve("sw/bin/ssh")).exists();
        assertThat(last().get("started").elements()).containsExactly(new Json.Text("sshd.service"));
        assertThat(last().get("action")).isEqualTo(new Json.Text("switch"));
        assertThat(Files.readSymbolicLink(lab.layout().systemProfile())).hasToString("system-2-link");
    }

    @Test
    void switchTo_writesTheBootMenuWithTheProfileAsDefault()
    {
        apply("boot.kernelParams = [ \"quiet\" ];", "switch").orThrow();

        Path loader = lab.lab().root().resolve("boot/loader");
        assertThat(loader.resolve("loader.conf")).content().contains("default nixos-generation-2.conf", "timeout 5");
        assertThat(loader.resolve("entries/nixos-generation-1.conf")).exists();
        assertThat(loader.resolve("entries/nixos-generation-2.conf")).content().contains("/init quiet",
                "version Generation 2 NixOS 24.11.lab");
    }

    @Test
    void boot_leavesTheCurrentSystemAlone() throws IOException
    {
        Path before = lab.layout().currentSystem().toRealPath();

        apply("services.openssh.enable = true;", "boot").orThrow();

        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(before);
        assertThat(lab.lab().root().resolve("boot/loader/loader.conf")).content().contains("default nixos-generation-2.conf");
        assertThat(last().get("action")).isEqualTo(new Json.Text("boot"));
    }

    @Test
    void test_activatesWithoutTouchingTheBootMenu() throws IOException
    {
        Path built = build("services.openssh.enable = true;");

        lab.run(built + "/bin/switch-to-configuration", "test").orThrow();

        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(built);
        assertThat(lab.lab().root().resolve("boot/loader/loader.conf")).content().contains("default nixos-generation-1.conf");
    }

    @Test
    void dryActivate_saysWhatItWouldDoAndDoesNothing() throws IOException
    {
        Path before = lab.layout().currentSystem().toRealPath();
        Path built = build("services.openssh.enable = true; networking.networkmanager.enable = lib.mkForce false;");

        Completed completed = lab.run(built + "/bin/switch-to-configuration", "dry-activate").orThrow();

        assertThat(completed.error().text()).contains("would stop the following units: NetworkManager.service",
                "would activate the configuration...", "would start the following units: sshd.service");
        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(before);
    }

    @Test
    void switchTo_changedUnit_restartsIt() throws IOException
    {
        apply("services.openssh.enable = true;", "switch").orThrow();

        Completed completed = apply("services.openssh.enable = true; services.openssh.settings.PasswordAuthentication = false;", "switch")
                .orThrow();

        assertThat(completed.error().text()).contains("restarting the following units: sshd.service");
        assertThat(lab.layout().currentSystem().resolve("etc/ssh/sshd_config")).content().contains("PasswordAuthentication no");
    }

    @Test
    void switchTo_unitWithoutProgram_endsWithFour() throws IOException
    {
        Completed completed = apply(
                "systemd.services.mine = { wantedBy = [ \"multi-user.target\" ]; serviceConfig.ExecStart = \"/nowhere/mine\"; };",
                "switch");

        assertThat(completed.exitCode()).isEqualTo(4);
        assertThat(completed.error().text()).contains("warning: the following units failed: mine.service");
        assertThat(last().get("failed").elements()).containsExactly(new Json.Text("mine.service"));
    }

    @Test
    void switchTo_failingActivationScript_endsWithTwo() throws IOException
    {
        Completed completed = apply("system.activationScripts.mine = \"exit 3\";", "switch");

        assertThat(completed.exitCode()).isEqualTo(2);
        assertThat(completed.error().text()).contains("Activation script snippet 'mine' failed");
        assertThat(last().get("exit").asLong()).hasValue(2);
    }

    @Test
    void switchTo_failingCheck_endsWithOneBeforeAnything() throws IOException
    {
        Path before = lab.layout().currentSystem().toRealPath();

        assertThat(apply("system.preSwitchChecks.mine = \"exit 1\";", "switch").exitCode()).isEqualTo(1);
        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(before);
    }

    @Test
    void switchTo_otherInit_asksForARestart() throws IOException
    {
        Path before = lab.layout().currentSystem().toRealPath();

        assertThat(apply("system.boot.loader.initInterface = \"another\";", "switch").exitCode()).isEqualTo(100);
        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(before);
    }

    @Test
    void switchTo_bootMenuThatCannotBeWritten_endsWithOne() throws IOException
    {
        Path loader = lab.lab().root().resolve("boot/loader");
        lab.run("rm", "-r", loader.toString()).orThrow();
        Files.writeString(loader, "in the way");

        Completed completed = apply("services.openssh.enable = true;", "switch");

        assertThat(completed.exitCode()).isEqualTo(1);
        assertThat(completed.error().text()).contains("Failed to install bootloader");
    }

    @Test
    void switchTo_systemWithEveryService_findsEveryProgram() throws IOException
    {
        apply("""
              services = {
                openssh.enable = true; printing.enable = true; avahi.enable = true; tailscale.enable = true; syncthing.enable = true;
                jellyfin.enable = true; nginx.enable = true; postgresql.enable = true; mysql.enable = true; redis.servers."".enable = true;
                fail2ban.enable = true; home-assistant.enable = true; caddy.enable = true; fwupd.enable = true; tlp.enable = true;
                thermald.enable = true; upower.enable = true; cron.enable = true; xrdp.enable = true; samba.enable = true;
                adguardhome.enable = true; blocky.enable = true; vaultwarden.enable = true; transmission.enable = true;
                mosquitto.enable = true; grafana.enable = true; prometheus.enable = true; ollama.enable = true; mullvad-vpn.enable = true;
                tor.enable = true; dnsmasq.enable = true; gitea.enable = true; forgejo.enable = true; flatpak.enable = true;
                pipewire.enable = true; openvpn.servers.work.config = ""; nextcloud.enable = true; nextcloud.hostName = "cloud";
              };
              hardware.bluetooth.enable = true;
              virtualisation = { docker.enable = true; libvirtd.enable = true; waydroid.enable = true; incus.enable = true; };
              """, "switch").orThrow();

        assertThat(last().get("started").elements()).hasSizeGreaterThan(40);
        assertThat(last().get("failed").elements()).isEmpty();
    }

    @Test
    void collection_ofGarbage_keepsTheCurrentSystem() throws IOException
    {
        Path built = build("services.openssh.enable = true;");
        lab.run(built + "/bin/switch-to-configuration", "test").orThrow();
        Path unused = build("services.tlp.enable = true;");

        lab.run("nix-collect-garbage").orThrow();

        assertThat(built).exists();
        assertThat(unused).doesNotExist();
        assertThat(lab.layout().bootedSystem().toRealPath()).exists();
    }

    @Test
    void template_everyCommentedLine_worksWhenItIsUncommented()
    {
        lab.configure(lab.configuration()
                .replaceAll("(?m)^  # networking.wireless.enable.*$", "")
                .replace("[ ... ]", "[ 80 ]")
                .replace("pulseaudio.enable = true", "pulseaudio.enable = false")
                .replaceAll("(?m)^  # ((?:networking|console|services|programs|system)[.a-zA-Z]* = |  [a-zA-Z.]+ = |\\};)", "  $1")
                .replace("    # wget", "    wget"));

        assertThat(lab.configuration()).contains("\n  console = {", "\n  services.openssh.enable = true;",
                "\n  programs.firefox.enable = true;",
                "\n  system.copySystemConfiguration = true;");
        Path built = Path.of(lab.output("nix-build", "<nixpkgs/nixos>", "-A", "system", "--no-out-link"));
        assertThat(built.resolve("configuration.nix")).exists();
        assertThat(built.resolve("sw/bin/firefox")).exists();
    }

    @Test
    void switchTo_unknownAction_endsWithOne()
    {
        assertThat(lab.run(lab.layout().currentSystem() + "/bin/switch-to-configuration", "fly").exitCode()).isEqualTo(1);
    }

    @Test
    void rollback_toGenerationOne_bringsTheOldSystemBack() throws IOException
    {
        Path before = lab.layout().currentSystem().toRealPath();
        apply("environment.systemPackages = [ pkgs.ripgrep ];", "switch").orThrow();
        assertThat(lab.output(lab.layout().currentSystem() + "/sw/bin/rg")).isEqualTo("ripgrep 14.1.1");

        lab.run("nix-env", "--profile", lab.layout().systemProfile().toString(), "--rollback").orThrow();
        lab.run(lab.layout().systemProfile() + "/bin/switch-to-configuration", "switch").orThrow();

        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(before);
        assertThat(lab.layout().currentSystem().resolve("sw/bin/rg")).doesNotExist();
    }

    @Test
    void specialisation_isASystemOfItsOwn()
    {
        Path built = build("specialisation.light.configuration.services.tlp.enable = true;");

        assertThat(built.resolve("specialisation/light/etc/systemd/system/tlp.service")).exists();
        assertThat(built.resolve("etc/systemd/system/tlp.service")).doesNotExist();
    }

    @Test
    void collision_ofProgramsOfTwoPackages_isToldInTheLogOfTheBuild()
    {
        write("environment.systemPackages = [ pkgs.rofi pkgs.rofi-wayland ];");

        assertThat(lab.run("nix-build", "<nixpkgs/nixos>", "-A", "system", "--no-out-link").orThrow().error().text())
                .contains("pkgs.buildEnv warning: colliding subpath (ignored): `");
    }

    private static Completed apply(String lines, String action)
    {
        Path built = build(lines);
        lab.run("nix-env", "--profile", lab.layout().systemProfile().toString(), "--set", built.toString()).orThrow();
        return lab.run(Map.of("NIXOS_INSTALL_BOOTLOADER", "1"), built + "/bin/switch-to-configuration", action);
    }

    private static Path build(String lines)
    {
        write(lines);
        return Path.of(lab.output("nix-build", "<nixpkgs/nixos>", "-A", "system", "--no-out-link"));
    }

    private static void write(String lines)
    {
        lab.write("etc/nixos/extra.nix", "{ config, lib, pkgs, ... }:\n{\n  " + lines + "\n}\n");
        lab.configure(lab.configuration().replace("[ # Include the results of the hardware scan.", "[ ./extra.nix"));
    }

    private static Map<String, Json> last() throws IOException
    {
        return ((Json.Members) JsonReader.read(Files.readAllLines(lab.lab().switchLog()).getLast())).values();
    }
}
