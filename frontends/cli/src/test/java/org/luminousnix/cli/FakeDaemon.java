package org.luminousnix.cli;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;
import org.luminousnix.protocol.JsonWriter;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.Wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A daemon on a real socket that says what a test tells it to, and remembers what it was asked.
final class FakeDaemon implements AutoCloseable
{
    private final ServerSocketChannel server;
    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Json> requests = new CopyOnWriteArrayList<>();

    FakeDaemon(Path socket)
    {
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /// What is said to one request.
    sealed interface Answer
    {
        /// A result, after notifications.
        record Result(List<Json> events, Json result) implements Answer
        {}

        /// An error.
        record Failure(RpcException error) implements Answer
        {}

        /// The end of the connection.
        record HangUp() implements Answer
        {}

    }

    /// Answers `method` with the record, the next time after those that were given before; the last one is given ever after.
    FakeDaemon answer(String method, Object result)
    {
        return answer(method, new Answer.Result(List.of(), Wire.write(result)));
    }

    FakeDaemon answer(String method, Answer answer)
    {
        answers.computeIfAbsent(method, _ -> new ArrayList<>()).add(answer);
        return this;
    }

    /// Forgets what was prepared for `method`, and answers this ever after.
    FakeDaemon instead(String method, Answer answer)
    {
        answers.remove(method);
        return answer(method, answer);
    }

    /// Returns the parameters of every request of a method, in order.
    List<Json> asked(String method)
    {
        return requests.stream().filter(request -> request.get("method").flatMap(Json::text).filter(method::equals).isPresent())
                .map(request -> request.get("params").orElseThrow()).toList();
    }

    private void accept()
    {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().start(() -> serve(channel));
            }
        }
        catch (ClosedChannelException _) {
            // The test is over.
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel channel)
    {
        try (channel;
                BufferedReader in = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), UTF_8));
                OutputStream out = Channels.newOutputStream(channel)) {
            String line = in.readLine();
            while (line != null && reply(JsonReader.read(line), out)) {
                line = in.readLine();
            }
        }
        catch (IOException _) {
            // The client went away, which tests do on purpose.
        }
    }

    /// Answers a request; says whether the connection goes on.
    private boolean reply(Json request, OutputStream out) throws IOException
    {
        requests.add(request);
        if (request.get("id").isEmpty()) {
            return true;
        }
        Json.Builder message = Json.object().put("jsonrpc", "2.0").put("id", request.get("id").get());
        switch (next(request.get("method").flatMap(Json::text).orElseThrow())) {
            case Answer.Result result -> {
                for (Json event : result.events()) {
                    out.write(JsonWriter
                            .line(Json.object().put("jsonrpc", "2.0").put("method", "execution.event").put("params", event).build()));
                }
                out.write(JsonWriter.line(message.put("result", result.result()).build()));
            }
            case Answer.Failure failure -> out.write(JsonWriter.line(message.put("error", Json.object()
                    .put("code", failure.error().code().code()).put("message", failure.error().getMessage()).build()).build()));
            case Answer.HangUp _ -> {
                return false;
            }
        }
        return true;
    }

    private synchronized Answer next(String method)
    {
        List<Answer> left = answers.get(method);
        if (left == null) {
            throw new AssertionError("nothing prepared for " + method);
        }
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    @Override
    public void close()
    {
        try {
            server.close();
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
