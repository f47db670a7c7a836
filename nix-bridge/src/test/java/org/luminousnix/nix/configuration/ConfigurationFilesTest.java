package org.luminousnix.nix.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfigurationFilesTest
{
    @TempDir
    private Path directory;

    @Test
    void read_ofAConfigurationWithImports_findsTheListInTheOtherFile()
            throws IOException
    {
        write("configuration.nix", "{ ... }: {\n  imports = [ ./modules ./missing.nix ] ++ [ ./users.nix ];\n}\n");
        write("modules/default.nix",
                "{ pkgs, ... }: {\n  imports = [ ../configuration.nix ];\n  environment.systemPackages = [ pkgs.vim ];\n}\n");
        write("users.nix", "{ }\n");
        ConfigurationFiles files = ConfigurationFiles.read(directory);

        EditResult.Edited edited = (EditResult.Edited) files.apply(List.of(ConfigurationEdit.addPackage("git")));
        files.write(edited, false);

        assertThat(files.configuration().files()).containsExactly(directory.resolve("configuration.nix"),
                directory.resolve("modules/default.nix"), directory.resolve("users.nix"));
        assertThat(directory.resolve("modules/default.nix")).content().contains("[ pkgs.vim pkgs.git ]");
    }

    @Test
    void read_ofAFlake_followsTheModulesOfItsSystems()
            throws IOException
    {
        write("flake.nix", """
                           {
                             inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.05";
                             outputs = { self, nixpkgs, home-manager }: {
                               nixosConfigurations.lab = nixpkgs.lib.nixosSystem {
                                 modules = [
                                   ./configuration.nix
                                   home-manager.nixosModules.home-manager
                                   { home-manager.users.alice = import ./alice.nix; }
                                 ];
                               };
                             };
                           }
                           """);
        write("configuration.nix", "{ pkgs, ... }: { environment.systemPackages = [ pkgs.vim ]; }\n");
        write("alice.nix", "{ pkgs, ... }: { home.packages = with pkgs; [ htop ]; }\n");
        ConfigurationFiles files = ConfigurationFiles.read(directory);

        EditResult.Edited edited = (EditResult.Edited) files.apply(List.of(ConfigurationEdit.addPackage("git"),
                new ConfigurationEdit.AddPackage(OptionPath.parse("home.packages"), OptionPath.of("jq")),
                new ConfigurationEdit.SetFlakeInput("nixpkgs", "github:NixOS/nixpkgs/nixos-24.11"),
                new ConfigurationEdit.SetFlakeInput("agenix", "github:ryantm/agenix")));

        assertThat(edited.diff()).contains("+{ pkgs, ... }: { environment.systemPackages = [ pkgs.vim pkgs.git ]; }",
                "+{ pkgs, ... }: { home.packages = with pkgs; [ htop jq ]; }",
                "+  inputs.nixpkgs.url = \"github:NixOS/nixpkgs/nixos-24.11\";\n+  inputs.agenix.url = \"github:ryantm/agenix\";\n+  outputs = { self, nixpkgs, home-manager, agenix }: {");
    }

    @Test
    void write_keepsModeAndLeavesABackup()
            throws IOException
    {
        Path file = write("configuration.nix", "{ pkgs, ... }: { environment.systemPackages = [ ]; }");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        write(ConfigurationFiles.read(directory), true);

        assertThat(file).hasContent("{ pkgs, ... }: { environment.systemPackages = [ pkgs.git ]; }");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(directory.resolve("configuration.nix.backup")).hasContent("{ pkgs, ... }: { environment.systemPackages = [ ]; }");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void write_throughALink_changesTheFileAndKeepsTheLink()
            throws IOException
    {
        Path file = write("dotfiles/configuration.nix", "{ pkgs, ... }: { environment.systemPackages = [ ]; }");
        Path link = Files.createSymbolicLink(directory.resolve("configuration.nix"), file);

        write(ConfigurationFiles.read(directory), false);

        assertThat(link).isSymbolicLink();
        assertThat(file).content().contains("pkgs.git");
    }

    @Test
    void write_ofAFileThatSomebodyElseChanged_writesNothing()
            throws IOException
    {
        Path file = write("configuration.nix", "{ pkgs, ... }: { environment.systemPackages = [ ]; }");
        ConfigurationFiles files = ConfigurationFiles.read(directory);
        write("configuration.nix", "{ pkgs, ... }: { environment.systemPackages = [ pkgs.vim ]; }");

        assertFails(() -> write(files, false), NixErrorCode.FILE_CHANGED);

        assertThat(file).content().contains("[ pkgs.vim ]");
    }

    @Test
    void write_ofALinkIntoTheStore_isRefused()
            throws IOException
    {
        Path stored = write("store/0123456789abcdfghijklmnpqrsvwxyz-source/configuration.nix",
                "{ pkgs, ... }: { environment.systemPackages = [ ]; }");
        Files.createSymbolicLink(directory.resolve("configuration.nix"), stored);

        assertFails(() -> write(ConfigurationFiles.read(directory), false), NixErrorCode.PERMISSION_DENIED);

        assertThat(stored).content().contains("[ ]");
    }

    @Test
    void write_ofAReadOnlyFile_isRefused()
            throws IOException
    {
        Path file = write("configuration.nix", "{ pkgs, ... }: { environment.systemPackages = [ ]; }");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertFails(() -> write(ConfigurationFiles.read(directory), false), NixErrorCode.PERMISSION_DENIED);
    }

    @Test
    void read_ofBytesThatAreNotUtf8_saysSo()
            throws IOException
    {
        Files.write(directory.resolve("configuration.nix"), "{ a = \"\u00e4\"; }".getBytes(StandardCharsets.ISO_8859_1));

        assertFails(() -> ConfigurationFiles.read(directory), NixErrorCode.FILE_INACCESSIBLE);
    }

    @Test
    void read_ofMoreThanTenMebibytes_saysSo()
            throws IOException
    {
        write("configuration.nix", " ".repeat((10 << 20) + 1));

        assertFails(() -> ConfigurationFiles.read(directory), NixErrorCode.FILE_INACCESSIBLE);
    }

    @Test
    void read_ofADirectoryWithoutConfiguration_saysSo()
    {
        assertFails(() -> ConfigurationFiles.read(directory), NixErrorCode.FILE_INACCESSIBLE);
    }

    @Test
    void apply_whereAnImportedFileIsBroken_namesThatFile()
            throws IOException
    {
        write("configuration.nix", "{ pkgs, ... }: { imports = [ ./broken.nix ]; environment.systemPackages = [ ]; }");
        Path broken = write("broken.nix", "{ a = 1 }");

        EditResult result = ConfigurationFiles.read(directory).apply(List.of(ConfigurationEdit.addPackage("git")));

        assertThat(result).isEqualTo(new EditResult.Refused(broken + ":1:9: expected ';' after the value of a, found '}'", ""));
    }

    private static void write(ConfigurationFiles files, boolean backup)
    {
        files.write((EditResult.Edited) files.apply(List.of(ConfigurationEdit.addPackage("git"))), backup);
    }

    private static void assertFails(ThrowingCallable action, NixErrorCode code)
    {
        assertThatExceptionOfType(NixException.class).isThrownBy(action).extracting(NixException::code).isEqualTo(code);
    }

    private Path write(String name, String text)
            throws IOException
    {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
