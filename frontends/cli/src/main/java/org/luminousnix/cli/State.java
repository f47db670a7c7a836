package org.luminousnix.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a daemon that a person starts keeps its things, as the daemon itself finds it: for its log, and for the lock while it starts.
final class State
{
    private State()
    {}

    static Path directory(Map<String, String> environment)
    {
        return Stream.of("LUMINOUS_NIX_STATE", "STATE_DIRECTORY").map(name -> Optional.ofNullable(environment.get(name)))
                .flatMap(Optional::stream).filter(value -> value.startsWith("/")).findFirst().map(Path::of)
                .orElseGet(() -> home(environment).resolve("luminous-nix"));
    }

    private static Path home(Map<String, String> environment)
    {
        return Optional.ofNullable(environment.get("XDG_STATE_HOME")).filter(value -> value.startsWith("/")).map(Path::of)
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local/state"));
    }
}
