package org.luminousnix.nix.lab;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;
import org.luminousnix.nix.process.Completed;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/// What a configuration evaluates to, and in which words a wrong one is refused.
class LabModulesTest
{
    @TempDir
    private static Path directory;

    private static TestingLab lab;

    @BeforeAll
    static void layOut()
    {
        lab = TestingLab.laidOut(directory, LabStyle.CHANNEL);
    }

    @Test
    void value_hostName_isThatOfTheConfiguration()
    {
        assertThat(lab.output("nix-instantiate", "--eval", "<nixpkgs/nixos>", "-A", "config.networking.hostName")).isEqualTo("\"nixos\"");
    }

    @Test
    void unknownOption_isRefusedWithItsDefinition()
    {
        assertThat(refusal("services.ngnix.enable = true;")).contains(
                "error: The option `services.ngnix' does not exist. Definition values:",
                "- In `" + extra() + "':", "{", "enable = true;");
    }

    @Test
    void wrongType_isRefusedWithTheTypeAndTheValue()
    {
        assertThat(refusal("services.openssh.enable = \"yes\";"))
                .contains("error: A definition for option `services.openssh.enable' is not of type `boolean'. Definition values:",
                        "- In `" + extra() + "': \"yes\"");
    }

    @Test
    void wrongTypeInAList_namesTheEntry()
    {
        assertThat(refusal("networking.firewall.allowedTCPPorts = [ 22 70000 ];"))
                .contains("A definition for option `networking.firewall.allowedTCPPorts.[definition 1-entry 2]' is not of type "
                        + "`16 bit unsigned integer; between 0 and 65535 (both inclusive)'.");
    }

    @Test
    void wrongChoice_isRefusedWithTheChoices()
    {
        assertThat(refusal("services.logind.lidSwitch = \"explode\";")).contains("is not of type `one of \"ignore\", \"poweroff\",");
    }

    @Test
    void conflictingDefinitions_areRefusedWithTheWayOut()
    {
        assertThat(refusal("networking.hostName = \"zeus\";"))
                .contains("error: The option `networking.hostName' has conflicting definition values:", "- In `" + extra() + "': \"zeus\"",
                        "configuration.nix': \"nixos\"",
                        "Use `lib.mkForce value' or `lib.mkDefault value' to change the priority on any of these definitions.");
    }

    @Test
    void failedAssertion_isSaid()
    {
        assertThat(refusal("users.users.bob = { };")).contains("Failed assertions:",
                "- Exactly one of users.users.bob.isSystemUser and users.users.bob.isNormalUser must be set.",
                "- users.users.bob.group is unset.");
    }

    @Test
    void missingValue_isRefused()
    {
        assertThat(refusal("services.nextcloud.enable = true;"))
                .contains("The option `services.nextcloud.hostName' was accessed but has no value defined. Try setting the option.");
    }

    @Test
    void setInPlaceOfValue_isRefused()
    {
        assertThat(refusal("networking = true;")).contains("trying to define a value of type `bool'", "rather than an attribute set",
                "`networking'!");
    }

    @Test
    void readOnlyOption_isRefused()
    {
        assertThat(refusal("system.nixos.release = \"1\";"))
                .contains("The option `system.nixos.release' is read-only, but it's set multiple times.");
    }

    @Test
    void configBesideOptions_isRefused()
    {
        assertThat(refusal("config = { }; networking.domain = \"x\";"))
                .contains(
                        "has an unsupported attribute `networking'. This is caused by introducing a top-level `config' or `options' attribute.");
    }

    @Test
    void undefinedVariable_isRefusedByNix()
    {
        assertThat(refusal("environment.systemPackages = [ ripgrep ];")).contains("undefined variable 'ripgrep'");
    }

    @Test
    void missingPackage_isRefusedByNix()
    {
        assertThat(refusal("environment.systemPackages = [ pkgs.ripgrepp ];")).contains("attribute 'ripgrepp' missing");
    }

    @Test
    void removedOption_isRefusedWithItsFile()
    {
        assertThat(refusal("services.xserver.startGnuPGAgent = true;")).contains(
                "- The option definition `services.xserver.startGnuPGAgent' in `" + extra()
                        + "' no longer has any effect; please remove it.");
    }

    @Test
    void renamedOption_worksWithAWarning()
    {
        Completed completed = evaluate("services.xserver.layout = \"de\";", "config.services.xserver.xkb.layout");

        assertThat(completed.orThrow().output().text().strip()).isEqualTo("\"de\"");
        assertThat(evaluate("services.xserver.layout = \"de\";", "config.warnings").output().text())
                .contains("The option `services.xserver.layout' defined in `" + extra()
                        + "' has been renamed to `services.xserver.xkb.layout'.");
    }

    @Test
    void priorities_forceGoesBeforePlainBeforeDefault()
    {
        assertThat(value("networking.hostName = lib.mkForce \"zeus\";", "config.networking.hostName")).isEqualTo("\"zeus\"");
        assertThat(value("networking.hostName = lib.mkDefault \"zeus\";", "config.networking.hostName")).isEqualTo("\"nixos\"");
    }

