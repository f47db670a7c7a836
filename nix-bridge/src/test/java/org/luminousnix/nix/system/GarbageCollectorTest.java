package org.luminousnix.nix.system;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.NixErrorCode;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.build.Builder;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Retention;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Running;
import org.luminousnix.nix.sandbox.SandboxKind;
import org.luminousnix.nix.testing.TestingNix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

@Timeout(180)
class GarbageCollectorTest
{
    private static final long EVERYTHING = 1L << 40;

    private TestingNix nix;
    private NixosSystem system;
    private GarbageCollector collector;

    @BeforeEach
    void prepare(@TempDir Path directory) throws IOException
    {
        nix = TestingNix.below(directory);
        system = new NixosSystem(nix.layout(), nix.processes());
        collector = new GarbageCollector(nix.layout(), nix.processes());
    }

    @Test
    void estimate_ofDeadPaths_isWhatTheSweepFrees() throws IOException
    {
        build("one", 3_000_000);
        build("two", 700_000);
        long before = sizeOfStore();

        var estimate = collector.estimate(List.of());
        Sweep sweep = collector.sweep(EVERYTHING, SweepListener.silent());

        assertThat(estimate.bytes()).isCloseTo(before - sizeOfStore(), withPercentage(5));
        assertThat(sweep.bytes()).isCloseTo(estimate.bytes(), withPercentage(5));
        assertThat(sweep.complete()).isTrue();
        assertThat(estimate.paths()).isEqualTo(4);
    }

    @Test
    void estimate_inAnOptimisedStore_countsSharedFilesOnce() throws IOException
    {
        build("one", 2_000_000);
        build("two", 2_000_000);
        nixStore("--optimise");
        long before = sizeOfStore();

        var estimate = collector.estimate(List.of());
        collector.sweep(EVERYTHING, SweepListener.silent());

        assertThat(estimate.bytes()).isBetween(2_000_000L, 2_200_000L).isCloseTo(before - sizeOfStore(), withPercentage(5));
    }

    @Test
    void estimate_withGenerationsGivenUp_isWhatTheSweepFreesAfterwards() throws IOException
    {
        for (String version : List.of("1", "2", "3", "4")) {
            system.activate(nix.buildSystem(version, 0), ActivationMode.SWITCH, OutputLines.ignored());
        }
        collector.sweep(EVERYTHING, SweepListener.silent());
        List<Integer> expendable = Retention.ofNewest(2).expendable(system.generations().list());
        List<Generation> givenUp = expendable.stream().map(system.generations()::require).toList();
        long before = sizeOfStore();

        var estimate = collector.estimate(givenUp);
        collector.deleteGenerations(system.generations(), Retention.ofNewest(2), expendable);
        Sweep sweep = collector.sweep(EVERYTHING, SweepListener.silent());

        assertThat(expendable).containsExactly(1, 2);
        assertThat(estimate.bytes()).isCloseTo(before - sizeOfStore(), withPercentage(5));
        assertThat(estimate.paths()).isEqualTo((int) sweep.paths());
        assertThat(system.generations().list()).extracting(Generation::number).containsExactly(3, 4);
        assertThat(system.generations().list()).allMatch(Generation::present);
    }

    @Test
    void deleteGenerations_withAProtectedOne_deletesNone()
    {
        for (String version : List.of("1", "2", "3")) {
            system.activate(nix.buildSystem(version, 0), ActivationMode.SWITCH, OutputLines.ignored());
        }
        system.rollBack(2, ActivationMode.SWITCH, OutputLines.ignored());

        assertThatThrownBy(() -> collector.deleteGenerations(system.generations(), Retention.ofNewest(1), List.of(1, 2)))
                .isInstanceOfSatisfying(NixException.class, e -> assertThat(e.code()).isEqualTo(NixErrorCode.GENERATION_PROTECTED));
        assertThat(system.generations().list()).hasSize(3);
    }

