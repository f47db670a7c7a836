package org.luminousnix.nix.lab;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// The lab in the hands of somebody without rights. Run as root, it becomes nobody for that; else every other test shows it already.
class LabOrdinaryUserTest
{
    @TempDir
    private Path directory;

    @Test
    void lab_ofNobody_buildsSetsAndSwitches() throws IOException
    {
        assumeThat(System.getProperty("user.name")).as("run as root").isEqualTo("root");
        TestingLab lab = TestingLab.laidOut(directory, LabStyle.CHANNEL);
        assumeThat(lab.processes().programs().find("runuser")).as("runuser is installed").isPresent();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        lab.processes().run(Command.of("chown", "-R", "nobody", directory.toString())).orThrow();

        String system = asNobody(lab, "nix-build", "<nixpkgs/nixos>", "-A", "system", "--no-out-link").orThrow().output().text().strip();
        asNobody(lab, "nix-env", "--profile", lab.layout().systemProfile().toString(), "--set", system).orThrow();
        asNobody(lab, system + "/bin/switch-to-configuration", "switch").orThrow();

        assertThat(lab.layout().currentSystem().toRealPath()).isEqualTo(Path.of(system));
        assertThat(Files.getOwner(lab.lab().switchLog()).getName()).isEqualTo("nobody");
    }

    private static Completed asNobody(TestingLab lab, String... argv)
    {
        var command = new ArrayList<>(List.of("runuser", "-u", "nobody", "--"));
        command.addAll(List.of(argv));
        return lab.run(command.toArray(String[]::new));
    }
}
