package org.luminousnix.daemon.rpc;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Measures round trips over the socket: clients that ask one thing after the other, in the process of the server.
///
/// Prints, for each number of clients, the median and the 99th percentile, the requests a second, and the processor time of
/// client and server together, which alone says something on a machine that does other things too.
public final class RpcBench
{
    private static final byte[] REQUEST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sum\",\"params\":{\"a\":1,\"b\":2,\"c\":4}}\n"
            .getBytes(UTF_8);
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int MOST = 4_000_000;

    private RpcBench()
    {}

    /// @param arguments how many seconds each measurement takes; 4 without it
    public static void main(String[] arguments) throws Exception
    {
        Duration duration = Duration.ofSeconds(arguments.length == 0 ? 4 : Integer.parseInt(arguments[0]));
        Path directory = Files.createTempDirectory("rpc");
        Path socket = directory.resolve("s");
        try (RpcServer _ = RpcServer.open(socket, Limits.defaults(), List.of(new Arithmetic()))) {
            measure(socket, 8, Duration.ofSeconds(3));
            for (int clients : new int[] {1, 8, 64}) {
                long before = PROCESS.getProcessCpuTime();
                long[] times = measure(socket, clients, duration);
                double cpu = (PROCESS.getProcessCpuTime() - before) / 1e3 / times.length;
                System.out.printf("%2d clients: p50 %6.1f us, p99 %8.1f us, %7.0f requests/s, %5.1f us of processor a request%n", clients,
                        times[times.length / 2] / 1e3,
                        times[times.length * 99 / 100] / 1e3, times.length * 1e9 / duration.toNanos(), cpu);
            }
        }
        Files.delete(directory.resolve("s.lock"));
        Files.delete(directory);
    }

    private static long[] measure(Path socket, int clients, Duration duration) throws Exception
    {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<long[]>> tasks = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                tasks.add(() -> ask(socket, duration, MOST / clients));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> each : threads.invokeAll(tasks)) {
                times.add(each.get());
            }
            return times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
    }

    private static long[] ask(Path socket, Duration duration, int most) throws IOException
    {
        long[] times = new long[most];
        int count = 0;
        ByteBuffer answer = ByteBuffer.allocateDirect(1000);
        ByteBuffer request = ByteBuffer.allocateDirect(REQUEST.length).put(REQUEST).flip();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            long end = System.nanoTime() + duration.toNanos();
            for (long start = System.nanoTime(); start < end && count < most; start = System.nanoTime()) {
                channel.write(request.rewind());
                answer.clear();
                while (answer.position() == 0 || answer.get(answer.position() - 1) != '\n') {
                    if (channel.read(answer) < 0) {
                        throw new IOException("the server closed the connection");
                    }
                }
                times[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(times, count);
    }
}
