package org.luminousnix.nix.build;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.luminousnix.nix.activity.ActivityType;
import org.luminousnix.nix.activity.Totals;
import org.luminousnix.nix.build.BuildOutcome.Built;
import org.luminousnix.nix.build.BuildOutcome.Failed;
import org.luminousnix.nix.eval.Evaluator;
import org.luminousnix.nix.testing.BuildInAnotherJvm;
import org.luminousnix.nix.testing.TestingNix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class BuilderTest
{
    private static final String ENDLESS = "echo $$ > $marker; echo started; sleep 1000";

    private Path directory;
    private TestingNix nix;
    private Builder builder;

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException
    {
        directory = temporary;
        nix = TestingNix.below(temporary);
        builder = new Builder(nix.layout(), nix.processes());
    }

    @Test
    void build_ofAGoodDerivation_givesItsOutputAndCounts()
    {
        var build = builder.start(instantiate("good", "echo made > $out"), Optional.empty(), _ -> {});

        assertThat(build.await()).isInstanceOfSatisfying(Built.class,
                built -> assertThat(built.outputs()).singleElement().satisfies(output -> assertThat(output).hasContent("made")));
        assertThat(build.activities().totals(ActivityType.BUILDS)).isEqualTo(new Totals(1, 1, 0, 0));
        assertThat(build.activities().running()).isEmpty();
    }

    @Test
    void build_withARoot_linksTheResult()
    {
        Path link = directory.resolve("result");

        var outcome = builder.start(instantiate("good", "echo made > $out"), Optional.of(link), _ -> {}).await();

        assertThat(outcome).isInstanceOf(Built.class);
        assertThat(link).isSymbolicLink().hasContent("made");
    }

    @Test
    void build_ofABadDerivation_showsItsLastLines()
    {
        Path derivation = instantiate("bad", "echo first; echo last >&2; exit 3");

        assertThat(builder.build(derivation)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.failure().derivation()).contains(derivation);
            assertThat(failed.failure().message()).endsWith("failed with exit code 3");
            assertThat(failed.failure().log()).containsExactly("first", "last");
        });
    }

    @Test
    void build_onABadDependency_namesTheDependency() throws IOException
    {
        Path file = nix.write("dep.nix", "let bad = " + TestingNix.derivation("bad", "echo oh no; exit 1") + "; in ("
                + TestingNix.derivation("top", "cat ${bad}") + ").drvPath");
        Path derivation = derivation("import " + file);

        assertThat(builder.build(derivation)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.failure().derivation().orElseThrow().toString()).endsWith("-bad.drv");
            assertThat(failed.failure().log()).containsExactly("oh no");
        });
    }

    @Test
    void plan_ofSomethingToBuild_namesItAndBuildsNothing()
    {
        Path derivation = instantiate("good", "echo made > $out");

        assertThat(builder.plan(derivation).builds()).containsExactly(derivation);
        assertThat(builder.plan(derivation).isEmpty()).isFalse();
    }

    @Test
    void plan_ofSomethingBuilt_isEmpty()
    {
        Path derivation = instantiate("good", "echo made > $out");
        builder.build(derivation).orThrow();

        assertThat(builder.plan(derivation).isEmpty()).isTrue();
    }

    @Test
    void cancel_ofARunningBuild_leavesNoProcess() throws Exception
    {
        Path marker = directory.resolve("builder-pid");
        var started = new CountDownLatch(1);
        var build = builder.start(instantiate("endless", ENDLESS.replace("$marker", marker.toString())), Optional.empty(), event -> {
            if (event.toString().contains("[value=started]")) {
                started.countDown();
            }
        });
        assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(processesIn(directory)).isNotEmpty();

        build.cancel();

        assertThat(build.await()).isInstanceOf(BuildOutcome.Cancelled.class);
        assertThat(processesIn(directory)).isEmpty();
    }

    @Test
    void kill_ofTheJvmThatBuilds_leavesNoProcess() throws Exception
    {
        Path derivation = instantiate("endless", ENDLESS.replace("$marker", directory.resolve("builder-pid").toString()));
        Process jvm = BuildInAnotherJvm.start(directory, derivation);
        try (var lines = new BufferedReader(new InputStreamReader(jvm.getInputStream(), UTF_8))) {
            assertThat(lines.lines().anyMatch("building"::equals)).isTrue();
        }
        List<ProcessHandle> before = processesIn(directory);
        assertThat(before).hasSizeGreaterThanOrEqualTo(2);

        jvm.destroyForcibly().waitFor();

        for (ProcessHandle process : before) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(processesIn(directory)).isEmpty();
    }

    private Path instantiate(String name, String script)
    {
        return derivation("(" + TestingNix.derivation(name, script) + ").drvPath");
    }

    private Path derivation(String expression)
    {
        return Path.of(new Evaluator(nix.layout(), nix.processes()).instantiated(expression).orThrow().toString());
    }

    /// Returns the processes whose environment or arguments name this directory: Nix, its builders, and what they started.
    private static List<ProcessHandle> processesIn(Path directory)
    {
        return ProcessHandle.allProcesses().filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> names(process, directory)).toList();
    }

    private static boolean names(ProcessHandle process, Path directory)
    {
        try {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            return (Files.readString(proc.resolve("environ")) + Files.readString(proc.resolve("cmdline"))).contains(directory.toString())
                    && !Files.readString(proc.resolve("cmdline")).contains("BuildInAnotherJvm");
        }
        catch (IOException _) {
            return false;
        }
    }
}
