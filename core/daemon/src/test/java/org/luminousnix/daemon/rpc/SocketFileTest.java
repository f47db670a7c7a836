package org.luminousnix.daemon.rpc;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SocketFileTest
{
    @TempDir
    private Path directory;

    @Test
    void bind_socketOfADeadDaemon_isReplaced() throws IOException
    {
        Path path = directory.resolve("s");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path)).close();

        try (SocketFile _ = SocketFile.bind(path); Wireline line = new Wireline(path)) {
            assertThat(line).isNotNull();
        }
    }

    @Test
    void bind_socketOnWhichAnotherProgramListens_isRefusedAndLeft() throws IOException
    {
        Path path = directory.resolve("s");
        try (ServerSocketChannel _ = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path))) {
            assertThatThrownBy(() -> SocketFile.bind(path)).hasMessage("another program listens on " + path);
            new Wireline(path).close();
        }
    }

    @Test
    void bind_fileThatIsNoSocket_isRefusedAndLeft() throws IOException
    {
        Path path = Files.writeString(directory.resolve("s"), "mine");

        assertThatThrownBy(() -> SocketFile.bind(path)).hasMessageContaining("is not a socket");
        assertThat(path).hasContent("mine");
    }

    @Test
    void bind_pathLongerThanTheKernelTakes_saysSo()
    {
        assertThatThrownBy(() -> SocketFile.bind(directory.resolve("a".repeat(120)))).isInstanceOf(IOException.class)
                .hasMessageContaining("106 are allowed");
    }

    @Test
    void bind_longestPath_isBound() throws IOException
    {
        Path path = directory.resolve("a".repeat(106 - directory.toString().length() - 1));

        try (SocketFile _ = SocketFile.bind(path)) {
            new Wireline(path).close();
        }
    }

    @Test
    void close_leavesNoSocketAndTheNextCanBind() throws IOException
    {
        Path path = directory.resolve("s");
        SocketFile.bind(path).close();

        assertThat(Files.exists(path)).isFalse();
        RpcServer.open(path, Limits.defaults(), List.of()).close();
    }

    @Test
    void lock_heldByAnotherProcess_isNotAcquired() throws Exception
    {
        Path file = directory.resolve("l");
        Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(), file.toString()).start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held");
            assertThat(InstanceLock.acquire(file)).isEmpty();
        }
        finally {
            holder.destroyForcibly().waitFor();
        }
        try (InstanceLock lock = InstanceLock.acquire(file).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }

    /// Holds a lock until it is killed.
    static final class LockHolder
    {
        private LockHolder()
        {}

        public static void main(String[] arguments) throws Exception
        {
            InstanceLock lock = InstanceLock.acquire(Path.of(arguments[0])).orElseThrow();
            System.out.println("held");
            System.in.read();
            lock.close();
        }
    }
}
