package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.activity.Activity;
import org.luminousnix.nix.activity.ActivityTree;
import org.luminousnix.nix.activity.ActivityType;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.activity.ResultType;
import org.luminousnix.nix.daemon.WorkerRequests.Build;
import org.luminousnix.nix.daemon.WorkerRequests.Built;
import org.luminousnix.nix.daemon.WorkerRequests.Mode;
import org.luminousnix.nix.store.BuildResult;
import org.luminousnix.nix.store.DerivedPath;
import org.luminousnix.nix.store.Derivation;
import org.luminousnix.nix.store.StorePath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luminousnix.nix.NixErrorCode.DAEMON_CANCELLED;
import static org.luminousnix.nix.NixErrorCode.DAEMON_ERROR;

/// Lets a real daemon build.
class LiveBuildsTest
{
    @TempDir
    private static Path directory;
    private static TinyLab lab;
    private static NixStore store;

    @BeforeAll
    static void start()
    {
        lab = TinyLab.in(directory);
        store = NixStore.of(lab.layout(), lab.processes());
    }

    @AfterAll
    static void stop()
    {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void startBuild_ofADerivation_buildsItsOutput() throws Exception
    {
        StorePath derivation = lab.derivation("made-1.0", "echo made > $out", List.of());

        Built built = build(derivation, new ActivityTree());

        StorePath output = built.result().outputs().get("out");
        assertThat(built.path()).isEqualTo(new DerivedPath.Outputs(derivation, Set.of("out")));
        assertThat(built.result().status()).isEqualTo(BuildResult.Status.BUILT);
        assertThat(store.directory().resolve(output)).hasContent("made\n");
        assertThat(store.outputs(derivation).get("out")).contains(output);
    }

    @Test
    void startBuild_ofADerivation_tellsItsActivities()
    {
        StorePath derivation = lab.derivation("told-1.0",
                "echo '@nix {\"action\":\"setPhase\",\"phase\":\"buildPhase\"}' >&2; echo one line; echo x > $out",
                List.of());
        var activities = new ActivityTree();

        build(derivation, activities);

        Activity build = activities.endedBuilds().getFirst();
        assertThat(build.subject()).isEqualTo(store.directory().fullPath(derivation));
        assertThat(build.log()).containsExactly("one line");
        assertThat(build.phase()).contains("buildPhase");
        assertThat(activities.totals(ActivityType.BUILDS).done()).isEqualTo(1);
        assertThat(activities.running()).isEmpty();
    }

    @Test
    void startBuild_ofWhatFails_saysSoInTheResult()
    {
        StorePath derivation = lab.derivation("broken-1.0", "echo it is broken; exit 3", List.of());

        Built built = build(derivation, new ActivityTree());

        assertThat(built.result().status()).isEqualTo(BuildResult.Status.PERMANENT_FAILURE);
        assertThat(built.result().succeeded()).isFalse();
        assertThat(built.result().message()).contains("failed with exit code 3").contains("it is broken").doesNotContain("\u001b");
    }

    @Test
    void startBuild_ofWhatIsThere_isAlreadyValid()
    {
        StorePath derivation = lab.derivation("twice-1.0", "echo twice > $out", List.of());
        lab.build(derivation);

        assertThat(build(derivation, new ActivityTree()).result().status()).isEqualTo(BuildResult.Status.ALREADY_VALID);
    }

    @Test
    void cancel_ofARunningBuild_endsTheBuilder() throws Exception
    {
        Path marker = directory.resolve("pid");
        StorePath derivation = lab.derivation("endless-1.0", "echo $$ > " + marker + "; echo started; while :; do :; done", List.of());
        var started = new CountDownLatch(1);
        DaemonTask<List<Built>> task = store.startBuild(List.of(new DerivedPath.AllOutputs(derivation)), Mode.NORMAL, event -> {
            if (event instanceof LogEvent.Result result
                    && ResultType.of(result.type()).filter(ResultType.BUILD_LOG_LINE::equals).isPresent()) {
                started.countDown();
            }
        });
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        ProcessHandle builder = ProcessHandle.of(Long.parseLong(Files.readString(marker).strip())).orElseThrow();

        task.cancel();

        assertThatExceptionOfType(NixException.class).isThrownBy(task::await).extracting(NixException::code).isEqualTo(DAEMON_CANCELLED);
        assertThat(builder.onExit()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(store.outputs(derivation).get("out")).hasValueSatisfying(output -> assertThat(store.isValid(output)).isFalse());
    }

    @Test
    void missing_ofWhatIsNotBuilt_isTheDerivation()
    {
        StorePath derivation = lab.derivation("unbuilt-1.0", "echo x > $out", List.of());

        assertThat(store.missing(List.of(new DerivedPath.AllOutputs(derivation))).willBuild()).containsExactly(derivation);
    }

    @Test
    void missing_ofWhatIsBuilt_isNothing()
    {
        StorePath derivation = lab.derivation("built-1.0", "echo x > $out", List.of());
        lab.build(derivation);

        assertThat(store.missing(List.of(new DerivedPath.AllOutputs(derivation))).nothing()).isTrue();
    }

    @Test
    void buildPaths_ofADerivation_buildsIt()
    {
        StorePath derivation = lab.derivation("plainly-1.0", "echo x > $out", List.of());

        store.start(WorkerOperations.BUILD_PATHS, new Build(List.of(new DerivedPath.AllOutputs(derivation)), Mode.NORMAL)).await();

        assertThat(store.isValid(store.outputs(derivation).get("out").orElseThrow())).isTrue();
    }

    @Test
    void buildPaths_ofWhatFails_isAnErrorWithoutColours()
    {
        StorePath derivation = lab.derivation("plainly-broken-1.0", "exit 4", List.of());
        var build = store.start(WorkerOperations.BUILD_PATHS, new Build(List.of(new DerivedPath.AllOutputs(derivation)), Mode.NORMAL));

        assertThatExceptionOfType(NixException.class).isThrownBy(build::await).withMessageContaining("failed with exit code 4")
                .extracting(NixException::code).isEqualTo(DAEMON_ERROR);
    }

    @Test
    void ensurePath_ofWhatIsThere_isDone()
    {
        StorePath path = store.addText("ensured", "x", Set.of()).path();

        assertThat(store.start(WorkerOperations.ENSURE_PATH, path).await()).isEqualTo(Nothing.NOTHING);
    }

    @Test
    void ensurePath_ofWhatCannotBeHad_isAnErrorThatNamesIt()
    {
        var absent = StorePath.ofBaseName("00000000000000000000000000000000-absent");
        DaemonTask<Nothing> task = store.start(WorkerOperations.ENSURE_PATH, absent);

        assertThatExceptionOfType(NixException.class).isThrownBy(task::await).withMessageContaining(absent.baseName());
    }

    @Test
    void buildDerivation_ofOneThatWasRead_buildsIt()
    {
        StorePath path = lab.derivation("directly-1.0", "echo direct > $out", List.of());
        Derivation derivation = store.derivation(path);

        BuildResult result = store
                .start(WorkerOperations.BUILD_DERIVATION, new WorkerRequests.BuildDerivation(path, derivation, Set.of(), Mode.NORMAL))
                .await();

        assertThat(result.succeeded()).isTrue();
        assertThat(Path.of(derivation.outputs().get("out").path())).hasContent("direct\n");
    }

    @Test
    void derivation_thatNixWrote_isReadWhole()
    {
        StorePath input = lab.derivation("input-1.0", "echo x > $out", List.of());
        StorePath path = lab.derivation("read-1.0", "echo \"a\\\"b\\n$inputs\" > $out\ntrue", List.of(input));

        Derivation derivation = store.derivation(path);

        assertThat(derivation.name()).contains("read-1.0");
        assertThat(derivation.builder()).isEqualTo("/bin/sh");
        assertThat(derivation.arguments()).containsExactly("-c", "echo \"a\\\"b\\n$inputs\" > $out\ntrue");
        assertThat(derivation.inputDerivations()).containsOnlyKeys(input).containsValue(Set.of("out"));
        assertThat(derivation.outputs().get("out").isFixed()).isFalse();
    }

    @Test
    void addBuildLog_ofADerivation_isWhatNixShows()
    {
        StorePath derivation = lab.derivation("logged-1.0", "echo x > $out", List.of());

        store.start(WorkerUploads.ADD_BUILD_LOG, new WorkerUploads.BuildLog(derivation, Payload.bytes("said so\n".getBytes(UTF_8))))
                .await();

        assertThat(lab.run("nix-store", "--read-log", store.directory().fullPath(derivation))).isEqualTo("said so");
    }

    private static Built build(StorePath derivation, ActivityTree activities)
    {
        return store.startBuild(List.of(new DerivedPath.Outputs(derivation, Set.of("out"))), Mode.NORMAL, activities::apply).await()
                .getFirst();
    }
}
