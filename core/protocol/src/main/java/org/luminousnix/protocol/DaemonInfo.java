package org.luminousnix.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `daemon.info`.
///
/// @param server the daemon
/// @param pid its process id
/// @param started since when it runs
/// @param java the version of its Java
/// @param mode what it works on
/// @param nix the version of Nix, where there is one
/// @param socket the socket that it listens on
/// @param state the directory that it keeps its things in
/// @param methods the methods that it answers
public record DaemonInfo(Software server, long pid, Instant started, String java, Mode mode, Optional<String> nix, String socket,
        String state, List<String> methods)
{
    public DaemonInfo
    {
        requireNonNull(server, "server is null");
        requireNonNull(started, "started is null");
        requireNonNull(java, "java is null");
        requireNonNull(mode, "mode is null");
        requireNonNull(nix, "nix is null");
        requireNonNull(socket, "socket is null");
        requireNonNull(state, "state is null");
        methods = List.copyOf(methods);
    }
}
