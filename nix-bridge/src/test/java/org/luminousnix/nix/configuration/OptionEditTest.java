package org.luminousnix.nix.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OptionEditTest
{
    private static final String MODULE = """
                                         { config, lib, pkgs, ... }:
                                         {
                                           networking.hostName = "lab"; # the name
                                           services.openssh = {
                                             ports = [ 22 ];
                                           };
                                           services.printing.enable = lib.mkDefault false;
                                           time.timeZone = lib.mkForce "UTC";
                                           users = {
                                             users.alice = {
                                               isNormalUser = true;
                                               extraGroups = [ "wheel" ];
                                             };
                                           };

                                           system.stateVersion = "24.05";
                                         }
                                         """;

    @Test
    void set_whereTheSetIsThere_editsInTheSet()
    {
        assertThat(set(MODULE, "services.openssh.enable", NixValue.of(true)))
                .isEqualTo(MODULE.replace("    ports = [ 22 ];\n", "    ports = [ 22 ];\n    enable = true;\n"));
    }

    @Test
    void set_whereAParentSetIsThere_writesTheRestDotted()
    {
        assertThat(set(MODULE, "users.mutableUsers", NixValue.of(false))).contains("    };\n    mutableUsers = false;\n  };\n");
    }

    @Test
    void set_whereDottedSiblingsAre_goesBehindThem()
    {
        assertThat(set(MODULE, "networking.firewall.enable", NixValue.of(true)))
                .contains("\"lab\"; # the name\n  networking.firewall.enable = true;\n  services");
    }

    @Test
    void set_whereNothingIsLikeIt_goesBeforeTheStateVersion()
    {
        assertThat(set(MODULE, "boot.loader.timeout", NixValue.of(3)))
                .contains("  };\n\n  boot.loader.timeout = 3;\n\n  system.stateVersion");
    }

    @Test
    void set_ofAValueInMkDefault_keepsMkDefault()
    {
        assertThat(set(MODULE, "services.printing.enable", NixValue.of(true))).contains("services.printing.enable = lib.mkDefault true;");
    }

    @Test
    void set_ofAValueInMkForce_keepsMkForce()
    {
        assertThat(set(MODULE, "time.timeZone", NixValue.of("Europe/Berlin"))).contains("time.timeZone = lib.mkForce \"Europe/Berlin\";");
    }

    @Test
    void set_ofAValueInMkIf_keepsItAndSaysSo()
    {
        String text = "{ config, lib, ... }: { a.b = lib.mkIf config.c false; }\n";

        EditResult result = apply(text, ConfigurationEdit.setOption("a.b", NixValue.of(true)));

        assertThat(result).isInstanceOfSatisfying(EditResult.Edited.class, edited -> {
            assertThat(edited.files().getFirst().after()).isEqualTo("{ config, lib, ... }: { a.b = lib.mkIf config.c true; }\n");
            assertThat(edited.notes()).containsExactly("the value at configuration.nix:1:25 counts only under its condition");
        });
    }

    @Test
    void set_ofTheValueThatIsThere_saysSo()
    {
        assertThat(apply(MODULE, ConfigurationEdit.setOption("networking.hostName", NixValue.of("lab"))))
                .isEqualTo(new EditResult.Unchanged("networking.hostName has this value already: configuration.nix:3:3"));
    }

    @Test
    void set_ofASet_isMergedIntoWhatIsThere()
    {
        Map<String, NixValue> values = new LinkedHashMap<>();
        values.put("enable", NixValue.of(true));
        values.put("settings", NixValue.of(Map.of("PermitRootLogin", NixValue.of("no"))));

        assertThat(set(MODULE, "services.openssh", NixValue.of(values)))
                .contains("    ports = [ 22 ];\n    enable = true;\n    settings = {\n      PermitRootLogin = \"no\";\n    };\n  };\n");
    }

    @Test
    void set_ofAComputedValue_isRefusedWithAPatch()
    {
        EditResult result = apply("{ lib, ... }: {\n  a.b = lib.mkMerge [ 1 2 ];\n}\n", ConfigurationEdit.setOption("a.b", NixValue.of(3)));

        assertThat(result).isInstanceOfSatisfying(EditResult.Refused.class,
                refused -> assertThat(refused.patch()).contains("-  a.b = lib.mkMerge [ 1 2 ];\n+  a.b = 3;\n"));
    }

    @Test
    void set_belowAValueFromElsewhere_isRefusedWithTheLine()
    {
        assertThat(apply("{ ... }: { services = import ./services.nix; }",
                ConfigurationEdit.setOption("services.openssh.enable", NixValue.of(true))))
                .isEqualTo(new EditResult.Refused("there is no set in which services.openssh.enable could be written",
                        "services.openssh.enable = true;\n"));
    }

    @Test
    void set_ofAFileThatDoesNotParse_isRefusedWithThePlace()
    {
        assertThat(apply("{ ... }: {\n  a = 1\n}\n", ConfigurationEdit.setOption("b", NixValue.of(1))))
                .isEqualTo(new EditResult.Refused("configuration.nix:3:1: expected ';' after the value of a, found '}'", ""));
    }

    @ParameterizedTest
    @CsvSource({"services.openssh.enable", "users.mutableUsers", "networking.firewall.enable", "boot.loader.timeout",
        "users.users.bob.isNormalUser", "programs.zsh.enable"})
    void setThenUnset_ofSomethingNew_leavesTheSameBytes(String option)
    {
        for (String text : List.of(MODULE, MODULE.replace("\n", "\r\n"), MODULE.replace("  ", "\t"), MODULE.strip())) {
            Configuration configuration = Configuration.parse(text);
            EditResult.Edited edited = (EditResult.Edited) configuration
                    .apply(List.of(ConfigurationEdit.setOption(option, NixValue.of(true))));

            EditResult back = configuration.after(edited).apply(List.of(ConfigurationEdit.unsetOption(option)));

            assertThat(((EditResult.Edited) back).files().getFirst().after()).isEqualTo(text);
        }
    }

    @Test
    void unset_ofAnOptionWithAComment_takesTheCommentOfItsLineToo()
    {
        assertThat(after(MODULE, ConfigurationEdit.unsetOption("networking.hostName")))
                .isEqualTo(MODULE.replace("  networking.hostName = \"lab\"; # the name\n", ""));
    }

    @Test
    void unset_ofASetWrittenInPieces_takesAllPieces()
    {
        String text = "{ ... }: {\n  a.b = 1;\n  c = 2;\n  a.d = 3;\n}\n";

        assertThat(after(text, ConfigurationEdit.unsetOption("a"))).isEqualTo("{ ... }: {\n  c = 2;\n}\n");
    }

    @Test
    void unset_ofAnInheritedName_leavesTheOthers()
    {
        assertThat(after("{ a, b, ... }: { inherit a b; }", ConfigurationEdit.unsetOption("b"))).isEqualTo("{ a, b, ... }: { inherit a; }");
    }

    @Test
    void unset_ofWhatIsNotSet_saysSo()
    {
        assertThat(apply(MODULE, ConfigurationEdit.unsetOption("a.b"))).isEqualTo(new EditResult.Unchanged("a.b is not set"));
    }

    @Test
    void addToList_ofAList_addsAtItsEnd()
    {
        assertThat(after(MODULE, new ConfigurationEdit.AddToList(OptionPath.parse("users.users.alice.extraGroups"), NixValue.of("docker"))))
                .isEqualTo(MODULE.replace("[ \"wheel\" ]", "[ \"wheel\" \"docker\" ]"));
    }

    @Test
    void addToList_ofWhatIsThere_saysSo()
    {
        assertThat(apply(MODULE, new ConfigurationEdit.AddToList(OptionPath.parse("services.openssh.ports"), NixValue.of(22))))
                .isEqualTo(new EditResult.Unchanged("22 is in services.openssh.ports already: configuration.nix:5:15"));
    }

    @Test
    void addThenRemove_inAListThatIsNotThere_leavesTheSameBytes()
    {
        OptionPath option = OptionPath.parse("networking.firewall.allowedTCPPorts");
        Configuration configuration = Configuration.parse(MODULE);
        Configuration added = configuration
                .after((EditResult.Edited) configuration.apply(List.of(new ConfigurationEdit.AddToList(option, NixValue.of(80)))));

        EditResult removed = added.apply(List.of(new ConfigurationEdit.RemoveFromList(option, NixValue.of(80))));

        assertThat(((EditResult.Edited) removed).files().getFirst().after()).isEqualTo(MODULE);
    }

    @Test
    void addImport_whereNoneIs_goesFirst()
    {
        EditResult result = apply(MODULE, new ConfigurationEdit.AddImport(new NixValue.Path("./gaming.nix")));

        assertThat(((EditResult.Edited) result).files().getFirst().after())
                .contains("{\n  # Added by ask-nix.\n  imports = [\n    ./gaming.nix\n  ];\n  networking.hostName");
    }

    @Test
    void addImport_besideConfig_goesIntoTheModule()
    {
        String text = "{ ... }: {\n  imports = [ ./a.nix ];\n  config = { x = 1; };\n}\n";

        assertThat(after(text, new ConfigurationEdit.AddImport(new NixValue.Path("./b.nix"))))
                .isEqualTo(text.replace("./a.nix ]", "./a.nix ./b.nix ]"));
    }

    @Test
    void addUser_whoIsNew_getsASet()
    {
        assertThat(after(MODULE, new ConfigurationEdit.AddUser("bob", Optional.of("Bob \"the ${builder}\""), List.of("wheel", "audio"))))
                .contains(
                        "    users.bob = {\n      isNormalUser = true;\n      description = \"Bob \\\"the \\${builder}\\\"\";\n      extraGroups = [ \"wheel\" \"audio\" ];\n    };\n  };\n");
    }

    @Test
    void addUser_whoIsThere_isCompleted()
    {
        assertThat(after(MODULE, new ConfigurationEdit.AddUser("alice", Optional.empty(), List.of("wheel", "audio"))))
                .isEqualTo(MODULE.replace("[ \"wheel\" ]", "[ \"wheel\" \"audio\" ]"));
    }

    @Test
    void removeUser_leavesTheRest()
    {
        assertThat(after(MODULE, new ConfigurationEdit.RemoveUser("alice"))).contains("  users = {\n  };\n");
    }

    @Test
    void addPackage_toAUserWithADynamicName_findsTheSet()
    {
        String text = """
                      { pkgs, ... }:
                      let
                        user = "alice";
                      in
                      {
                        users.users.${user} = {
                          packages = with pkgs; [ vim ];
                        };
                      }
                      """;

        assertThat(after(text, new ConfigurationEdit.AddPackage(OptionPath.parse("users.users.alice.packages"), OptionPath.of("git"))))
                .isEqualTo(text.replace("[ vim ]", "[ vim git ]"));
    }

    @Test
    void addPackage_toAHomeWithinTheSystem_findsTheList()
    {
        String text = "{ pkgs, ... }: {\n  home-manager.users.alice = { pkgs, ... }: {\n    home.packages = [ pkgs.vim ];\n  };\n}\n";

        assertThat(after(text, new ConfigurationEdit.AddPackage(OptionPath.parse("home.packages"), OptionPath.of("git"))))
                .isEqualTo(text.replace("pkgs.vim ]", "pkgs.vim pkgs.git ]"));
    }

    @Test
    void where_ofAnOption_saysEveryPlaceAndLiteral()
    {
        assertThat(Configuration.parse(MODULE).where(OptionPath.parse("services.openssh.ports"))).hasSize(1)
                .first().satisfies(place -> {
                    assertThat(place.line()).isEqualTo(5);
                    assertThat(place.column()).isEqualTo(5);
                    assertThat(place.written()).isEqualTo("[ 22 ]");
                    assertThat(place.value()).contains(NixValue.of(List.of(NixValue.of(22))));
                });
    }

    @Test
    void removePackage_withANeighbourOfALongerName_leavesTheNeighbour()
    {
        String text = "{ pkgs, ... }: { environment.systemPackages = with pkgs; [ vim-full vim python3Packages.numpy vimPlugins.vim ]; }";

        assertThat(after(text, ConfigurationEdit.removePackage("vim"))).isEqualTo(text.replace(" vim ", " "));
    }

    @Test
    void removePackage_withAPath_takesThatPath()
    {
        String text = "{ pkgs, ... }: { environment.systemPackages = with pkgs; [ numpy pkgs.python3Packages.numpy (with kdePackages; kate) kdePackages.kate ]; }";

        assertThat(after(text, ConfigurationEdit.removePackage("python3Packages.numpy")))
                .isEqualTo(text.replace(" pkgs.python3Packages.numpy", ""));
    }

    @Test
    void removePackage_beforeAClosingBracketBehindAComment_keepsTheBracketOutOfTheComment()
    {
        String text = "{ pkgs, ... }: { environment.systemPackages = with pkgs; [ a # b\n c ]; }";

        assertThat(after(text, ConfigurationEdit.removePackage("c")))
                .isEqualTo("{ pkgs, ... }: { environment.systemPackages = with pkgs; [ a # b\n ]; }");
    }

    private static String set(String text, String option, NixValue value)
    {
        return after(text, ConfigurationEdit.setOption(option, value));
    }

    private static String after(String text, ConfigurationEdit edit)
    {
        EditResult result = apply(text, edit);
        assertThat(result).isInstanceOf(EditResult.Edited.class);
        return ((EditResult.Edited) result).files().getFirst().after();
    }

    private static EditResult apply(String text, ConfigurationEdit edit)
    {
        return Configuration.parse(text).apply(List.of(edit));
    }
}
