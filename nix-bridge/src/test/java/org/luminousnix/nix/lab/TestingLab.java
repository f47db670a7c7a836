package org.luminousnix.nix.lab;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.NativeProcesses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assumptions.assumeThat;

/// A lab for tests, driven by the real Nix of this machine. A test is skipped where there is none.
///
/// ```java
/// @TempDir static Path directory;
/// private static TestingLab lab;
///
/// @BeforeAll static void prepare() { lab = TestingLab.prepared(directory); }
/// ```
public final class TestingLab
{
    private final Lab lab;
    private final NativeProcesses processes = NativeProcesses.ofMachine();

    private TestingLab(Lab lab)
    {
        this.lab = lab;
    }

    /// Lays a lab out below a directory; nothing is built yet.
    public static TestingLab laidOut(Path directory, LabStyle style)
    {
        assumeThat(NativeProcesses.ofMachine().programs().find("nix-env")).as("Nix is installed").isPresent();
        return new TestingLab(Lab.at(directory, style));
    }

    /// Lays a lab with channels out below a directory, and builds and activates its first generation.
    public static TestingLab prepared(Path directory)
    {
        return prepared(directory, LabStyle.CHANNEL);
    }

    /// Lays a lab out below a directory, and builds and activates its first generation.
    public static TestingLab prepared(Path directory, LabStyle style)
    {
        TestingLab testing = laidOut(directory, style);
        testing.lab.prepare(testing.processes);
        return testing;
    }

    /// Returns the lab.
    public Lab lab()
    {
        return lab;
    }

    /// Returns the layout of the lab.
    public NixLayout layout()
    {
        return lab.layout();
    }

    /// Returns the starter of processes that it is driven with.
    public NativeProcesses processes()
    {
        return processes;
    }

    /// Runs a command with the environment of the lab, whatever its end.
    public Completed run(String... argv)
    {
        return run(Map.of(), argv);
    }

    /// Runs a command with the environment of the lab and more variables, whatever its end.
    public Completed run(Map<String, String> more, String... argv)
    {
        Command command = Command.of(argv).withEnvironment(lab.layout().environment()).withEnvironment(more);
        return processes.run(command.within(command.limits().keeping(16 << 20, 1 << 20)));
    }

    /// Runs a command that has to succeed and returns what it prints, without blanks around it.
    public String output(String... argv)
    {
        return run(argv).orThrow().output().text().strip();
    }

    /// Returns the text of the configuration.
    public String configuration()
    {
        try {
            return Files.readString(lab.layout().nixos().resolve("configuration.nix"));
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces the text of the configuration.
    public void configure(String text)
    {
        write("etc/nixos/configuration.nix", text);
    }

    /// Writes a file below the directory of the lab.
    public Path write(String path, String text)
    {
        try {
            Path file = lab.root().resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
