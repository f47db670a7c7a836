package org.luminousnix.daemon.memory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luminousnix.daemon.memory.MemoryTest.beginning;
import static org.luminousnix.daemon.memory.MemoryTest.interaction;

@Timeout(60)
class MemoryRecoveryTest
{
    @TempDir
    private Path directory;

    @Test
    void kill_inMidWrite_losesNothingThatWasCommitted() throws Exception
    {
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Writer.class.getName(), directory.toString()).start();
        int committed = 0;
        try (BufferedReader lines = writer.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                committed = Integer.parseInt(line);
                if (committed == 200) {
                    // The handle, since the process would close its output before we have read it.
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();

        try (Memory memory = Memory.open(directory)) {
            assertThat(committed).isGreaterThanOrEqualTo(200);
            assertThat(memory.condition().isGood()).isTrue();
            assertThat(memory.interactions().list("anna", Integer.MAX_VALUE, Optional.empty()).size()).isBetween(committed, committed + 1);
            assertThat(memory.executions().unfinished()).hasSize(1);
            assertThat(memory.executions().unfinished().getFirst().steps().size()).isBetween(committed, committed + 1);
        }
    }

    @Test
    void open_schemaOfVersionOne_isMigratedAndKeepsItsRows() throws SQLException
    {
        try (Connection connection = Connections.writing(directory.resolve("memory.db"))) {
            Migrations.migrate(connection, 1);
            Query.run(connection, "INSERT INTO system_state VALUES ('a', 'b', 0)");
        }

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.systemState().get("a")).contains("b");
            assertThat(memory.condition().isGood()).isTrue();
        }
        try (Connection connection = Connections.reading(directory.resolve("memory.db"))) {
            assertThat(Migrations.version(connection)).isEqualTo(Migrations.newest());
            assertThat(Query.list(connection, row -> row.getString(1), "SELECT name FROM migrations ORDER BY version"))
                    .containsExactly("001-first.sql", "002-lookups.sql");
        }
    }

    @Test
    void open_schemaOfANewerProgram_isOnlyRead() throws SQLException
    {
        fill();
        alter("PRAGMA user_version = 99");

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.condition().writable()).isFalse();
            assertThat(memory.condition().statements()).singleElement().asString().contains("version 99", "newer Luminous Nix",
                    "only read");
            assertThat(memory.interactions().list("anna", 10, Optional.empty())).hasSize(1);
            assertThatThrownBy(() -> memory.systemState().set("a", "b"))
                    .isInstanceOfSatisfying(MemoryException.class, e -> assertThat(e.code()).isEqualTo(MemoryException.Code.READ_ONLY));
        }
    }

    @Test
    void open_schemaThatDiffersFromOurs_isOnlyRead() throws SQLException
    {
        fill();
        alter("UPDATE migrations SET checksum = 'another' WHERE version = 1");

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.condition().statements()).singleElement().asString().contains("Version 1 of the memory's schema");
            assertThat(memory.condition().writable()).isFalse();
        }
    }

    @Test
    void open_damagedWithABackup_isSetAsideAndRestored() throws IOException
    {
        fill();
        overwrite(directory.resolve("memory.db"), 0);

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.condition().statements()).singleElement().asString().contains("was damaged", "memory.db.damaged-",
                    "was restored");
            assertThat(memory.condition().writable()).isTrue();
            assertThat(memory.interactions().list("anna", 10, Optional.empty())).hasSize(1);
            memory.interactions().add(interaction("b", "anna"));
        }
        assertThat(aside()).hasSize(1);
    }

    @Test
    void open_damagedInTheMiddleAfterAKill_isNoticed() throws IOException
    {
        fill();
        Files.createFile(directory.resolve("memory.db-open"));
        overwrite(directory.resolve("memory.db"), 4096);

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.condition().statements()).singleElement().asString().contains("was damaged", "was restored");
        }
    }

    @Test
    void read_damageThatIsMetLater_isSaidAndMendedAtTheNextStart() throws IOException
    {
        fill();
        try (Memory memory = Memory.open(directory)) {
            for (long page = 1; page < Files.size(directory.resolve("memory.db")) / 4096; page++) {
                overwrite(directory.resolve("memory.db"), page * 4096);
            }
            assertThatThrownBy(() -> memory.interactions().list("anna", 10, Optional.empty()))
                    .isInstanceOfSatisfying(MemoryException.class, e -> assertThat(e.code()).isEqualTo(MemoryException.Code.DAMAGED));
        }

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.condition().statements()).hasSize(1);
            assertThat(memory.interactions().list("anna", 10, Optional.empty())).hasSize(1);
        }
    }

    @Test
    void open_damagedWithADamagedBackup_takesTheOlderOne() throws IOException
    {
        fill();
        Path newest;
        try (Memory memory = Memory.open(directory)) {
            memory.interactions().add(interaction("b", "anna"));
            memory.backUp();
        }
        try (Stream<Path> copies = Files.list(directory.resolve("backups"))) {
            newest = copies.sorted().toList().getLast();
        }
        overwrite(newest, 0);
        overwrite(directory.resolve("memory.db"), 0);

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.interactions().list("anna", 10, Optional.empty())).hasSize(1);
        }
    }

    @Test
    void open_damagedWithoutBackup_beginsAnewAndSaysSo() throws IOException
    {
        Files.writeString(directory.resolve("memory.db"), "this is no database, however long one makes it ".repeat(100));

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.condition().statements()).singleElement().asString().contains("begins anew");
            memory.executions().begin(beginning("e"));
        }
        assertThat(aside()).hasSize(1);
    }

    @Test
    void open_databaseGoneWithABackup_isRestored() throws IOException
    {
        fill();
        Files.delete(directory.resolve("memory.db"));

        try (Memory memory = Memory.open(directory)) {
            assertThat(memory.condition().statements()).singleElement().asString().contains("was gone", "was restored");
            assertThat(memory.interactions().list("anna", 10, Optional.empty())).hasSize(1);
        }
    }

    @Test
    void backUp_often_keepsTheThreeNewest() throws IOException
    {
        try (Memory memory = Memory.open(directory)) {
            for (int i = 0; i < 6; i++) {
                memory.backUp();
            }
        }
        try (Stream<Path> copies = Files.list(directory.resolve("backups"))) {
            assertThat(copies).hasSizeBetween(1, 3).allSatisfy(copy -> assertThat(Connections.problems(copy)).isEmpty());
        }
    }

    /// Leaves a memory with one interaction, closed in order, and a backup that has it.
    private void fill()
    {
        try (Memory memory = Memory.open(directory)) {
            memory.interactions().add(interaction("a", "anna"));
            memory.backUp();
        }
    }

    private void alter(String sql) throws SQLException
    {
        try (Connection connection = Connections.writing(directory.resolve("memory.db"))) {
            Query.run(connection, sql);
        }
    }

    private static void overwrite(Path file, long position) throws IOException
    {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(position);
            bytes.write(new byte[4096]);
        }
    }

    private List<Path> aside() throws IOException
    {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().contains("damaged")).toList();
        }
    }

    /// Writes until it is killed, and says after each round that it is committed.
    static final class Writer
    {
        private Writer()
        {}

        public static void main(String[] arguments)
        {
            Memory memory = Memory.open(Path.of(arguments[0]));
            memory.executions().begin(beginning("e"));
            for (int round = 1;; round++) {
                memory.interactions().add(interaction("i" + round, "anna"));
                memory.executions().stepStarted("e", round);
                System.out.println(round);
            }
        }
    }
}
