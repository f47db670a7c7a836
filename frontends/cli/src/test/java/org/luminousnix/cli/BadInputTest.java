package org.luminousnix.cli;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.cli.LabMachine.Ended;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// What people and programs get wrong, against the real daemon. Nothing of it may change anything.
@Timeout(400)
class BadInputTest
{
    @TempDir
    private static Path directory;

    private static LabMachine machine;
    private static String before;

    @BeforeAll
    static void begin()
    {
        machine = new LabMachine(directory);
        Ended first = machine.ask("list generations");
        assertThat(first.code()).as(first.toString()).isZero();
        before = LabMachine.read(machine.configuration());
    }

    @AfterAll
    static void end()
    {
        machine.close();
    }

    @AfterEach
    void restore()
    {
        LabMachine.write(machine.configuration(), before);
        assertThat(machine.generations()).isEqualTo(1);
    }

    @Test
    void noText_isAUsageError()
    {
        assertThat(machine.ask("  ").code()).isEqualTo(2);
    }

    @Test
    void emptyText_overTheSocket_isNotUnderstood()
    {
        try (var client = machine.connect()) {
            assertThat(new SocketFlow(client).ask("").plan()).isEmpty();
        }
    }

    @Test
    void unknownPackage_plansNothingAndSuggests()
    {
        Ended ended = machine.ask("--dry-run", "install ripgrpe");

        // Either the slip is mended and shown as such, or it is asked about; ripgrep is named in both.
        assertThat(ended.out()).as(ended.toString()).contains("ripgrep");
        LabMachine.write(machine.configuration(), before);
    }

    @Test
    void packageThatIsNowhere_plansNothing()
    {
        Ended ended = machine.ask("--yes", "install frobnicator-of-doom");

        assertThat(ended.code()).as(ended.toString()).isIn(3, 4);
        assertThat(LabMachine.read(machine.configuration())).isEqualTo(before);
    }

    @Test
    void unfreePackage_saysWhatWouldHaveToBeAllowed()
    {
        Ended ended = machine.ask("--dry-run", "install spotify");

        assertThat(ended.out()).as(ended.toString()).containsIgnoringCase("unfree");
        assertThat(LabMachine.read(machine.configuration())).isEqualTo(before);
    }

    @Test
    void configurationThatDoesNotParse_namesThePlaceAndWritesNothing()
    {
        String broken = before.replaceFirst("environment\\.systemPackages =", "environment.systemPackages == [");
        LabMachine.write(machine.configuration(), broken);

        Ended ended = machine.ask("--yes", "install ripgrep");

        assertThat(ended.code()).as(ended.toString()).isIn(1, 3);
        assertThat(ended.out() + ended.err()).containsPattern("configuration\\.nix:\\d+:\\d+");
        assertThat(LabMachine.read(machine.configuration())).isEqualTo(broken);
    }

    @Test
    void buildThatFails_restoresTheConfigurationAndShowsTheLog()
    {
        String failing = before.replaceFirst("(environment\\.systemPackages = with pkgs; \\[)",
                """
                $1
                    (derivation {
                      name = "broken-1.0"; system = builtins.currentSystem; builder = "/bin/sh";
                      args = [ "-c" "echo the-dog-ate-it >&2; exit 3" ];
                    })""");
        LabMachine.write(machine.configuration(), failing);

        Ended ended = machine.ask("--yes", "install ripgrep");

        assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
        assertThat(ended.out()).contains("the-dog-ate-it");
        assertThat(LabMachine.read(machine.configuration())).isEqualTo(failing);
    }

    @Test
    void oneMebibyteOfText_isRefusedAndTheConnectionGoesOn() throws IOException
    {
        try (var raw = new RawConnection()) {
            String request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"daemon.ping\",\"params\":{\"x\":\"" + "a".repeat(1 << 20)
                    + "\"}}\n";

            assertThat(raw.answerTo(request.getBytes(UTF_8)).get("error").flatMap(error -> error.get("code"))).contains(Json.of(-32600));
            assertThat(raw.answerTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"daemon.ping\"}\n".getBytes(UTF_8)).get("result"))
                    .isPresent();
        }
    }

    @Test
    void invalidUtf8_isAParseErrorAndTheConnectionGoesOn() throws IOException
    {
        try (var raw = new RawConnection()) {
            byte[] request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"daemon.ping?\"}\n".getBytes(UTF_8);
            request[request.length - 4] = (byte) 0xC3;

            assertThat(raw.answerTo(request).get("error").flatMap(error -> error.get("code"))).contains(Json.of(-32700));
            assertThat(raw.answerTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"daemon.ping\"}\n".getBytes(UTF_8)).get("result"))
                    .isPresent();
        }
    }

    /// A connection that writes bytes as they are.
    private static final class RawConnection implements AutoCloseable
    {
        private final SocketChannel channel;

        private RawConnection() throws IOException
        {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(machine.socket()));
        }

        private Json answerTo(byte[] line) throws IOException
        {
            ByteBuffer out = ByteBuffer.wrap(line);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            StringBuilder text = new StringBuilder();
            ByteBuffer in = ByteBuffer.allocate(1);
            while (channel.read(in) == 1 && in.get(0) != '\n') {
                text.append((char) in.get(0));
                in.clear();
            }
            return JsonReader.read(text.toString());
        }

        @Override
        public void close() throws IOException
        {
            channel.close();
        }
    }
}
