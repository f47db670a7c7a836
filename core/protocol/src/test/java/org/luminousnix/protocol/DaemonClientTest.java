package org.luminousnix.protocol;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.protocol.DaemonUnreachableException.Reason;
import org.luminousnix.protocol.Json.JsonObject;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(20)
class DaemonClientTest
{
    private static final JsonObject NONE = Json.object().build();

    @TempDir
    private Path directory;
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException
    {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(directory.resolve("s")));
    }

    @AfterEach
    void close() throws IOException
    {
        server.close();
    }

    @Test
    void call_answered_givesTheResultAsARecord()
    {
        answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"name\":\"a\",\"version\":\"1\"}}");

        try (DaemonClient client = DaemonClient.connect(directory.resolve("s"))) {
            assertThat(client.call("m", NONE, Software.class)).isEqualTo(new Software("a", "1"));
        }
    }

    @Test
    void send_twoAnsweredInTheOtherOrder_matchesThemById()
    {
        answer("", "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"second\"}\n{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"first\"}");

        try (DaemonClient client = DaemonClient.connect(directory.resolve("s"))) {
            PendingCall first = client.send("m", NONE);
            PendingCall second = client.send("m", NONE);

            assertThat(first.await().text()).contains("first");
            assertThat(second.await().text()).contains("second");
        }
    }

    @Test
    void call_answeredWithAnError_throwsItsCodeMessageAndData()
    {
        answer("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32003,\"message\":\"expired\",\"data\":7}}");

        try (DaemonClient client = DaemonClient.connect(directory.resolve("s"))) {
            assertThatThrownBy(() -> client.call("m", NONE)).isInstanceOfSatisfying(RpcException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.PLAN_EXPIRED);
                assertThat(e).hasMessage("expired");
                assertThat(e.data()).contains(Json.of(7));
            });
        }
    }

    @Test
    void call_notificationsBeforeTheAnswer_areToldInOrder()
    {
        answer("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":1}\n{\"jsonrpc\":\"2.0\",\"method\":\"b\"}\n{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");
        List<String> told = new CopyOnWriteArrayList<>();

        try (DaemonClient client = DaemonClient.connect(directory.resolve("s"), (method, params) -> told.add(method + params))) {
            client.call("m", NONE);
        }

        assertThat(told).containsExactly("a1", "bnull");
    }

    @Test
    void call_connectionEndsWithoutAnswer_isLost()
    {
        answer();

        try (DaemonClient client = DaemonClient.connect(directory.resolve("s"))) {
            assertThatThrownBy(() -> client.call("m", NONE)).isInstanceOfSatisfying(DaemonUnreachableException.class,
                    e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
        }
    }

    @Test
    void call_noAnswerInTime_cancelsTheRequest() throws Exception
    {
        try (DaemonClient client = DaemonClient.connect(directory.resolve("s")); SocketChannel peer = server.accept()) {
            assertThatThrownBy(() -> client.call("m", NONE, Software.class, Duration.ofMillis(30)))
                    .isInstanceOfSatisfying(DaemonUnreachableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));

            BufferedReader lines = new BufferedReader(Channels.newReader(peer, UTF_8));
            lines.readLine();
            assertThat(lines.readLine()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel\",\"params\":{\"id\":1}}");
        }
    }

    @Test
    void connect_nothingThere_isNotRunning()
    {
        assertThatThrownBy(() -> DaemonClient.connect(directory.resolve("none")))
                .isInstanceOfSatisfying(DaemonUnreachableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_RUNNING));
    }

    @Test
    void connect_socketOfADeadDaemon_isNotRunning() throws IOException
    {
        server.close();

        assertThatThrownBy(() -> DaemonClient.connect(directory.resolve("s")))
                .isInstanceOfSatisfying(DaemonUnreachableException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_RUNNING));
    }

    /// Answers one connection: to each line that comes, the next of the answers; then closes.
    private void answer(String... answers)
    {
        Thread.startVirtualThread(() -> {
            try (SocketChannel peer = server.accept()) {
                BufferedReader lines = new BufferedReader(Channels.newReader(peer, UTF_8));
                for (String answer : answers) {
                    lines.readLine();
                    peer.write(ByteBuffer.wrap((answer + "\n").getBytes(UTF_8)));
                }
            }
            catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
