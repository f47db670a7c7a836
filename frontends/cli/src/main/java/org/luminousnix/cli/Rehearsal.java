package org.luminousnix.cli;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;
import org.luminousnix.protocol.JsonWriter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/// Walks the ways that a sentence walks, against answers from a resource and with the output thrown away, so that an AOT cache that is
/// recorded of it (JEP 514) holds what a real run needs. Whoever packages the client runs it with `-XX:AOTCacheOutput`.
public final class Rehearsal
{
    private Rehearsal()
    {}

    /// Rehearses once.
    public static void main(String[] arguments) throws IOException
    {
        Path directory = Files.createTempDirectory("ask-nix-rehearsal");
        Path socket = directory.resolve("daemon.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket))) {
            Thread thread = new Thread(() -> serve(server, answers()), "rehearsal");
            thread.setDaemon(true);
            thread.start();
            say(socket, "is ripgrep installed");
            say(socket, "--dry-run", "install ripgrep");
        }
        finally {
            Files.deleteIfExists(socket);
            Files.delete(directory);
        }
    }

    private static void say(Path socket, String... arguments)
    {
        CommandLineReader.Line line = CommandLineReader.read(arguments);
        Terminal terminal = new Terminal(80, true, true, false, true, false);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        Screen screen = Screen.of(terminal, InputStream.nullInputStream(), nowhere, nowhere, false);
        Processes processes = new Processes();
        DaemonConnector connector = new DaemonConnector(screen, socket, socket.getParent(), Optional.empty(), processes);
        new Client(screen, line.options(), Map.of(), connector, processes).run(line.command());
    }

    private static Json answers()
    {
        try (InputStream in = Rehearsal.class.getResourceAsStream("rehearsal.json")) {
            return JsonReader.read(new String(requireNonNull(in, "rehearsal.json is missing").readAllBytes(), UTF_8));
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocketChannel server, Json answers)
    {
        try {
            while (true) {
                answer(server.accept(), answers);
            }
        }
        catch (IOException _) {
            // The rehearsal is over.
        }
    }

    private static void answer(SocketChannel channel, Json answers) throws IOException
    {
        try (channel;
                BufferedReader in = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), UTF_8));
                OutputStream out = Channels.newOutputStream(channel)) {
            String line = in.readLine();
            while (line != null) {
                Json request = JsonReader.read(line);
                Json answer = request.get("method").flatMap(Json::text).flatMap(answers::get).orElseGet(Json::ofNull);
                out.write(JsonWriter.line(Json.object().put("jsonrpc", "2.0").put("id", request.get("id").orElseGet(Json::ofNull))
                        .put("result", answer).build()));
                line = in.readLine();
            }
        }
    }
}
