package org.luminousnix.daemon.rpc;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonArray;
import org.luminousnix.protocol.JsonReader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/// The examples of the JSON-RPC 2.0 specification, section 7, over a real socket.
@Timeout(20)
class SpecificationTest
{
    private final Arithmetic arithmetic = new Arithmetic();

    @TempDir
    private Path directory;
    private RpcServer server;
    private Wireline line;

    @BeforeEach
    void open() throws IOException
    {
        server = RpcServer.open(directory.resolve("s"), Limits.defaults(), List.of(arithmetic));
        line = new Wireline(directory.resolve("s"));
    }

    @AfterEach
    void close() throws IOException
    {
        line.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // rpc call with positional parameters
        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [42, 23], \"id\": 1}|{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 1}",
        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [23, 42], \"id\": 2}|{\"jsonrpc\": \"2.0\", \"result\": -19, \"id\": 2}",
        // rpc call with named parameters
        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": {\"subtrahend\": 23, \"minuend\": 42}, \"id\": 3}|{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 3}",
        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": {\"minuend\": 42, \"subtrahend\": 23}, \"id\": 4}|{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 4}",
        // rpc call of non-existent method
        "{\"jsonrpc\": \"2.0\", \"method\": \"foobar\", \"id\": \"1\"}|{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32601, \"message\": \"Method not found\"}, \"id\": \"1\"}",
        // rpc call with invalid JSON
        "{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz]|{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32700, \"message\": \"Parse error\"}, \"id\": null}",
        // rpc call with invalid Request object
        "{\"jsonrpc\": \"2.0\", \"method\": 1, \"params\": \"bar\"}|{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}",
        // rpc call Batch, invalid JSON
        "[{\"jsonrpc\": \"2.0\", \"method\": \"sum\", \"params\": [1,2,4], \"id\": \"1\"},{\"jsonrpc\": \"2.0\", \"method\"]|{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32700, \"message\": \"Parse error\"}, \"id\": null}",
        // rpc call with an empty Array
        "[]|{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}",
        // rpc call with an invalid Batch (but not empty)
        "[1]|[{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}]",
        // rpc call with invalid Batch
        "[1,2,3]|[{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null},"
                + "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null},"
                + "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}]"
    })
    void request_ofTheSpecification_getsItsAnswer(String request, String answer) throws IOException
    {
        assertThat(line.ask(request)).isEqualTo(JsonReader.read(answer));
    }

    @Test
    void notifications_ofTheSpecification_getNoAnswer() throws IOException
    {
        line.send("{\"jsonrpc\": \"2.0\", \"method\": \"update\", \"params\": [1,2,3,4,5]}");
        line.send("{\"jsonrpc\": \"2.0\", \"method\": \"foobar\"}");
        line.send(
                "[{\"jsonrpc\": \"2.0\", \"method\": \"notify_sum\", \"params\": [1,2,4]},{\"jsonrpc\": \"2.0\", \"method\": \"notify_hello\", \"params\": [7]}]");
        line.endInput();

        assertThat(line.isAtEnd()).isTrue();
        assertThat(arithmetic.updates).hasValue(2);
    }

    @Test
    void batch_ofTheSpecification_getsAnAnswerForEachRequestInAnyOrder() throws IOException
    {
        Json answer = line.ask("[{\"jsonrpc\": \"2.0\", \"method\": \"sum\", \"params\": [1,2,4], \"id\": \"1\"},"
                + "{\"jsonrpc\": \"2.0\", \"method\": \"notify_hello\", \"params\": [7]},"
                + "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [42,23], \"id\": \"2\"},"
                + "{\"foo\": \"boo\"},"
                + "{\"jsonrpc\": \"2.0\", \"method\": \"foo.get\", \"params\": {\"name\": \"myself\"}, \"id\": \"5\"},"
                + "{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"id\": \"9\"}]");

        assertThat(((JsonArray) answer).items()).containsExactlyInAnyOrder(
                JsonReader.read("{\"jsonrpc\": \"2.0\", \"result\": 7, \"id\": \"1\"}"),
                JsonReader.read("{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": \"2\"}"),
                JsonReader.read("{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}"),
                JsonReader.read("{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32601, \"message\": \"Method not found\"}, \"id\": \"5\"}"),
                JsonReader.read("{\"jsonrpc\": \"2.0\", \"result\": [\"hello\", 5], \"id\": \"9\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1.50|1.50", "-0|-0", "123456789012345678901234567890|123456789012345678901234567890", "\"ñ\\u0007\"|\"ñ\\u0007\"", "\"\"|\"\"",
        "null|null"})
    void id_ofAnyAllowedKind_isEchoedAsItWasWritten(String id, String echoed) throws IOException
    {
        assertThat(line.ask("{\"jsonrpc\": \"2.0\", \"method\": \"sum\", \"params\": [1,2,4], \"id\": " + id + "}"))
                .isEqualTo(JsonReader.read("{\"jsonrpc\": \"2.0\", \"id\": " + echoed + ", \"result\": 7}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"get_data\",\"id\":{}}", "{\"jsonrpc\":\"2.0\",\"method\":\"get_data\",\"id\":true}",
        "{\"jsonrpc\":\"1.0\",\"method\":\"get_data\",\"id\":1}",
        "{\"method\":\"get_data\",\"id\":1}", "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"get_data\",\"params\":7,\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"get_data\",\"params\":null,\"id\":1}", "7", "null", "\"text\"", "{}"})
    void request_thatIsNone_isInvalidWithANullId(String request) throws IOException
    {
        Json answer = line.ask(request);

        assertThat(answer.get("id")).contains(Json.ofNull());
        assertThat(answer.get("error").flatMap(error -> error.get("code"))).contains(Json.of(-32600));
    }
}
