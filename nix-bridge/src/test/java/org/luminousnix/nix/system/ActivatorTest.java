package org.luminousnix.nix.system;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.sandbox.SandboxKind;
import org.luminousnix.nix.testing.RecordingProcesses;
import org.luminousnix.nix.testing.RecordingProcesses.Answer;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ActivatorTest
{
    private static final Path SYSTEM = Path.of("/nix/store/x-nixos-system");
    private static final Answer INACTIVE = new Answer(3, "", "");

    @TempDir
    private Path systemd;

    @Test
    void activate_underSystemd_runsAUnitThatOutlivesUs()
    {
        var processes = RecordingProcesses.answering(command -> isQuestion(command) ? INACTIVE : new Answer(0, "", ""));

        var outcome = new Activator(NixLayout.ofMachine(), processes, systemd).activate(SYSTEM, ActivationMode.SWITCH, false,
                OutputLines.ignored());

        assertThat(outcome).isInstanceOf(ActivationOutcome.Activated.class);
        assertThat(processes.commands()).hasSize(2).last().satisfies(command -> {
            assertThat(command.argv()).containsExactly("systemd-run", "-E", "LOCALE_ARCHIVE", "-E", "NIXOS_INSTALL_BOOTLOADER", "-E",
                    "NIXOS_NO_CHECK",
                    "--collect", "--no-ask-password", "--pipe", "--quiet", "--service-type=exec",
                    "--unit=nixos-rebuild-switch-to-configuration",
                    "/nix/store/x-nixos-system/bin/switch-to-configuration", "switch");
            assertThat(command.environment()).containsEntry("NIXOS_INSTALL_BOOTLOADER", "0");
            assertThat(command.sandbox().kind()).isEqualTo(SandboxKind.NONE);
        });
    }

    @Test
    void activate_whileTheUnitIsActive_doesNothing()
    {
        var processes = RecordingProcesses.answering(_ -> new Answer(0, "", ""));

        var outcome = new Activator(NixLayout.ofMachine(), processes, systemd).activate(SYSTEM, ActivationMode.SWITCH, false,
                OutputLines.ignored());

        assertThat(outcome).isInstanceOf(ActivationOutcome.AlreadyRunning.class);
        assertThat(processes.commands()).singleElement().satisfies(command -> assertThat(isQuestion(command)).isTrue());
    }

    @Test
    void activate_whenSystemdRefusesTheUnit_isAlreadyRunning()
    {
        var refusal = new Answer(1, "",
                "Failed to start transient service unit: Unit nixos-rebuild-switch-to-configuration.service was already loaded or has a fragment file.");
        var processes = RecordingProcesses.answering(command -> isQuestion(command) ? INACTIVE : refusal);

        var outcome = new Activator(NixLayout.ofMachine(), processes, systemd).activate(SYSTEM, ActivationMode.SWITCH, false,
                OutputLines.ignored());

        assertThat(outcome).isInstanceOf(ActivationOutcome.AlreadyRunning.class);
    }

    @Test
    void command_inALab_neverReachesSystemd()
    {
        var lab = new NixLayout(Path.of("/l/store"), Path.of("/l/var"), Path.of("/l/nixos"), Path.of("/l/run"), Map.of("A", "b"), true);
        var processes = RecordingProcesses.answering(_ -> new Answer(0, "", ""));

        new Activator(lab, processes, systemd).activate(SYSTEM, ActivationMode.BOOT, true, OutputLines.ignored());

        assertThat(processes.commands()).singleElement().satisfies(command -> {
            assertThat(command.argv()).containsExactly("/nix/store/x-nixos-system/bin/switch-to-configuration", "boot");
            assertThat(command.environment()).containsEntry("NIXOS_INSTALL_BOOTLOADER", "1").containsEntry("A", "b");
        });
    }

    @Test
    void changes_ofADryActivation_areTakenApart()
    {
        var changes = UnitChanges.read("""
                                       would stop the following units: old.service
                                       would NOT stop the following changed units: x
                                       would reload the following units: dbus.service
                                       would restart the following units: a.service, b.service
                                       would start the following units: new.service
                                       some other line
                                       """);

        assertThat(changes.stopped()).containsExactly("old.service");
        assertThat(changes.reloaded()).containsExactly("dbus.service");
        assertThat(changes.restarted()).containsExactly("a.service", "b.service");
        assertThat(changes.started()).containsExactly("new.service");
        assertThat(changes.kept()).containsExactly("x");
    }

    private static boolean isQuestion(Command command)
    {
        return command.program().equals("systemctl");
    }
}
