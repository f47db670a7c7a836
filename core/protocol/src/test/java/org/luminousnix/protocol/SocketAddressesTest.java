package org.luminousnix.protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SocketAddressesTest
{
    private static final Map<String, String> ENVIRONMENT = Map.of("LUMINOUS_NIX_SOCKET", "/e/s", "XDG_RUNTIME_DIR", "/run/user/7");

    @Test
    void resolve_flag_isTakenBeforeTheEnvironment()
    {
        assertThat(SocketAddresses.resolve(Optional.of("/f/s"), ENVIRONMENT)).isEqualTo(Path.of("/f/s"));
        assertThat(SocketAddresses.resolve(Optional.empty(), ENVIRONMENT)).isEqualTo(Path.of("/e/s"));
    }

    @Test
    void resolve_serviceIsThere_isTakenBeforeTheOwn(@TempDir Path directory) throws IOException
    {
        Path service = Files.createFile(directory.resolve("daemon.sock"));

        assertThat(SocketAddresses.resolve(Optional.empty(), Map.of("XDG_RUNTIME_DIR", "/run/user/7"), service)).isEqualTo(service);
    }

    @Test
    void resolve_noService_isBelowTheRuntimeDirectory(@TempDir Path directory)
    {
        assertThat(SocketAddresses.resolve(Optional.empty(), Map.of("XDG_RUNTIME_DIR", "/run/user/7"), directory.resolve("none")))
                .isEqualTo(Path.of("/run/user/7/luminous-nix/daemon.sock"));
    }

    @Test
    void own_noRuntimeDirectory_isBelowTheStateDirectory()
    {
        assertThat(SocketAddresses.own(Map.of("HOME", "/home/a", "XDG_RUNTIME_DIR", "")))
                .isEqualTo(Path.of("/home/a/.local/state/luminous-nix/daemon.sock"));
    }

    @Test
    void problem_pathLongerThanTheKernelTakes_saysSo()
    {
        assertThat(SocketAddresses.problem(Path.of("/" + "a".repeat(106))))
                .hasValueSatisfying(text -> assertThat(text).contains("107 bytes", "106 are allowed"));
        assertThat(SocketAddresses.problem(Path.of("/" + "a".repeat(105)))).isEmpty();
    }
}
