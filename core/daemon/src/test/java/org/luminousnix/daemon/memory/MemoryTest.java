package org.luminousnix.daemon.memory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.daemon.memory.ExecutionEntry.Beginning;
import org.luminousnix.daemon.memory.ExecutionEntry.Ending;
import org.luminousnix.daemon.memory.ExecutionEntry.StepEntry;
import org.luminousnix.daemon.memory.Learnt.Fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class MemoryTest
{
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path directory;
    private Memory memory;

    @BeforeEach
    void open()
    {
        memory = Memory.open(directory.resolve("state"));
    }

    @AfterEach
    void close()
    {
        memory.close();
    }

    @Test
    void open_nothingThere_isGood()
    {
        assertThat(memory.condition().isGood()).isTrue();
    }

    @Test
    void files_areForTheirOwnerAlone() throws IOException
    {
        memory.interactions().add(interaction("a", "anna"));
        memory.backUp();
        assertThat(mode(directory.resolve("state"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(directory.resolve("state"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void interactions_afterReopening_areThere()
    {
        memory.interactions().add(interaction("a", "anna"));
        memory.close();
        memory = Memory.open(directory.resolve("state"));

        assertThat(memory.interactions().find("anna", "a")).contains(interaction("a", "anna"));
        assertThat(memory.condition().isGood()).isTrue();
    }

    @Test
    void interactions_ofAnotherPerson_areNotFound()
    {
        memory.interactions().add(interaction("a", "anna"));

        assertThat(memory.interactions().find("bert", "a")).isEmpty();
        assertThat(memory.interactions().list("bert", 10, Optional.empty())).isEmpty();
    }

    @Test
    void interactions_list_isNewestFirstAndGoesOnBeforeAnEntry()
    {
        for (String id : List.of("a", "b", "c", "d")) {
            memory.interactions().add(interaction(id, "anna"));
        }

        assertThat(memory.interactions().list("anna", 2, Optional.empty())).extracting(Interaction::id).containsExactly("d", "c");
        assertThat(memory.interactions().list("anna", 2, Optional.of("c"))).extracting(Interaction::id).containsExactly("b", "a");
        assertThat(memory.interactions().list("anna", 2, Optional.of("unknown"))).isEmpty();
    }

    @Test
    void interactions_last_isTheLastOfItsSession()
    {
        memory.interactions().add(interaction("a", "anna"));
        memory.interactions().add(interaction("b", "anna"));

        assertThat(memory.interactions().last("session")).map(Interaction::id).contains("b");
        assertThat(memory.interactions().last("another")).isEmpty();
    }

    @Test
    void interactions_executed_notesTheExecutionOfItsPlan()
    {
        memory.interactions().add(interaction("a", "anna"));
        memory.interactions().executed("plan-a", "e1");

        assertThat(memory.interactions().find("anna", "a").flatMap(Interaction::execution)).contains("e1");
    }

    @Test
    void execution_thatEnded_isNotUnfinishedAndHasItsSteps()
    {
        Executions executions = memory.executions();
        executions.begin(beginning("e1"));
        executions.stepStarted("e1", 0);
        executions.stepFinished("e1", 0, "succeeded", "added ripgrep");
        executions.built("e1", "/nix/store/x-system");
        executions.finished("e1", new Ending("succeeded", true, "{}", NOON));

        ExecutionEntry entry = executions.find("e1").orElseThrow();
        assertThat(executions.unfinished()).isEmpty();
        assertThat(entry.ending()).contains(new Ending("succeeded", true, "{}", NOON));
        assertThat(entry.built()).contains("/nix/store/x-system");
        assertThat(entry.steps()).extracting(StepEntry::state).containsExactly("begun", "succeeded");
    }

    @Test
    void execution_thatBegan_isUnfinishedWithWhatWasBegun()
    {
        memory.executions().begin(beginning("e1"));
        memory.executions().stepStarted("e1", 0);
        memory.executions().stepFinished("e1", 0, "succeeded", "");
        memory.executions().stepStarted("e1", 1);

        ExecutionEntry entry = memory.executions().unfinished().getFirst();
        assertThat(entry.beginning()).isEqualTo(beginning("e1"));
        assertThat(entry.begun()).isEqualTo(2);
        assertThat(entry.ending()).isEmpty();
    }

    @Test
    void stepStarted_ofAnUnknownExecution_isRefused()
    {
        assertThatThrownBy(() -> memory.executions().stepStarted("none", 0)).isInstanceOf(MemoryException.class);
    }

    @Test
    void executions_list_isNewestFirst()
    {
        memory.executions().begin(beginning("e1"));
        memory.executions().begin(beginning("e2"));

        assertThat(memory.executions().list("anna", 10)).extracting(entry -> entry.beginning().id()).containsExactly("e2", "e1");
        assertThat(memory.executions().list("bert", 10)).isEmpty();
        assertThat(memory.executions().list(1)).hasSize(1);
    }

    @Test
    void preferences_setAgain_areReplaced()
    {
        memory.preferences().set("anna", "style", "\"brief\"");
        memory.preferences().set("anna", "style", "\"full\"");
        memory.preferences().set("bert", "style", "\"brief\"");

        assertThat(memory.preferences().all("anna")).isEqualTo(Map.of("style", "\"full\""));
        memory.preferences().remove("anna", "style");
        assertThat(memory.preferences().get("anna", "style")).isEmpty();
        assertThat(memory.preferences().get("bert", "style")).contains("\"brief\"");
    }

    @Test
    void learnt_putAgain_keepsSinceWhen()
    {
        memory.learnt().put(new Fact("anna", "alias", "my editor", "\"vim\"", 1, NOON));
        memory.learnt().put(new Fact("anna", "alias", "my editor", "\"neovim\"", 2.5, NOON.plusSeconds(60)));

        assertThat(memory.learnt().get("anna", "alias", "my editor"))
                .contains(new Fact("anna", "alias", "my editor", "\"neovim\"", 2.5, NOON));
        assertThat(memory.learnt().list("anna")).hasSize(1);
    }

    @Test
    void systemState_set_isReplacedAndRemoved()
    {
        memory.systemState().set("catalog.hash", "1");
        memory.systemState().set("catalog.hash", "2");
        assertThat(memory.systemState().get("catalog.hash")).contains("2");
        memory.systemState().remove("catalog.hash");
        assertThat(memory.systemState().get("catalog.hash")).isEmpty();
    }

    @Test
    void forget_leavesNoByteOfThePersonInAnyFile() throws IOException
    {
        memory.interactions().add(interaction("a", "annabella"));
        memory.preferences().set("annabella", "style", "1");
        memory.learnt().put(new Fact("annabella", "alias", "x", "1", 1, NOON));
        memory.interactions().add(interaction("b", "bert"));
        memory.backUp();

        assertThat(memory.forget("annabella")).isEqualTo(Map.of("interactions", 1, "preferences", 1, "learnt", 1, "executions", 0));

        try (Stream<Path> files = Files.walk(directory.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1)).as(file.toString()).doesNotContain("annabella");
            }
        }
        assertThat(memory.interactions().find("bert", "b")).isPresent();
    }

    @Test
    void manyThreads_writeAndReadAtOnce() throws Exception
    {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int thread = i;
                tasks.add(threads.submit(() -> addAndList(thread)));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        }

        assertThat(memory.interactions().list("anna", 10_000, Optional.empty())).hasSize(16 * 50);
    }

    @Test
    void write_afterClosing_isRefused()
    {
        memory.close();

        assertThatThrownBy(() -> memory.systemState().set("a", "b")).isInstanceOfSatisfying(MemoryException.class,
                e -> assertThat(e.code()).isEqualTo(MemoryException.Code.CLOSED));
        memory = Memory.open(directory.resolve("state"));
    }

    private void addAndList(int thread)
    {
        for (int i = 0; i < 50; i++) {
            String id = thread + "-" + i;
            memory.interactions().add(interaction(id, "anna"));
            assertThat(memory.interactions().find("anna", id)).isPresent();
        }
    }

    static Interaction interaction(String id, String person)
    {
        return new Interaction(id, person, "session", NOON, "install ripgrep for " + person, "[]", "planned", "{}",
                Optional.of("plan-" + id), Optional.empty());
    }

    static Beginning beginning(String id)
    {
        return new Beginning(id, "anna", "p1", "Install ripgrep", "{\"actions\":[]}", NOON);
    }

    private static String mode(Path file)
    {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        }
        catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
