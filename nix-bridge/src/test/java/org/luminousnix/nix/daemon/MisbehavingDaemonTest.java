package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luminousnix.nix.NixErrorCode.DAEMON_CANCELLED;
import static org.luminousnix.nix.NixErrorCode.DAEMON_ERROR;
import static org.luminousnix.nix.NixErrorCode.DAEMON_TIMEOUT;
import static org.luminousnix.nix.NixErrorCode.DAEMON_UNREACHABLE;
import static org.luminousnix.nix.NixErrorCode.PROTOCOL_VIOLATION;
import static org.luminousnix.nix.daemon.FakeDaemon.LAST;
import static org.luminousnix.nix.daemon.FakeDaemon.greeting;
import static org.luminousnix.nix.daemon.Nothing.NOTHING;

/// Talks with daemons that hang up, fall silent or lie.
class MisbehavingDaemonTest
{
    private static final StorePath KONSOLE = StorePath.ofBaseName("7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-konsole-18.12.3");
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void open_withoutADaemon_isUnreachable()
    {
        var endpoint = new SocketEndpoint(directory.resolve("none"));

        assertThatExceptionOfType(NixException.class)
                .isThrownBy(() -> DaemonConnection.open(endpoint, StoreDirectory.USUAL, Optional.empty(), DaemonTimes.usual()))
                .extracting(NixException::code).isEqualTo(DAEMON_UNREACHABLE);
    }

    @Test
    void open_ofWhatHangsUp_isUnreachable() throws IOException
    {
        openFails(DaemonTimes.usual(), DAEMON_UNREACHABLE, _ -> {});
    }

    @Test
    void open_ofWhatSaysNothing_timesOut() throws IOException
    {
        openFails(new DaemonTimes(SHORT, LONG, LONG), DAEMON_TIMEOUT, conversation -> {
            conversation.in().number();
            conversation.in().number();
            conversation.stall();
        });
    }