    @Test
    void deleteGenerations_whileAnotherHoldsTheLock_isRefused() throws Exception
    {
        for (String version : List.of("1", "2")) {
            system.activate(nix.buildSystem(version, 0), ActivationMode.SWITCH, OutputLines.ignored());
        }
        var locked = new CountDownLatch(1);
        Running other = nix.processes().start(
                Command.of("flock", nix.layout().systemProfile() + ".lock", "sh", "-c", "echo locked; sleep 60"),
                (_, _) -> locked.countDown());
        assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> collector.deleteGenerations(system.generations(), Retention.ofNewest(1), List.of(1)))
                .isInstanceOfSatisfying(NixException.class, e -> assertThat(e.code()).isEqualTo(NixErrorCode.LOCKED));

        other.cancel();
        other.await();
        assertThat(system.generations().list()).hasSize(2);
    }

    @Test
    void sweep_inSteps_deletesEverythingDead() throws IOException
    {
        for (int number = 0; number < 4; number++) {
            build("part" + number, 500_000);
        }
        var deleted = new ArrayList<Path>();

        Sweep sweep = collector.sweep(400_000, new Recorder(deleted, 100));

        assertThat(sweep.complete()).isTrue();
        assertThat(sweep.paths()).isEqualTo(8);
        assertThat(deleted).hasSize(8);
    }

    @Test
    void sweep_endedAfterTheFirstPath_leavesTheRestWhole() throws IOException
    {
        List<Path> outputs = List.of(build("part1", 500_000), build("part2", 500_000), build("part3", 500_000));

        Sweep sweep = collector.sweep(1, new Recorder(new ArrayList<>(), 1));

        assertThat(sweep.complete()).isFalse();
        assertThat(collector.estimate(List.of()).paths()).isPositive();
        // Nix forgets a path before it deletes the files: what it still knows must be there, the reverse need not hold.
        for (Path output : outputs) {
            assertThat(Files.exists(output) || !nixStore("--check-validity", output.toString())).isTrue();
        }
        collector.sweep(EVERYTHING, SweepListener.silent());
        assertThat(outputs).noneMatch(Files::exists);
    }

    @Test
    void sweep_whileAProcessRunsFromTheStore_keepsWhatItUses() throws Exception
    {
        String script = "mkdir $out; cp /bin/sleep $out/sleep; chmod +x $out/sleep";
        Path derivation = new Evaluator(nix.layout(), nix.processes())
                .instantiated("(" + TestingNix.derivation("sleeper", script) + ").drvPath").orThrow();
        Path output = new Builder(nix.layout(), nix.processes()).build(derivation).orThrow().getFirst();
        Running user = nix.processes().start(Command.of(output.resolve("sleep").toString(), "60"), OutputLines.ignored());

        var estimate = collector.estimate(List.of());
        collector.sweep(EVERYTHING, SweepListener.silent());

        user.cancel();
        user.await();
        assertThat(estimate.paths()).isZero();
        assertThat(output).exists();
    }

    private Path build(String name, int bytes)
    {
        String script = "mkdir $out; head -c " + bytes + " /dev/zero > $out/data; echo " + name + " > $out/name; ln -s data $out/link";
        Path derivation = new Evaluator(nix.layout(), nix.processes()).instantiated("(" + TestingNix.derivation(name, script) + ").drvPath")
                .orThrow();
        return new Builder(nix.layout(), nix.processes()).build(derivation).orThrow().getFirst();
    }

    private boolean nixStore(String... arguments)
    {
        var argv = new ArrayList<>(List.of("nix-store"));
        argv.addAll(List.of(arguments));
        return nix.processes().run(new NixCommands(nix.layout()).command(SandboxKind.TETHERED, argv)).succeeded();
    }

    /// Returns the bytes of all files in the store, each file once.
    private long sizeOfStore() throws IOException
    {
        try (Stream<Path> files = Files.walk(nix.layout().store())) {
            var seen = new HashSet<Object>();
            long sum = 0;
            for (Path file : files.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
                if (seen.add(Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS))) {
                    sum += (long) Files.getAttribute(file, "size", LinkOption.NOFOLLOW_LINKS);
                }
            }
            return sum;
        }
    }

    private record Recorder(List<Path> deleted, int most) implements SweepListener
    {
        @Override
        public void deleting(Path path)
        {
            deleted.add(path);
        }

        @Override
        public boolean goesOn()
        {
            return deleted.size() < most;
        }
    }
}
