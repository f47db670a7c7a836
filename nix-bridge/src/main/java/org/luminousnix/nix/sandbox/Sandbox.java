package org.luminousnix.nix.sandbox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// The confinement that a child process is to run in.
///
/// @param kind what the child is for
/// @param readable paths to show although they lie where the kind hides things, as below `/tmp`
/// @param writable paths that may be changed although the kind is read-only
/// @param views places that show something else: what is seen there, by place; only ever for reading
/// @param required whether not to start at all where the confinement cannot be had
public record Sandbox(SandboxKind kind, List<Path> readable, List<Path> writable, Map<Path, Path> views, boolean required)
{
    public Sandbox
    {
        requireNonNull(kind, "kind is null");
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
        views = Map.copyOf(views);
    }

    /// Returns a sandbox of this kind that shows and opens nothing more than the kind does.
    public static Sandbox of(SandboxKind kind)
    {
        return new Sandbox(kind, List.of(), List.of(), Map.of(), false);
    }

    /// Returns no sandbox.
    public static Sandbox none()
    {
        return of(SandboxKind.NONE);
    }

    /// Returns this sandbox with these paths shown.
    public Sandbox reading(Path... paths)
    {
        return new Sandbox(kind, concat(readable, paths), writable, views, required);
    }

    /// Returns this sandbox with these paths open for change.
    public Sandbox writing(Path... paths)
    {
        return new Sandbox(kind, readable, concat(writable, paths), views, required);
    }

    /// Returns this sandbox with other things shown at these places.
    public Sandbox viewing(Map<Path, Path> shown)
    {
        return new Sandbox(kind, readable, writable, shown, required);
    }

    /// Returns this sandbox as one without which the child is not started.
    public Sandbox demanded()
    {
        return new Sandbox(kind, readable, writable, views, true);
    }

    private static List<Path> concat(List<Path> paths, Path... more)
    {
        return Stream.concat(paths.stream(), Arrays.stream(more)).distinct().toList();
    }
}