    @Test
    void order_beforeAndAfter_arrangeLists()
    {
        assertThat(value(
                "networking.nameservers = lib.mkMerge [ (lib.mkAfter [ \"c\" ]) [ \"b\" ] (lib.mkBefore [ \"a\" ]) (lib.mkIf false [ \"d\" ]) ];",
                "config.networking.nameservers")).isEqualTo("[\"a\",\"b\",\"c\"]");
    }

    @Test
    void condition_overWholeModule_mayDependOnOtherOptions()
    {
        assertThat(value(
                "imports = [ ({ config, ... }: { config = lib.mkIf config.programs.zsh.enable { time.timeZone = lib.mkForce \"UTC\"; }; }) ];"
                        + " programs.zsh.enable = true;",
                "config.time.timeZone")).isEqualTo("\"UTC\"");
    }

    @Test
    void freeform_nixSettings_takeWhatIsNotDeclared()
    {
        assertThat(value("nix.settings.experimental-features = [ \"flakes\" ]; nix.settings.cores = 3;", "config.nix.settings"))
                .contains("\"experimental-features\":[\"flakes\"]", "\"cores\":3", "\"max-jobs\":\"auto\"");
    }

    @Test
    void unfreePackage_inASystem_isRefusedUnlessAllowed()
    {
        assertThat(refusal("environment.systemPackages = [ pkgs.vscode ];"))
                .contains("has an unfree license (‘unfree’), refusing to evaluate.");
        assertThat(evaluate("nixpkgs.config.allowUnfree = true; environment.systemPackages = [ pkgs.vscode ];",
                "config.system.build.toplevel.drvPath")
                .succeeded()).isTrue();
    }

    @Test
    void overlay_addsAPackage()
    {
        assertThat(value("nixpkgs.overlays = [ (final: prev: { mine = prev.ripgrep; }) ];", "pkgs.mine.name"))
                .isEqualTo("\"ripgrep-14.1.1\"");
    }

    @Test
    void switches_eachAlone_giveASystemUnlessTheyNeedMore()
    {
        Path file = lab.write("switches.nix",
                """
                let
                  evaluated = import <nixpkgs/nixos/lib/eval-config.nix> {
                    system = builtins.currentSystem;
                    modules = [ <nixos-config> { nixpkgs.config.allowUnfree = true; } ];
                  };
                  inherit (evaluated) lib;
                  options = tree: lib.concatMap (node: if lib.isOption node then [ node ] else options node) (lib.attrValues tree);
                  isSwitch = option: !(option.internal or false) && lib.last option.loc == "enable" && option.type.name == "bool";
                  switches = lib.filter isSwitch (options (removeAttrs evaluated.options [ "_module" ]));
                  on = option: evaluated.extendModules { modules = [ { config = lib.setAttrByPath option.loc (lib.mkForce true); } ]; };
                  works = option: (builtins.tryEval (on option).config.system.build.toplevel.drvPath).success;
                in
                assert lib.length switches > 140;
                map (option: lib.showOption option.loc) (lib.filter (option: !works option) switches)
                """);

        assertThat(lab.output("nix-instantiate", "--eval", "--strict", "--json", file.toString()))
                .isEqualTo("[\"boot.loader.grub.enable\",\"networking.wireless.enable\",\"services.nextcloud.enable\"]");
    }

    @Test
    void documentation_isInTheFormatOfAChannel()
    {
        Map<String, Json> options = ((Json.Members) JsonReader
                .read(lab.output("nix-instantiate", "--eval", "--strict", "--json", "<nixpkgs/nixos>", "-A", "optionsDocumentation")))
                .values();

        assertThat(options).hasSizeGreaterThan(500).containsKeys("environment.systemPackages", "users.users.<name>.extraGroups",
                "services.openssh.settings.PermitRootLogin", "networking.interfaces.<name>.ipv4.addresses.*.prefixLength");
        assertThat(options.values()).allSatisfy(option -> assertThat(((Json.Members) option).values()).containsKeys("type", "description",
                "declarations", "loc", "readOnly"));
        assertThat(options.get("services.openssh.enable").member("type").flatMap(Json::asText)).contains("boolean");
        assertThat(options.get("services.openssh.enable").member("default").flatMap(found -> found.member("text")).flatMap(Json::asText))
                .contains("false");
    }

    private static String refusal(String lines)
    {
        Completed completed = evaluate(lines, "config.system.build.toplevel.drvPath");
        assertThat(completed.succeeded()).isFalse();
        return completed.error().text();
    }

    private static String value(String lines, String attribute)
    {
        return evaluate(lines, attribute).orThrow().output().text().strip();
    }

    private static Completed evaluate(String lines, String attribute)
    {
        lab.write("etc/nixos/extra.nix", "{ config, lib, pkgs, ... }:\n{\n  " + lines + "\n}\n");
        Path both = lab.write("etc/nixos/both.nix", "{ imports = [ ./configuration.nix ./extra.nix ]; }");
        return lab.run(Map.of("NIXOS_CONFIG", both.toString()), "nix-instantiate", "--eval", "--strict", "--json", "<nixpkgs/nixos>", "-A",
                attribute);
    }

    private static Path extra()
    {
        return lab.layout().nixos().resolve("extra.nix");
    }
}
