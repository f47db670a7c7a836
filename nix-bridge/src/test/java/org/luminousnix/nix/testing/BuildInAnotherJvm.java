package org.luminousnix.nix.testing;

import org.luminousnix.nix.build.Builder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A JVM of its own that builds a derivation of a [TestingNix] and says `building` when the builder has written a line.
public final class BuildInAnotherJvm
{
    private BuildInAnotherJvm()
    {}

    /// Starts the JVM.
    public static Process start(Path directory, Path derivation) throws IOException
    {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                BuildInAnotherJvm.class.getName(),
                directory.toString(), derivation.toString())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    public static void main(String... arguments) throws IOException
    {
        var nix = TestingNix.below(Path.of(arguments[0]));
        new Builder(nix.layout(), nix.processes()).start(Path.of(arguments[1]), Optional.empty(), event -> {
            if (event.toString().contains("[value=started]")) {
                System.out.println("building");
                System.out.close();
            }
        }).await();
    }
}
