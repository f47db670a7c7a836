package org.luminousnix.daemon.rpc;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luminousnix.protocol.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class RpcServerTest
{
    private static final Limits SMALL = new Limits(1000, 3, 1000, 2, 4, 1 << 20, Duration.ofMillis(400), Duration.ofMillis(300));

    private final Arithmetic arithmetic = new Arithmetic();

    @TempDir
    private Path directory;
    private RpcServer server;
    private Wireline line;

    @BeforeEach
    void open() throws IOException
    {
        server = RpcServer.open(directory.resolve("s"), SMALL, List.of(arithmetic));
        line = new Wireline(directory.resolve("s"));
    }

    @AfterEach
    void close() throws IOException
    {
        line.close();
        server.close();
    }

    @Test
    void line_overTheLimit_isRefusedAndTheConnectionGoesOn() throws IOException
    {
        assertThat(error(line.ask("\"" + "a".repeat(2000) + "\""))).isEqualTo(Json.of(-32600));
        assertThat(result(line.ask(request(1, "sum", "[1,2,4]")))).isEqualTo(Json.of(7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"\u00C3\"|not UTF-8", "{\"a\":1,\"a\":2}|there twice"})
    void line_thatMayLookLikeJson_isAParseErrorWithItsReason(String text, String reason) throws IOException
    {
        line.send((text + "\n").getBytes(ISO_8859_1));
        Json answer = line.read();

        assertThat(error(answer)).isEqualTo(Json.of(-32700));
        assertThat(answer.toString()).contains(reason);
        assertThat(result(line.ask(request(1, "sum", "[1,2,4]")))).isEqualTo(Json.of(7));
    }

    @Test
    void line_nestedTooDeep_isAParseErrorWithItsReason() throws IOException
    {
        assertThat(line.ask("[".repeat(400)).toString()).contains("-32700", "nested deeper than 64");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "sum|[1,2]|Invalid params: c is missing",
        "sum|[1,2,3,4]|Invalid params: sum has 3 at most, found 4",
        "sum|{\"a\":1,\"b\":2,\"c\":3,\"d\":4}|Invalid params: sum has no parameter \\\"d\\\"",
        "sum|{\"a\":1,\"b\":2,\"c\":\"x\"}|Invalid params: c: expected a whole number, found a string",
        "sum|{\"a\":1,\"b\":2,\"c\":9223372036854775808}|Invalid params: c: expected a whole number from",
        "optional|{\"software\":{\"name\":\"a\"}}|Invalid params: software: version: is missing",
        "optional|{\"software\":{\"name\":\"a\",\"version\":\"1\",\"x\":1}}|Invalid params: software: x: is not known"})
    void params_thatDoNotFit_areRefusedByName(String method, String params, String message) throws IOException
    {
        Json answer = line.ask(request(1, method, params));

        assertThat(error(answer)).isEqualTo(Json.of(-32602));
        assertThat(answer.toString()).contains(message);
    }

    @Test
    void params_optional_mayBeAbsentOrNull() throws IOException
    {
        assertThat(result(line.ask(request(1, "optional", "{}")))).isEqualTo(Json.of("Optional.empty OptionalInt.empty Optional.empty"));
        assertThat(result(line.ask(request(1, "optional", "{\"text\":null,\"number\":3,\"software\":{\"name\":\"a\",\"version\":\"1\"}}"))))
                .isEqualTo(Json.of("Optional.empty OptionalInt[3] Optional[Software[name=a, version=1]]"));
    }

    @Test
    void methodThatBreaks_isAnsweredWithAnIdAndNoInternals() throws IOException
    {
        Json answer = line.ask(request(1, "break", "{}"));

        assertThat(error(answer)).isEqualTo(Json.of(-32000));
        assertThat(answer.toString()).doesNotContain("secret", "Exception", "java").containsPattern("has it under [0-9a-f]{8}");
    }

    @Test
    void batch_runsConcurrently() throws IOException
    {
        Json answer = line.ask("[" + request(1, "wait", "{}") + "," + request(2, "release", "{}") + "]");

        assertThat(answer.toString()).contains("\"id\":1,\"result\":\"released\"", "\"id\":2,\"result\":null");
    }

    @Test
    void pipelinedRequests_areAnsweredAsTheyAreReady() throws IOException
    {
        line.send(request(1, "wait", "{}"));
        assertThat(line.ask(request(2, "sum", "[1,2,4]")).get("id")).contains(Json.of(2));
        line.send(request(3, "release", "{}"));

        assertThat(List.of(line.read().get("id").orElseThrow(), line.read().get("id").orElseThrow())).containsExactlyInAnyOrder(Json.of(1),
                Json.of(3));
    }

    @Test
    void cancel_requestThatRuns_isAnsweredOnceAndInterrupted() throws IOException
    {
        line.send(request(1, "wait", "{}"));
        await(() -> arithmetic.waiting.get() == 1);

        Json answer = line.ask("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel\",\"params\":{\"id\":1}}");

        assertThat(answer.get("id")).contains(Json.of(1));
        assertThat(error(answer)).isEqualTo(Json.of(-32006));
        await(() -> arithmetic.interrupted.get() == 1);
        assertThat(result(line.ask(request(2, "sum", "[1,2,4]")))).isEqualTo(Json.of(7));
    }

    @Test
    void cancel_requestThatWaitsItsTurn_isAnswered() throws IOException
    {
        line.send(request(1, "wait", "{}"));
        line.send(request(2, "wait", "{}"));
        await(() -> arithmetic.waiting.get() == 2);
        line.send(request(3, "wait", "{}"));

        assertThat(line.ask("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel\",\"params\":{\"id\":3}}").get("id")).contains(Json.of(3));
        assertThat(arithmetic.waiting).hasValue(2);
    }

    @Test
    void requests_moreThanMayBeOutstanding_areRefused() throws IOException
    {
        for (int i = 1; i <= 4; i++) {
            line.send(request(i, "wait", "{}"));
        }
        Json answer = line.ask(request(5, "wait", "{}"));

        assertThat(answer.get("id")).contains(Json.of(5));
        assertThat(error(answer)).isEqualTo(Json.of(-32004));
    }

    @Test
    void connections_moreThanAllowed_areToldAndClosed() throws IOException
    {
        try (Wireline second = new Wireline(directory.resolve("s"));
                Wireline third = new Wireline(directory.resolve("s"));
                Wireline fourth = new Wireline(directory.resolve("s"))) {
            assertThat(result(second.ask(request(1, "sum", "[1,2,4]")))).isEqualTo(Json.of(7));
            assertThat(result(third.ask(request(1, "sum", "[1,2,4]")))).isEqualTo(Json.of(7));

            assertThat(error(fourth.read())).isEqualTo(Json.of(-32004));
            assertThat(fourth.isAtEnd()).isTrue();
        }
    }

    @Test
    void peerThatDoesNotRead_isDroppedWhileOthersAreServed() throws IOException
    {
        try (Wireline deaf = new Wireline(directory.resolve("s"))) {
            deaf.send(request(1, "text", "[8000000]"));
            await(() -> server.connections() == 2);

            assertThat(result(line.ask(request(1, "sum", "[1,2,4]")))).isEqualTo(Json.of(7));
            await(() -> server.connections() == 1);
        }
    }

    @Test
    void peerThatIsFlooded_isDroppedWithoutWaiting() throws IOException
    {
        try (Wireline deaf = new Wireline(directory.resolve("s"))) {
            deaf.send(request(1, "flood", "[100,100000]"));

            await(() -> server.connections() == 1);
        }
    }

    @Test
    void notifications_reachThePeerInOrder() throws IOException
    {
        line.send(request(1, "flood", "[50,10]"));
        Set<Json> numbers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Json message = line.read();
            assertThat(message.get("id")).isEmpty();
            assertThat(message.get("params").flatMap(params -> params.get("number"))).contains(Json.of(i));
            numbers.add(message);
        }

        assertThat(numbers).hasSize(50);
        assertThat(line.read().get("id")).contains(Json.of(1));
    }

    @Test
    void currentPeer_isTheAccountOfTheOtherEnd() throws IOException
    {
        assertThat(result(line.ask(request(1, "who", "{}")))).isEqualTo(Json.of(System.getProperty("user.name")));
    }

    @Test
    void endOfInput_afterARequest_isAnsweredFirst() throws IOException
    {
        line.send(request(1, "sum", "[1,2,4]").getBytes(UTF_8));
        line.endInput();

        assertThat(result(line.read())).isEqualTo(Json.of(7));
        assertThat(line.isAtEnd()).isTrue();
    }

    @Test
    void close_whileARequestRuns_endsIt() throws IOException
    {
        line.send(request(1, "wait", "{}"));
        await(() -> arithmetic.waiting.get() == 1);

        server.close();

        await(() -> arithmetic.interrupted.get() == 1);
        assertThat(Files.exists(directory.resolve("s"))).isFalse();
    }

    @Test
    void close_twice_leavesTheSocketOfTheNextServer() throws IOException
    {
        server.close();
        try (RpcServer _ = RpcServer.open(directory.resolve("s"), SMALL, List.of(arithmetic))) {
            server.close();

            new Wireline(directory.resolve("s")).close();
        }
    }

    @Test
    void socket_isForOwnerAndGroup() throws IOException
    {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("s")))).isEqualTo("rw-rw----");
    }

    @Test
    void open_whileAServerRuns_isRefused()
    {
        assertThatThrownBy(() -> RpcServer.open(directory.resolve("s"), SMALL, List.of())).isInstanceOf(IOException.class)
                .hasMessageContaining("a daemon runs already");
    }

    @Test
    void open_twoHandlersOfOneMethod_isRefused()
    {
        assertThatThrownBy(() -> MethodTable.of(List.of(arithmetic, new Arithmetic()))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String request(int id, String method, String params)
    {
        return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params);
    }

    private static Json result(Json answer)
    {
        return answer.get("result").orElseThrow(() -> new AssertionError("no result: " + answer));
    }

    private static Json error(Json answer)
    {
        return answer.get("error").flatMap(error -> error.get("code")).orElseThrow(() -> new AssertionError("no error: " + answer));
    }

    /// Waits for what other threads do; the test's own time limit ends it.
    private static void await(BooleanSupplier condition)
    {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
