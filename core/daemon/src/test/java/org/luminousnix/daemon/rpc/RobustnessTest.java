package org.luminousnix.daemon.rpc;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.Json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class RobustnessTest
{
    private static final long SEED = 20261120;
    private static final int CLIENTS = 64;
    private static final int CALLS = 200;
    private static final String[] PIECES = {"{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d800", "null", "true", "1e999", "-",
        "\"jsonrpc\"", "\"2.0\"", "\"id\"", "\"method\"",
        "\"sum\"", "\"$/cancel\"", "\"params\"", "\"rpc.discover\"", " ", "\r", "\t", "\u0000", "\u00ff", "0", "ñ"};

    @TempDir
    private Path directory;

    @Test
    void garbage_ofAnyKind_leavesTheServerAnswering() throws IOException
    {
        Random random = new Random(SEED);
        try (RpcServer server = RpcServer.open(directory.resolve("s"), Limits.defaults(), List.of(new Arithmetic()))) {
            for (int connection = 0; connection < 20; connection++) {
                try (Wireline line = new Wireline(directory.resolve("s"))) {
                    for (int i = 0; i < 500; i++) {
                        line.send(i % 2 == 0 ? bytes(random) : pieces(random));
                    }
                    line.send("\n{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"sum\",\"params\":[1,2,4]}");
                    readTo("last", line);
                }
            }
            assertThat(server.methods().entries()).isNotEmpty();
        }
    }

    @Test
    void mutatedRequests_leaveTheServerAnswering() throws IOException
    {
        Random random = new Random(SEED);
        String request = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"subtract\",\"params\":{\"minuend\":42,\"subtrahend\":23}}";
        try (RpcServer _ = RpcServer.open(directory.resolve("s"), Limits.defaults(), List.of(new Arithmetic()));
                Wireline line = new Wireline(directory.resolve("s"))) {
            for (int i = 0; i < 5000; i++) {
                line.send(mutated(request.getBytes(UTF_8), random));
                if (i % 100 == 99) {
                    line.send("\n{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"sum\",\"params\":[1,2,4]}");
                    readTo("last", line);
                }
            }
        }
    }

    @Test
    void manyClients_eachGetTheirOwnAnswers() throws Exception
    {
        try (RpcServer _ = RpcServer.open(directory.resolve("s"), Limits.defaults(), List.of(new Arithmetic()));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(() -> rightAnswers(client));
            }
            int right = 0;
            for (Future<Integer> answers : threads.invokeAll(clients)) {
                right += answers.get();
            }

            assertThat(right).isEqualTo(CLIENTS * CALLS);
        }
    }

    private int rightAnswers(int client)
    {
        int right = 0;
        try (DaemonClient daemon = DaemonClient.connect(directory.resolve("s"))) {
            for (int i = 0; i < CALLS; i++) {
                Json difference = daemon.call("subtract", Json.object().put("minuend", client).put("subtrahend", i).build(), Json.class,
                        Duration.ofSeconds(20));
                right += difference.equals(Json.of(client - i)) ? 1 : 0;
            }
        }
        return right;
    }

    private static void readTo(String id, Wireline line) throws IOException
    {
        Json message = line.read();
        while (!message.get("id").equals(java.util.Optional.of(Json.of(id)))) {
            message = line.read();
        }
        assertThat(message.get("result")).contains(Json.of(7));
    }

    private static byte[] bytes(Random random)
    {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] pieces(Random random)
    {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.append('\n').toString().getBytes(UTF_8);
    }

    private static byte[] mutated(byte[] request, Random random)
    {
        byte[] bytes = new byte[request.length + 1];
        System.arraycopy(request, 0, bytes, 0, request.length);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(request.length)] = (byte) (random.nextInt(3) == 0
                    ? random.nextInt(256)
                    : PIECES[random.nextInt(PIECES.length)].charAt(0));
        }
        bytes[request.length] = '\n';
        return bytes;
    }
}
