package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.daemon.ProtocolVersion.Feature;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luminousnix.nix.NixErrorCode.DAEMON_ERROR;
import static org.luminousnix.nix.NixErrorCode.UNSUPPORTED_PROTOCOL;
import static org.luminousnix.nix.daemon.FakeDaemon.LAST;
import static org.luminousnix.nix.daemon.FakeDaemon.greeting;

/// Talks with daemons of every version that keep to the protocol.
class DaemonConnectionTest
{
    private static final StorePath KONSOLE = StorePath.ofBaseName("7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-konsole-18.12.3");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {34, 35, 36, 37, 38})
    void open_withEachVersion_speaksIt(int minor) throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(minor, FakeDaemon.Conversation::stall));
                DaemonConnection connection = daemon.connect()) {
            assertThat(connection.handshake().version()).isEqualTo(new ProtocolVersion(minor, Set.of()));
            assertThat(connection.handshake().nixVersion()).isEqualTo("2.fake");
        }
    }

    @Test
    void open_with134_doesNotKnowWhetherItIsTrusted() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(34, FakeDaemon.Conversation::stall));
                DaemonConnection connection = daemon.connect()) {
            assertThat(connection.handshake().trust()).isEqualTo(Trust.UNKNOWN);
        }
    }

    @Test
    void open_with135_knowsThatItIsTrusted() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(35, FakeDaemon.Conversation::stall));
                DaemonConnection connection = daemon.connect()) {
            assertThat(connection.handshake().trust()).isEqualTo(Trust.TRUSTED);
        }
    }

    @Test
    void open_with138_keepsTheFeaturesThatBothHave() throws IOException
    {
        FakeDaemon.Script script = conversation -> {
            conversation.greet(38, Set.of("realisation-with-path-not-hash", "something-of-tomorrow"));
            assertThat(conversation.clientFeatures()).containsExactly("delete-dead-specific-referrers", "realisation-with-path-not-hash");
            conversation.stall();
        };
        try (FakeDaemon daemon = FakeDaemon.in(directory, script); DaemonConnection connection = daemon.connect()) {
            assertThat(connection.handshake().version().features()).containsExactly(Feature.REALISATION_WITH_PATH);
        }
    }

    @Test
    void open_withANewerDaemon_speaks138() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, greeting(63, FakeDaemon.Conversation::stall));
                DaemonConnection connection = daemon.connect()) {
            assertThat(connection.handshake().version().minor()).isEqualTo(38);
        }
    }

    @Test
    void open_withAnOlderDaemon_saysWhatWasWantedAndFound() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, conversation -> {
            conversation.numbers(0x6478696f, 0x121);
            conversation.stall();
        })) {
            assertThatExceptionOfType(NixException.class).isThrownBy(daemon::connect)
                    .withMessageContaining("wanted a Nix daemon that speaks protocol 1.34 to 1.38").withMessageContaining("found 1.33")
                    .extracting(NixException::code).isEqualTo(UNSUPPORTED_PROTOCOL);
        }
    }

    @Test
    void open_withAnotherMajor_saysWhatWasFound() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, conversation -> {
            conversation.numbers(0x6478696f, 0x205);
            conversation.stall();
        })) {
            assertThatExceptionOfType(NixException.class).isThrownBy(daemon::connect).withMessageContaining("found 2.5")
                    .extracting(NixException::code).isEqualTo(UNSUPPORTED_PROTOCOL);
        }
    }

    @Test
    void open_withSettings_sendsThemBeforeAnythingElse() throws IOException
    {
        FakeDaemon.Script script = greeting(34, conversation -> {
            assertThat(conversation.in().number()).isEqualTo(19);
            assertThat(conversation.in().number()).isZero();
            for (int skipped = 0; skipped < 11; skipped++) {
                conversation.in().number();
            }
            assertThat(conversation.in().number()).isZero();
            conversation.numbers(LAST);
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.numbers(LAST, 1);
        });
        try (FakeDaemon daemon = FakeDaemon.in(directory, script);
                DaemonConnection connection = DaemonConnection.open(daemon.endpoint(), StoreDirectory.USUAL,
                        Optional.of(DaemonSettings.usual()), DaemonTimes.usual())) {
            assertThat(connection.call(WorkerOperations.IS_VALID_PATH, KONSOLE)).isTrue();
        }
    }

    @Test
    void call_ofAnOperationThatIsTooNew_isRefusedWithoutHarm() throws IOException
    {
        FakeDaemon.Script script = greeting(35, conversation -> {
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.numbers(LAST, 1);
        });
        try (FakeDaemon daemon = FakeDaemon.in(directory, script); DaemonConnection connection = daemon.connect()) {
            assertThatExceptionOfType(NixException.class)
                    .isThrownBy(() -> connection.call(WorkerOperations.ADD_PERM_ROOT, new WorkerRequests.PermanentRoot(KONSOLE, "/link")))
                    .withMessage("AddPermRoot: wanted a Nix daemon that speaks protocol 1.36 or later, found 1.35");
            assertThat(connection.call(WorkerOperations.IS_VALID_PATH, KONSOLE)).isTrue();
        }
    }

    @Test
    void call_thatFails_tellsTheDaemonsReasonsAndDropsTheConnection() throws IOException
    {
        FakeDaemon.Script script = greeting(34, conversation -> {
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.hex(Golden.hex("message-error"));
            conversation.stall();
        });
        try (FakeDaemon daemon = FakeDaemon.in(directory, script); DaemonConnection connection = daemon.connect()) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> connection.call(WorkerOperations.IS_VALID_PATH, KONSOLE))
                    .withMessage("error: path is wrong\n… while asking\n… while hoping").extracting(NixException::code)
                    .isEqualTo(DAEMON_ERROR);
            assertThat(connection.usable()).isFalse();
        }
    }

    @Test
    void call_hearsActivities_alsoOfTypesThatAreNotKnown() throws IOException
    {
        List<LogEvent> heard = hear("message-activity");

        assertThat(heard).containsExactly(
                new LogEvent.Started(7, 3, 105, "building",
                        List.of(new LogEvent.Text("/nix/store/ac8da0sqpg4pyhzyr0qgl26d5dnpn7qp-hello-2.10.drv"), new LogEvent.Amount(1)),
                        5),
                new LogEvent.Result(7, 101, List.of(new LogEvent.Text("caf\ufffd"))), new LogEvent.Result(7, 4711, List.of()),
                new LogEvent.Stopped(7));
    }

    @Test
    void call_hearsMessages_withoutColours() throws IOException
    {
        assertThat(hear("message-next")).containsExactly(new LogEvent.Message(3, "hello", Optional.empty()));
    }

    @Test
    void call_whoseListenerThrows_dropsTheConnection() throws IOException
    {
        try (FakeDaemon daemon = FakeDaemon.in(directory, saying("message-next")); DaemonConnection connection = daemon.connect()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> connection.call(WorkerOperations.IS_VALID_PATH, KONSOLE, _ -> {
                        throw new IllegalStateException("enough");
                    }));
            assertThat(connection.usable()).isFalse();
        }
    }

    @Test
    void pipeline_asksBeforeItIsAnswered() throws IOException
    {
        FakeDaemon.Script script = greeting(34, conversation -> {
            for (int question = 0; question < 100; question++) {
                conversation.hear(WorkerOperations.IS_VALID_PATH);
            }
            for (int question = 0; question < 100; question++) {
                conversation.numbers(LAST, question % 2);
            }
        });
        var answers = new ArrayList<Boolean>();
        try (FakeDaemon daemon = FakeDaemon.in(directory, script); DaemonConnection connection = daemon.connect()) {
            connection.pipeline(WorkerOperations.IS_VALID_PATH, Collections.nCopies(100, KONSOLE).iterator(),
                    (_, valid) -> answers.add(valid));
        }
        assertThat(answers).hasSize(100).startsWith(false, true, false);
    }

    @Test
    void pipeline_leavesAtMostHalfAPipeUnread() throws IOException
    {
        int size = 8 + 8 + 64;
        var sentAhead = new ArrayList<Integer>();
        FakeDaemon.Script script = greeting(34, conversation -> {
            for (int question = 0; question < 5_000; question++) {
                conversation.hear(WorkerOperations.IS_VALID_PATH);
                conversation.numbers(LAST, 1);
            }
        });
        try (FakeDaemon daemon = FakeDaemon.in(directory, script); DaemonConnection connection = daemon.connect()) {
            var drawn = new ArrayList<StorePath>();
            var answered = new ArrayList<StorePath>();
            var requests = Collections.nCopies(5_000, KONSOLE).stream().peek(drawn::add).iterator();
            connection.pipeline(WorkerOperations.IS_VALID_PATH, requests, (path, _) -> {
                answered.add(path);
                sentAhead.add(drawn.size() - answered.size());
            });
            assertThat(answered).hasSize(5_000);
        }
        assertThat(Collections.max(sentAhead) * size).isLessThan(1 << 15);
    }

    private List<LogEvent> hear(String block) throws IOException
    {
        var heard = new ArrayList<LogEvent>();
        try (FakeDaemon daemon = FakeDaemon.in(directory, saying(block)); DaemonConnection connection = daemon.connect()) {
            assertThat(connection.call(WorkerOperations.IS_VALID_PATH, KONSOLE, heard::add)).isTrue();
        }
        return heard;
    }

    private static FakeDaemon.Script saying(String block)
    {
        return greeting(34, conversation -> {
            conversation.hear(WorkerOperations.IS_VALID_PATH);
            conversation.hex(Golden.hex(block));
            conversation.numbers(1);
            conversation.stall();
        });
    }
}
