package org.luminousnix.cli;

import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.DaemonInfo;
import org.luminousnix.protocol.DaemonUnreachableException;
import org.luminousnix.protocol.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// A person's account with a lab of its own, on which the real client runs as a process of its own, and starts the real daemon.
final class LabMachine implements AutoCloseable
{
    private static final long PATIENCE_SECONDS = 180;
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

    private final Path directory;
    private int runs;

    /// Prepares an account below a directory; the test is skipped where there is no Nix.
    LabMachine(Path directory)
    {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.exists(Path.of(path, "nix-instantiate"))))
                .as("Nix is installed").isTrue();
        this.directory = directory;
        write(directory.resolve("launcher"),
                """
                #!/bin/sh
                shift 2
                exec '%s' -XX:+UseSerialGC -Xmx256m --enable-native-access=ALL-UNNAMED -cp '%s' org.luminousnix.daemon.app.Main run "$@"
                """.formatted(JAVA, classPath()));
        try {
            Files.setPosixFilePermissions(directory.resolve("launcher"), PosixFilePermissions.fromString("rwx------"));
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How a run of the client ended.
    record Ended(int code, String out, String err)
    {}

    /// A client that runs.
    record Running(Process process, Path out, Path err)
    {
        Ended ended()
        {
            try {
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("the client ends").isTrue();
            }
            catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Ended(process.exitValue(), read(out), read(err));
        }
    }

    /// Runs the client to its end.
    Ended ask(String... arguments)
    {
        return start(arguments).ended();
    }

    /// Starts the client, with its output in files, which are no terminal.
    Running start(String... arguments)
    {
        runs++;
        Path out = directory.resolve("out-" + runs);
        Path err = directory.resolve("err-" + runs);
        ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment());
        try {
            return new Running(builder.start(), out, err);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the command that runs the client.
    List<String> command(String... arguments)
    {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Returns the variables that make an account of the directory.
    Map<String, String> environment()
    {
        return Map.of("HOME", directory.toString(), "XDG_STATE_HOME", directory.resolve("state").toString(), "LUMINOUS_NIX_SOCKET",
                socket().toString(), "LUMINOUS_NIX_LAUNCHER", directory.resolve("launcher").toString(), "LUMINOUS_NIX_LAB",
                lab().toString(), "LUMINOUS_NIX_STATE", directory.resolve("state").toString(), "LANG", "C.UTF-8", "LC_ALL", "C.UTF-8");
    }

    Path socket()
    {
        return directory.resolve("daemon.sock");
    }

    Path lab()
    {
        return directory.resolve("lab");
    }

    Path configuration()
    {
        return lab().resolve("etc/nixos/configuration.nix");
    }

    /// Returns how many system generations there are.
    long generations()
    {
        try (Stream<Path> links = Files.list(lab().resolve("var/nix/profiles"))) {
            return links.filter(link -> link.getFileName().toString().matches("system-\\d+-link")).count();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says whether a program is in the system that is active.
    boolean hasProgram(String name)
    {
        return Files.exists(lab().resolve("run/current-system/sw/bin").resolve(name));
    }

    /// Connects to the daemon, which has to run.
    DaemonClient connect()
    {
        return DaemonClient.connect(socket());
    }

    ProcessHandle daemon()
    {
        try (DaemonClient client = connect()) {
            return ProcessHandle.of(client.call("daemon.info", Json.object().build(), DaemonInfo.class).pid()).orElseThrow();
        }
    }

    /// Returns the processes of this machine whose arguments name this account, other than the daemon and its clients.
    List<String> children()
    {
        return ProcessHandle.allProcesses().filter(process -> !process.equals(ProcessHandle.current())).map(ProcessHandle::info)
                .map(info -> info.commandLine().orElse("")).filter(line -> line.contains(directory.toString()))
                .filter(line -> !line.contains("org.luminousnix.")).toList();
    }

    static String read(Path file)
    {
        try {
            return Files.readString(file);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text)
    {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath()
    {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path")).orElse(System.getProperty("java.class.path"));
    }

    /// Ends the daemon, if one runs.
    @Override
    public void close()
    {
        try {
            ProcessHandle daemon = daemon();
            daemon.destroy();
            daemon.onExit().orTimeout(20, TimeUnit.SECONDS).exceptionally(_ -> {
                daemon.destroyForcibly();
                return daemon;
            }).join();
        }
        catch (DaemonUnreachableException _) {
            // None runs.
        }
    }
}
