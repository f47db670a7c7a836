package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Dialogue;
import org.luminousnix.nix.store.ClosureDifference;
import org.luminousnix.nix.store.ClosureGraph;
import org.luminousnix.nix.store.GarbageCollection;
import org.luminousnix.nix.store.StorePath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luminousnix.nix.NixErrorCode.DAEMON_UNREACHABLE;
import static org.luminousnix.nix.NixErrorCode.NO_SUCH_STORE_PATH;
import static org.luminousnix.nix.NixErrorCode.PROCESS_MISSING;

/// Reaches real daemons in each way, and asks a store about closures.
class LiveEndpointsTest
{
    private static final StorePath ABSENT = StorePath.ofBaseName("00000000000000000000000000000000-absent");

    @TempDir
    private Path directory;
    private TinyLab lab;

    @BeforeEach
    void start()
    {
        lab = TinyLab.in(directory);
    }

    @Test
    void socket_ofARunningDaemon_answersSeveralAtOnce() throws Exception
    {
        try (Dialogue _ = listening();
                NixStore store = new NixStore(pool(SocketEndpoint.of(lab.layout())));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            StorePath path = store.addText("here", "x", Set.of()).path();
            List<CompletableFuture<Boolean>> answers = IntStream.range(0, 200)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> store.isValid(path), threads)).toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true));
        }
    }

    @Test
    void child_thatCannotWork_isUnreachableWithItsReason()
    {
        var endpoint = new ChildEndpoint(lab.processes(), Command.of("sh", "-c", "echo no store here >&2; exit 1"));

        assertThatExceptionOfType(NixException.class)
                .isThrownBy(() -> DaemonConnection.open(endpoint, lab.store(), Optional.empty(), DaemonTimes.usual()))
                .withMessageContaining("no store here").extracting(NixException::code).isEqualTo(DAEMON_UNREACHABLE);
    }

    @Test
    void child_thatDoesNotExist_isMissing()
    {
        var endpoint = new ChildEndpoint(lab.processes(), Command.of("nix-daemon-of-tomorrow", "--stdio"));

        assertThatExceptionOfType(NixException.class).isThrownBy(endpoint::open).extracting(NixException::code).isEqualTo(PROCESS_MISSING);
    }

    @Test
    void settings_thatAreSent_areTaken()
    {
        try (DaemonConnection connection = DaemonConnection.open(lab.endpoint(), lab.store(), Optional.of(DaemonSettings.usual()),
                DaemonTimes.usual())) {
            assertThat(connection.call(WorkerOperations.IS_VALID_PATH, ABSENT)).isFalse();
        }
    }

    @Test
    void closure_ofAChain_isAllOfIt()
    {
        try (NixStore store = NixStore.of(lab.layout(), lab.processes())) {
            StorePath low = store.addText("low-1", "low", Set.of()).path();
            StorePath middle = store.addText("middle-1", "m " + low, Set.of(low)).path();
            StorePath top = store.addText("top-1", "t " + middle, Set.of(middle)).path();

            ClosureGraph closure = store.closure(top);

            assertThat(closure.paths()).containsExactlyInAnyOrder(low, middle, top);
            assertThat(Long.toString(store.closureSize(top))).isEqualTo(lab.run("nix", "path-info", "-S", full(top)).split("\\s+")[1]);
            assertThat(store.whyDepends(top, low, 5)).containsExactly(List.of(top, middle, low));
            assertThat(store.whyDepends(low, top, 5)).isEmpty();
        }
    }

    @Test
    void closure_askedForAgain_isRemembered()
    {
        try (NixStore store = NixStore.of(lab.layout(), lab.processes())) {
            StorePath path = store.addText("asked-1", "x", Set.of()).path();

            assertThat(store.closure(path)).isSameAs(store.closure(path));
        }
    }

    @Test
    void closure_ofWhatWasDeletedMeanwhile_isNotRemembered()
    {
        try (NixStore store = NixStore.of(lab.layout(), lab.processes())) {
            StorePath path = store.addText("deleted-1", "x", Set.of()).path();
            assertThat(store.closure(path).size()).isEqualTo(1);
            store.startGarbageCollection(new GarbageCollection.Delete(Set.of(path))).await();

            assertThatExceptionOfType(NixException.class).isThrownBy(() -> store.closure(path)).extracting(NixException::code)
                    .isEqualTo(NO_SUCH_STORE_PATH);
        }
    }

    @Test
    void closure_ofWhatIsNotThere_saysSo()
    {
        try (NixStore store = NixStore.of(lab.layout(), lab.processes())) {
            assertThatExceptionOfType(NixException.class).isThrownBy(() -> store.closure(ABSENT)).extracting(NixException::code)
                    .isEqualTo(NO_SUCH_STORE_PATH);
        }
    }

    @Test
    void difference_ofTwoVersions_namesThePackage()
    {
        try (NixStore store = NixStore.of(lab.layout(), lab.processes())) {
            StorePath before = store.addText("tool-1.9", "old", Set.of()).path();
            StorePath after = store.addText("tool-1.10", "newer", Set.of()).path();

            assertThat(store.difference(before, after).changes()).map(ClosureDifference.Change::kind)
                    .containsExactly(ClosureDifference.Kind.UPGRADED);
        }
    }

    private Dialogue listening()
    {
        Dialogue daemon = lab.processes().converse(Command.of("nix-daemon").withEnvironment(lab.layout().environment()));
        Path socket = SocketEndpoint.of(lab.layout()).socket();
        for (int tries = 0; tries < 1_000 && Files.notExists(socket); tries++) {
            LockSupport.parkNanos(10_000_000);
        }
        return daemon;
    }

    private DaemonPool pool(DaemonEndpoint endpoint)
    {
        return new DaemonPool(endpoint, lab.store(), Optional.empty(), DaemonTimes.usual(), 4);
    }

    private String full(StorePath path)
    {
        return lab.store().fullPath(path);
    }
}
