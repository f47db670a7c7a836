package org.luminousnix.protocol;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Where the daemon's socket is. The daemon and its clients ask here, so that they agree.
public final class SocketAddresses
{
    /// The environment variable that names the socket.
    public static final String VARIABLE = "LUMINOUS_NIX_SOCKET";

    /// The socket of a daemon that runs as a service.
    public static final Path SERVICE = Path.of("/run/luminous-nix/daemon.sock");

    /// How many bytes the path of a Unix socket may have: `sun_path` of unix(7) has 108, of which Java keeps two free.
    public static final int LONGEST = 106;

    private SocketAddresses()
    {}

    /// Returns the socket: the one that was asked for, else that of the environment, else the service's where it is
    /// there, else the person's own.
    public static Path resolve(Optional<String> flag, Map<String, String> environment)
    {
        return resolve(flag, environment, SERVICE);
    }

    static Path resolve(Optional<String> flag, Map<String, String> environment, Path service)
    {
        Optional<String> named = flag.or(() -> value(environment, VARIABLE));
        if (named.isPresent()) {
            return Path.of(named.get()).toAbsolutePath().normalize();
        }
        return Files.exists(service) ? service : own(environment);
    }

    /// Returns the socket of a daemon that a person starts: below `$XDG_RUNTIME_DIR`, and below the state directory where
    /// there is none.
    public static Path own(Map<String, String> environment)
    {
        Path directory = value(environment, "XDG_RUNTIME_DIR").map(Path::of)
                .or(() -> value(environment, "XDG_STATE_HOME").map(Path::of))
                .orElseGet(() -> Path.of(value(environment, "HOME").orElse(System.getProperty("user.home")), ".local/state"));
        return directory.resolve("luminous-nix/daemon.sock");
    }

    /// Returns why the kernel would not take the path, where it would not.
    public static Optional<String> problem(Path socket)
    {
        int length = socket.toString().getBytes(UTF_8).length;
        if (length <= LONGEST) {
            return Optional.empty();
        }
        return Optional.of("the socket's path has %d bytes, and %d are allowed: %s".formatted(length, LONGEST, socket));
    }

    private static Optional<String> value(Map<String, String> environment, String name)
    {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
