package org.luminousnix.nix.lab;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.NativeProcesses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final Map<Path, String> firstConfiguration;

    private TestingLab(Lab lab)
    {
        this.lab = lab;
        this.firstConfiguration = configurationFiles();
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

    /// Brings a prepared lab back to its first configuration, with generation 1 alone and active; much faster than a new lab.
    public void reset()
    {
        try {
            configurationFiles().keySet().forEach(TestingLab::delete);
            for (Map.Entry<Path, String> file : firstConfiguration.entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
            }
            Path profile = lab.layout().systemProfile();
            Files.delete(profile);
            Files.createSymbolicLink(profile, Path.of("system-1-link"));
            matching(profile.getParent(), "system-[0-9]*-link").filter(link -> !link.endsWith("system-1-link")).forEach(TestingLab::delete);
            Files.deleteIfExists(lab.switchLog());
            run("rm", "-rf", lab.root().resolve("boot/loader").toString()).orThrow();
            run(profile + "/bin/switch-to-configuration", "switch").orThrow();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Path, String> configurationFiles()
    {
        return matching(lab.layout().nixos(), "*.{nix,lock}").collect(Collectors.toUnmodifiableMap(file -> file, TestingLab::read));
    }

    private static Stream<Path> matching(Path directory, String glob)
    {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, glob)) {
            var paths = new ArrayList<Path>();
            found.forEach(paths::add);
            return paths.stream();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file)
    {
        try {
            return Files.readString(file);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file)
    {
        try {
            Files.delete(file);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the text of the configuration.
    public String configuration()
    {
        return read(lab.layout().nixos().resolve("configuration.nix"));
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
