package org.luminousnix.nix.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the arguments of bubblewrap (bwrap(1)) for a sandbox.
///
/// Every profile has `--die-with-parent` and, but for [SandboxKind#COLLECTION], a process namespace of its own: when bubblewrap dies, the
/// kernel ends everything in it, however often the child forked or called setsid(2).
public final class Bubblewrap
{
    private static final Path TEMPORARY = Path.of("/tmp");

    private Bubblewrap()
    {}

    /// Returns the arguments that stand between `bwrap` and the command, the closing `--` included.
    public static List<String> arguments(Sandbox sandbox, Optional<Path> directory)
    {
        var arguments = new ArrayList<>(List.of("--die-with-parent", "--new-session"));
        arguments.addAll(view(sandbox.kind()));
        sandbox.readable().forEach(path -> bind(arguments, "--ro-bind", path));
        directory.ifPresent(path -> bind(arguments, isOpen(sandbox.kind()) ? "--bind" : "--ro-bind", path));
        sandbox.writable().forEach(path -> bind(arguments, "--bind", path));
        sandbox.views().forEach((place, shown) -> arguments.addAll(List.of("--ro-bind", shown.toString(), place.toString())));
        directory.ifPresent(path -> arguments.addAll(List.of("--chdir", path.toString())));
        arguments.add("--");
        return List.copyOf(arguments);
    }

    private static List<String> view(SandboxKind kind)
    {
        return switch (kind) {
            case EVALUATION ->
                List.of("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--cap-drop", "ALL", "--ro-bind", "/", "/",
                        "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp");
            case PROBE ->
                List.of("--unshare-pid", "--cap-drop", "ALL", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp");
            case BUILD ->
                List.of("--unshare-pid", "--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc", "--bind", "/tmp", "/tmp");
            case COLLECTION -> List.of("--bind", "/", "/", "--dev-bind", "/dev", "/dev");
            case TETHERED, NONE -> List.of("--unshare-pid", "--bind", "/", "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc");
        };
    }

    private static boolean isOpen(SandboxKind kind)
    {
        return kind == SandboxKind.TETHERED || kind == SandboxKind.COLLECTION || kind == SandboxKind.NONE;
    }

    private static void bind(List<String> arguments, String option, Path path)
    {
        // bubblewrap refuses to bind the whole private /tmp over itself with less than was hidden; a missing source is an error.
        if (Files.exists(path) && !path.equals(TEMPORARY)) {
            arguments.addAll(List.of(option, path.toString(), path.toString()));
        }
    }
}
