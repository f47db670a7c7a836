package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A connection on which lines are written and read as they are.
final class Wireline implements AutoCloseable
{
    private final SocketChannel channel;
    private final BufferedReader lines;

    Wireline(Path socket) throws IOException
    {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        lines = new BufferedReader(Channels.newReader(channel, UTF_8));
    }

    void send(String line) throws IOException
    {
        send((line + "\n").getBytes(UTF_8));
    }

    void send(byte[] bytes) throws IOException
    {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// Sends a line and returns the next line that comes.
    Json ask(String line) throws IOException
    {
        send(line);
        return read();
    }

    Json read() throws IOException
    {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the server closed the connection");
        }
        return JsonReader.read(line);
    }

    boolean isAtEnd() throws IOException
    {
        return lines.readLine() == null;
    }

    void endInput() throws IOException
    {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException
    {
        channel.close();
    }
}
