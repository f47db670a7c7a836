package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Software;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The methods that the examples of the JSON-RPC 2.0 specification call, and some that misbehave.
public interface ArithmeticMethods
{
    @JsonRpcMethod("subtract")
    long subtract(@JsonRpcParam("minuend") long minuend, @JsonRpcParam("subtrahend") long subtrahend);

    @JsonRpcMethod("sum")
    long sum(@JsonRpcParam("a") long a, @JsonRpcParam("b") long b, @JsonRpcParam("c") long c);

    @JsonRpcMethod("update")
    void update(@JsonRpcParam("a") long a, @JsonRpcParam("b") long b, @JsonRpcParam("c") long c, @JsonRpcParam("d") long d,
            @JsonRpcParam("e") long e);

    @JsonRpcMethod("notify_hello")
    void notifyHello(@JsonRpcParam("a") long a);

    @JsonRpcMethod("get_data")
    List<Json> data();

    @JsonRpcMethod("echo")
    Json echo(@JsonRpcParam("value") Json value);

    @JsonRpcMethod("optional")
    String optional(@JsonRpcParam("text") Optional<String> text, @JsonRpcParam("number") OptionalInt number,
            @JsonRpcParam("software") Optional<Software> software);

    /// Waits until it is interrupted, or [#release] is called.
    @JsonRpcMethod("wait")
    String await() throws InterruptedException;

    @JsonRpcMethod("release")
    void release();

    @JsonRpcMethod("break")
    void breakDown();

    @JsonRpcMethod("who")
    String who();

    /// Sends so many notifications to the peer.
    @JsonRpcMethod("flood")
    void flood(@JsonRpcParam("number") int number, @JsonRpcParam("bytes") int bytes);

    @JsonRpcMethod("text")
    String text(@JsonRpcParam("bytes") int bytes);
}
