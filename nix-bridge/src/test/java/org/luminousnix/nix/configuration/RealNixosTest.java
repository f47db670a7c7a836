package org.luminousnix.nix.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Edits configurations as people write them and evaluates them with the modules of a real NixOS.
///
/// The directory of a nixpkgs tree is given by `LUMINOUS_NIX_NIXPKGS`; without it these tests are skipped. Each needs about ten seconds.
class RealNixosTest
{
    private static final String NIXPKGS = System.getenv("LUMINOUS_NIX_NIXPKGS");

    private static final List<ConfigurationEdit> EDITS = List.of(ConfigurationEdit.addPackage("ripgrep"),
            ConfigurationEdit.setOption("services.fail2ban.enable", NixValue.of(true)),
            ConfigurationEdit.setOption("services.openssh.enable", NixValue.of(true)),
            ConfigurationEdit.setOption("time.timeZone", NixValue.of("Europe/Lisbon")),
            new ConfigurationEdit.AddUser("newcomer", Optional.of("New \"quoted\" ${comer}"), List.of("wheel")));

    // What the machine would bring along; what is written in Haskell is stood in for, since a tree may lack the file of all its packages.
    private static final String MACHINE = """
                                          { lib, ... }: {
                                            boot.loader.grub.device = "nodev";
                                            fileSystems."/" = { device = "/dev/sda1"; fsType = "ext4"; };
                                            nix.settings.substituters = lib.mkForce [ ];
                                            nix.settings.trusted-public-keys = lib.mkForce [ ];
                                            nixpkgs.overlays = [ (final: _: let stand-in = final.writeScriptBin "shellcheck" "" // { compiler = final.stdenv.cc; }; in {
                                              shellcheck = stand-in;
                                              shellcheck-minimal = stand-in;
                                              pandoc = stand-in;
                                            }) ];
                                          }
                                          """;

    private static final String EXPRESSION = """
                                             { nixpkgs, configuration, machine }:
                                             let
                                               system = import (nixpkgs + "/nixos/lib/eval-config.nix") { system = "x86_64-linux"; modules = [ configuration machine ]; };
                                               inherit (system) config;
                                             in {
                                               toplevel = config.system.build.toplevel.drvPath;
                                               hasPackage = toString (builtins.any (package: (package.pname or "") == "ripgrep") config.environment.systemPackages);
                                               service = toString config.services.fail2ban.enable;
                                               openssh = toString config.services.openssh.enable;
                                               timeZone = toString config.time.timeZone;
                                               user = config.users.users.newcomer.description or "";
                                               wheel = toString (builtins.elem "wheel" (config.users.users.newcomer.extraGroups or [ ]));
                                             }
                                             """;

    @TempDir
    private Path directory;

    static Stream<String> configurations()
    {
        return Stream.of(Resources.text("real.txt").split("(?m)^=== ")).filter(piece -> !piece.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void edit_ofARealConfiguration_evaluatesToASystemThatDiffersAsIntended(String written)
            throws IOException, InterruptedException
    {
        writeAll(written);
        ConfigurationFiles files = ConfigurationFiles.read(directory);
        EditResult result = files.apply(EDITS);
        assertThat(result).isInstanceOf(EditResult.Edited.class);
        assumeTrue(NIXPKGS != null, "LUMINOUS_NIX_NIXPKGS names no nixpkgs tree: the edit was made, but not evaluated");
        Map<String, String> before = evaluate();

        files.write((EditResult.Edited) result, false);
        Map<String, String> after = evaluate();

        assertThat(before).containsEntry("hasPackage", "").containsEntry("service", "").containsEntry("user", "");
        assertThat(after).containsEntry("hasPackage", "1").containsEntry("service", "1").containsEntry("openssh", "1")
                .containsEntry("timeZone", "Europe/Lisbon").containsEntry("user", "New \"quoted\" ${comer}").containsEntry("wheel", "1");
        assertThat(after.get("toplevel")).endsWith(".drv").isNotEqualTo(before.get("toplevel"));
    }

    private void writeAll(String written)
            throws IOException
    {
        for (String file : written.substring(written.indexOf('\n') + 1).split("(?m)^--- ")) {
            if (!file.isEmpty()) {
                int line = file.indexOf('\n');
                Path path = directory.resolve(file.substring(0, line));
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.substring(line + 1));
            }
        }
        Files.writeString(directory.resolve("machine"), MACHINE);
        Files.writeString(directory.resolve("expression"), EXPRESSION);
    }

    private Map<String, String> evaluate()
            throws IOException, InterruptedException
    {
        ProcessBuilder builder = new ProcessBuilder("nix-instantiate", "--eval", "--strict", "--json", "--read-write-mode",
                directory.resolve("expression").toString(),
                "--arg", "nixpkgs", NIXPKGS, "--arg", "configuration", directory.resolve("configuration.nix").toString(), "--arg",
                "machine", directory.resolve("machine").toString());
        Path lab = directory.resolve("lab");
        builder.environment()
                .putAll(Map.of("NIX_STORE_DIR", lab + "/store", "NIX_STATE_DIR", lab + "/var/nix", "NIX_LOG_DIR", lab + "/var/log",
                        "NIX_CONF_DIR", lab + "/etc",
                        "NIX_CONFIG", "build-users-group =\nsubstituters =\nsandbox = false\n"));
        Path errors = directory.resolve("errors");
        builder.redirectError(errors.toFile());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return strings(output);
    }

    private static Map<String, String> strings(String json)
            throws IOException
    {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    values.put(parser.currentName(), parser.getText());
                }
            }
        }
        return values;
    }
}
