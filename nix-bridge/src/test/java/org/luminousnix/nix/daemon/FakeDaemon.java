package org.luminousnix.nix.daemon;

import org.luminousnix.nix.store.StoreDirectory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/// A daemon that follows a script for each connection, the last one again and again, on a socket in a directory.
final class FakeDaemon implements AutoCloseable
{
    static final int LAST = 0x616c7473;
    static final int ERROR = 0x63787470;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path socket;
    private final ServerSocketChannel server;
    private final Queue<Script> scripts;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    private FakeDaemon(Path socket, ServerSocketChannel server, List<Script> scripts)
    {
        this.socket = socket;
        this.server = server;
        this.scripts = new ArrayDeque<>(scripts);
    }

    static FakeDaemon in(Path directory, Script... scripts) throws IOException
    {
        Path socket = directory.resolve("socket");
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        var daemon = new FakeDaemon(socket, server, List.of(scripts));
        Thread.ofVirtual().start(daemon::serve);
        return daemon;
    }

    /// Returns a script that greets in a version of the protocol and then goes on.
    static Script greeting(int minor, Script then)
    {
        return conversation -> {
            conversation.greet(minor, Set.of());
            then.play(conversation);
        };
    }

    SocketEndpoint endpoint()
    {
        return new SocketEndpoint(socket);
    }

    DaemonConnection connect()
    {
        return connect(new DaemonTimes(PATIENCE, PATIENCE, PATIENCE));
    }

    DaemonConnection connect(DaemonTimes times)
    {
        return DaemonConnection.open(endpoint(), StoreDirectory.USUAL, Optional.empty(), times);
    }

    DaemonPool pool(int most)
    {
        return new DaemonPool(endpoint(), StoreDirectory.USUAL, Optional.empty(), new DaemonTimes(PATIENCE, PATIENCE, PATIENCE), most);
    }

    /// Stops listening, and tells what a script did not find as it should be.
    @Override
    public void close() throws IOException
    {
        server.close();
        assertThat(failed).isNotCompletedExceptionally();
    }

    private void serve()
    {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Script script = scripts.size() > 1 ? scripts.remove() : scripts.element();
                Thread.ofVirtual().start(() -> play(client, script));
            }
        }
        catch (ClosedChannelException _) {
            // The test has ended.
        }
        catch (IOException e) {
            failed.completeExceptionally(e);
        }
    }

    private void play(SocketChannel client, Script script)
    {
        try (client) {
            script.play(new Conversation(client));
        }
        catch (AssertionError e) {
            failed.completeExceptionally(e);
        }
        catch (IOException _) {
            // The client has hung up, which many scripts are about.
        }
    }

    /// What a daemon says and hears on one connection; it hangs up at the end.
    @FunctionalInterface
    interface Script
    {
        void play(Conversation conversation) throws IOException;
    }

    /// Both directions of one connection.
    static final class Conversation
    {
        private final OutputStream raw;
        private final WireReader in;
        private final WireWriter out;
        private Set<String> features = Set.of();

        private Conversation(SocketChannel client)
        {
            this.raw = Channels.newOutputStream(client);
            this.in = new WireReader(Channels.newInputStream(client), StoreDirectory.USUAL);
            this.out = new WireWriter(raw, StoreDirectory.USUAL);
        }

        WireReader in()
        {
            return in;
        }

        WireWriter out()
        {
            return out;
        }

        /// Returns the features that the client named.
        Set<String> clientFeatures()
        {
            return features;
        }

        void greet(int minor, Set<String> own) throws IOException
        {
            assertThat(in.number()).isEqualTo(0x6e697863);
            assertThat(in.number()).isEqualTo(0x126);
            numbers(0x6478696f, 0x100 | minor);
            if (minor >= 38) {
                features = in.texts();
                out.texts(own);
                out.flush();
            }
            assertThat(in.number()).isZero();
            assertThat(in.number()).isZero();
            out.text("2.fake");
            if (minor >= 35) {
                out.number(1);
            }
            numbers(LAST);
        }

        void numbers(long... numbers) throws IOException
        {
            for (long number : numbers) {
                out.number(number);
            }
            out.flush();
        }

        void hex(String hex) throws IOException
        {
            raw.write(HexFormat.of().parseHex(hex));
        }

        /// Reads a question about one path.
        void hear(WorkerOperation<?, ?> operation) throws IOException
        {
            assertThat(in.number()).isEqualTo(operation.code());
            in.path();
        }

        /// Says nothing until the client hangs up.
        void stall() throws IOException
        {
            in.number();
        }
    }
}
