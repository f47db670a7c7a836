package org.luminousnix.nix.lab;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.eval.ConfigurationSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;

class LabTest
{
    @TempDir
    private Path directory;

    @Test
    void at_emptyDirectory_laysOutPackagesAndConfiguration()
    {
        Lab lab = Lab.at(directory);

        assertThat(lab.nixpkgs().resolve("nixos/default.nix")).exists();
        assertThat(lab.layout().nixos().resolve("configuration.nix")).content().contains("environment.systemPackages = with pkgs; [");
        assertThat(lab.layout().lab()).isTrue();
        assertThat(lab.configuration()).isInstanceOf(ConfigurationSource.Classic.class);
    }

    @Test
    void at_flakeStyle_namesThePackagesOfTheLab()
    {
        Lab lab = Lab.at(directory, LabStyle.FLAKE);

        assertThat(lab.layout().nixos().resolve("flake.nix")).content().contains("path:" + lab.nixpkgs());
        assertThat(lab.configuration()).isInstanceOf(ConfigurationSource.Flake.class);
    }

    @Test
    void at_secondCall_changesNoFile() throws IOException
    {
        Lab.at(directory);
        List<String> before = filesWithTimes();

        Lab.at(directory);

        assertThat(filesWithTimes()).isEqualTo(before);
    }

    @Test
    void at_changedConfiguration_keepsIt() throws IOException
    {
        Path configuration = Lab.at(directory).layout().nixos().resolve("configuration.nix");
        Files.writeString(configuration, "{ }");

        Lab.at(directory, LabStyle.FLAKE);

        assertThat(configuration).hasContent("{ }");
        assertThat(configuration.resolveSibling("flake.nix")).doesNotExist();
    }

    @Test
    void at_deletedConfiguration_doesNotBringItBack() throws IOException
    {
        Path configuration = Lab.at(directory).layout().nixos().resolve("configuration.nix");
        Files.delete(configuration);

        Lab.at(directory);

        assertThat(configuration).doesNotExist();
    }

    @Test
    void at_packagesOfAnotherVersion_renewsThemAndTakesStrangersAway() throws IOException
    {
        Lab lab = Lab.at(directory);
        Path changed = Files.writeString(lab.nixpkgs().resolve("default.nix"), "old");
        Path stranger = Files.writeString(Files.createDirectory(lab.nixpkgs().resolve("old")).resolve("old.nix"), "old");
        Files.writeString(directory.resolve(".lab/nixpkgs"), "another stamp");

        Lab.at(directory);

        assertThat(changed).content().isEqualTo(LabFiles.ofProgram().text("nixpkgs/default.nix"));
        assertThat(stranger.getParent()).doesNotExist();
    }

    @Test
    void at_layingOutWasCutShort_isMended() throws IOException
    {
        Lab lab = Lab.at(directory);
        Files.delete(directory.resolve(".lab/nixpkgs"));
        Files.delete(lab.nixpkgs().resolve("pkgs/package.nix"));
        Files.delete(directory.resolve(".lab/nixos"));
        Files.delete(lab.layout().nixos().resolve("hardware-configuration.nix"));
        Files.writeString(lab.nixpkgs().resolve(".package.nix.new"), "half");

        Lab.at(directory);

        assertThat(lab.nixpkgs().resolve("pkgs/package.nix")).exists();
        assertThat(lab.nixpkgs().resolve(".package.nix.new")).doesNotExist();
        assertThat(lab.layout().nixos().resolve("hardware-configuration.nix")).exists();
    }

    @Test
    void at_pathOverALink_isTheRealOne() throws IOException
    {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);

        assertThat(Lab.at(link).layout().store()).isEqualTo(real.toRealPath().resolve("store"));
    }

    @Test
    void at_fileInTheWay_saysWhere() throws IOException
    {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> Lab.at(file)).isInstanceOfSatisfying(NixException.class,
                failure -> assertThat(failure.code()).isEqualTo(FILE_INACCESSIBLE)).hasMessageContaining(file.toString());
    }

    @Test
    void files_index_namesEveryResource() throws IOException
    {
        // The sources, for a build keeps copies of files that are gone.
        Path resources = Path.of("src/main/resources/org/luminousnix/nix/lab");
        try (Stream<Path> found = Files.walk(resources)) {
            List<String> paths = found.filter(Files::isRegularFile).map(resources::relativize).map(Path::toString)
                    .filter(path -> !path.equals("files.txt")).sorted().toList();

            assertThat(LabFiles.ofProgram().texts().keySet()).containsExactlyElementsOf(paths);
        }
    }

    private List<String> filesWithTimes() throws IOException
    {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(path -> !path.equals(directory.resolve(".lock"))).sorted().map(LabTest::withTime).toList();
        }
    }

    private static String withTime(Path path)
    {
        return path + " " + path.toFile().lastModified();
    }
}