    @Test
    void open_ofAWebServer_isAViolation() throws IOException
    {
        openFails(DaemonTimes.usual(), PROTOCOL_VIOLATION, conversation -> {
            conversation.out().raw("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII), 0, 28);
            conversation.out().flush();
            conversation.in().number();
            conversation.in().number();
            conversation.stall();
        });
    }

    @Test
    void call_thatIsNotAnswered_timesOutAndDropsTheConnection() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.stall();
        })); DaemonConnection connection = daemon.connect(new DaemonTimes(LONG, SHORT, LONG))) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(WorkerOperations.IS_VALID_PATH, KONSOLE))
                    .withMessage("IsValidPath: the Nix daemon did not answer within 200 ms").extracting(NixException::code)
                    .isEqualTo(DAEMON_TIMEOUT);
            assertThat(connection.usable()).isFalse();
        }
    }

    @Test
    void call_whoseAnswerBreaksOff_isUnreachable() throws IOException
    {
        callFails(DAEMON_UNREACHABLE, "616c7473");
    }

    @Test
    void call_withAnUnknownMessage_isAViolation() throws IOException
    {
        callFails(PROTOCOL_VIOLATION, "efbeadde00000000");
    }

    @Test
    void call_thatIsAskedForDataAsLongAgo_isAViolation() throws IOException
    {
        callFails(PROTOCOL_VIOLATION, "6174616400000000" + "0010000000000000");
    }

    @Test
    void call_withALengthOf2To63_isAViolation() throws IOException
    {
        callFails(PROTOCOL_VIOLATION, "676d6c6f00000000" + "0000000000000080");
    }

    @Test
    void call_withALengthJustAboveTheCap_isAViolation() throws IOException
    {
        callFails(PROTOCOL_VIOLATION, "676d6c6f00000000" + "0100000400000000");
    }

    @Test
    void call_withALengthBelowTheCapAndNoBytes_isUnreachable() throws IOException
    {
        callFails(DAEMON_UNREACHABLE, "676d6c6f00000000" + "0000000400000000" + "4141414141414141");
    }

    @Test
    void call_withPaddingThatIsNotZero_isAViolation() throws IOException
    {
        callFails(PROTOCOL_VIOLATION, "676d6c6f00000000" + "0100000000000000" + "4141414141414141");
    }

    @Test
    void call_withSixtyFiveFields_isAViolation() throws IOException
    {
        callFails(PROTOCOL_VIOLATION, "544c535200000000" + "0100000000000000" + "6500000000000000" + "4100000000000000");
    }

    @Test
    void call_withAFieldOfAnUnknownType_isAViolation() throws IOException
    {
        callFails(PROTOCOL_VIOLATION,
                "544c535200000000" + "0100000000000000" + "6500000000000000" + "0100000000000000" + "0200000000000000");
    }

    @Test
    void allPaths_withACountOf2To63_isAViolation() throws IOException
    {
        allPathsFails(PROTOCOL_VIOLATION, "73746c6100000000" + "0000000000000080");
    }

    @Test
    void allPaths_withFiveMillionsPromisedAndNoneSent_isUnreachable() throws IOException
    {
        allPathsFails(DAEMON_UNREACHABLE, "73746c6100000000" + "404b4c0000000000");
    }

    @Test
    void allPaths_withAPathOfAnotherStore_isAViolation() throws IOException
    {
        allPathsFails(PROTOCOL_VIOLATION, "73746c6100000000" + "0100000000000000" + "0800000000000000" + "2f6574632f787878");
    }

    @Test
    void allPaths_withAnEmptyPath_isAViolation() throws IOException
    {
        allPathsFails(PROTOCOL_VIOLATION, "73746c6100000000" + "0100000000000000" + "0000000000000000");
    }

    @Test
    void narFromPath_ofWhatIsNoNar_isAViolation() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            conversation.hear(WorkerOperations.NAR_FROM_PATH);
            conversation.numbers(LAST);
            conversation.out().text("nix-archive-2");
            conversation.out().flush();
        })); DaemonConnection connection = daemon.connect()) {
            var request = new WorkerRequests.NarDownload(KONSOLE, OutputStream.nullOutputStream());
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(WorkerOperations.NAR_FROM_PATH, request))
                    .extracting(NixException::code).isEqualTo(PROTOCOL_VIOLATION);
        }
    }

    @Test
    void narFromPath_nestedWithoutEnd_isAViolation() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            conversation.hear(WorkerOperations.NAR_FROM_PATH);
            conversation.numbers(LAST);
            conversation.out().text("nix-archive-1");
            while (true) {
                for (String token : List.of("(", "type", "directory", "entry", "(", "name", "a", "node")) {
                    conversation.out().text(token);
                }
            }
        })); DaemonConnection connection = daemon.connect()) {
            var request = new WorkerRequests.NarDownload(KONSOLE, OutputStream.nullOutputStream());
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(WorkerOperations.NAR_FROM_PATH, request))
                    .withMessageContaining("directories deep");
        }
    }

    @Test
    void close_whileAnAnswerIsAwaited_cancels() throws Exception
    {
        var asked = new CountDownLatch(1);
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            asked.countDown();
            conversation.stall();
        }))) {
            DaemonConnection connection = daemon.connect();
            Thread.ofVirtual().start(() -> {
                try {
                    asked.await();
                }
                catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                connection.close();
            });
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(WorkerOperations.IS_VALID_PATH, KONSOLE))
                    .extracting(NixException::code).isEqualTo(DAEMON_CANCELLED);
        }
    }

    @Test
    void upload_thatIsRefusedEarly_tellsTheReasonInsteadOfABrokenPipe() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            conversation.in().number();
            conversation.hex(Golden.hex("message-error"));
            conversation.stall();
            conversation.stall();
        })); DaemonConnection connection = daemon.connect()) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(WorkerUploads.ADD_TO_STORE, content(output -> {
                var block = new byte[1 << 16];
                for (int count = 0; count < 1_000; count++) {
                    output.write(block);
                }
            }))).withMessageContaining("path is wrong").extracting(NixException::code).isEqualTo(DAEMON_ERROR);
        }
    }

    @Test
    void upload_whoseSourceFails_tellsThatFailure() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            while (true) {
                conversation.in().number();
            }
        })); DaemonConnection connection = daemon.connect()) {
            assertThatExceptionOfType(NixException.class)
                    .isThrownBy(() -> connection.call(WorkerUploads.ADD_TO_STORE, content(Payload.nar(directory.resolve("none")))))
                    .extracting(NixException::code).isEqualTo(NixErrorCode.FILE_INACCESSIBLE);
            assertThat(connection.usable()).isFalse();
        }
    }

    @Test
    void upload_whosePayloadCannotBeRead_doesNotBlameTheDaemon() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            while (true) {
                conversation.in().number();
            }
        })); DaemonConnection connection = daemon.connect()) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(WorkerUploads.ADD_TO_STORE, content(_ -> {
                throw new IOException("disk on fire");
            }))).withMessageContaining("disk on fire").extracting(NixException::code).isEqualTo(NixErrorCode.FILE_INACCESSIBLE);
        }
    }

    @Test
    void pool_whoseDaemonWasRestarted_asksAgain() throws IOException
    {
        FakeDaemon.Script once = greeting(34, conversation -> {
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.numbers(LAST, 1);
        });
        try (FakeDaemon daemon = FakeDaemon.in(directory, once); DaemonPool pool = daemon.pool(1)) {
            assertThat(pool.ask(WorkerOperations.IS_VALID_PATH, KONSOLE)).isTrue();
            assertThat(pool.ask(WorkerOperations.IS_VALID_PATH, KONSOLE)).isTrue();
        }
    }

    @Test
    void pool_afterAnError_usesANewConnection() throws IOException
    {
        var connections = new AtomicInteger();
        FakeDaemon.Script first = greeting(34, conversation -> {
            connections.incrementAndGet();
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.hex(Golden.hex("message-error"));
            conversation.stall();
        });
        FakeDaemon.Script second = greeting(34, conversation -> {
            connections.incrementAndGet();
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.numbers(LAST, 1);
        });
        try (FakeDaemon daemon = FakeDaemon.in(directory, first, second); DaemonPool pool = daemon.pool(1)) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> pool.ask(WorkerOperations.IS_VALID_PATH, KONSOLE))
                    .extracting(NixException::code).isEqualTo(DAEMON_ERROR);
            assertThat(pool.ask(WorkerOperations.IS_VALID_PATH, KONSOLE)).isTrue();
            assertThat(connections).hasValue(2);
        }
    }

    @Test
    void pool_afterItWasClosed_refuses() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, FakeDaemon.Conversation::stall))) {
            DaemonPool pool = daemon.pool(1);
            pool.close();

            assertThatExceptionOfType(NixException.class).isThrownBy(() -> pool.ask(WorkerOperations.QUERY_ALL_VALID_PATHS, NOTHING))
                    .extracting(NixException::code).isEqualTo(DAEMON_UNREACHABLE);
        }
    }

    private void openFails(DaemonTimes times, NixErrorCode code, FakeDaemon.Script script) throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, script)) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> daemon.connect(times)).extracting(NixException::code)
                    .isEqualTo(code);
        }
    }

    private void callFails(NixErrorCode code, String answer) throws IOException
    {
        fails(WorkerOperations.IS_VALID_PATH, KONSOLE, code, answer);
    }

    private void allPathsFails(NixErrorCode code, String answer) throws IOException
    {
        fails(WorkerOperations.QUERY_ALL_VALID_PATHS, NOTHING, code, answer);
    }

    private <Q> void fails(WorkerOperation<Q, ?> operation, Q request, NixErrorCode code, String answer) throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, conversation -> {
            conversation.in().number();
            conversation.hex(answer);
        })); DaemonConnection connection = daemon.connect()) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(operation, request))
                    .extracting(NixException::code).isEqualTo(code);
            assertThat(connection.usable()).isFalse();
        }
    }

    private static WorkerUploads.Content content(Payload data)
    {
        return new WorkerUploads.Content("x", ContentAddress.Method.NAR, ContentAddress.Algorithm.SHA256, Set.of(), data);
    }
}
