package org.luminousnix.cli;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luminousnix.cli.LabMachine.Ended;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// The client typed into a real terminal: what is on the screen, with and without colour, wide and narrow.
@Timeout(400)
class TmuxTest
{
    @TempDir
    private static Path directory;

    private static LabMachine machine;

    @BeforeAll
    static void begin()
    {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.exists(Path.of(path, "tmux"))))
                .as("tmux is installed")
                .isTrue();
        machine = new LabMachine(directory);
        Ended first = machine.ask("list generations");
        assertThat(first.code()).as(first.toString()).isZero();
    }

    @AfterAll
    static void end() throws Exception
    {
        if (machine != null) {
            tmux("kill-server");
            machine.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"80,true,ripgrep,rg", "80,false,htop,htop", "120,true,jq,jq", "120,false,tree,tree"})
    void install_typedWithWhyAndYes_looksRight(int width, boolean colour, String name, String program) throws Exception
    {
        String session = "s" + width + colour;
        open(session, width, colour ? List.of() : List.of("--no-color"), "install " + name);

        await(session, "[y/N/why]");
        String plan = screen(session);
        tmux("send-keys", "-t", session, "why", "Enter");
        await(session, "why\n", "[y/N/why]");
        tmux("send-keys", "-t", session, "y", "Enter");
        await(session, "exit 0");
        String result = screen(session);

        assertThat(plan).contains("install " + name, "Lab:", "+", name);
        assertThat(result).contains("✓", "Verified", "undo that");
        assertThat(colours(session)).isEqualTo(colour);
        assertThat(result.lines()).allMatch(line -> Columns.width(line) <= width);
        assertThat(machine.hasProgram(program)).isTrue();
    }

    private static void open(String session, int width, List<String> flags, String sentence) throws Exception
    {
        List<String> arguments = new ArrayList<>(flags);
        arguments.add(sentence);
        StringBuilder script = new StringBuilder("export COLUMNS=" + width + " TERM=screen-256color\n");
        machine.environment().forEach((key, value) -> script.append("export ").append(key).append("='").append(value).append("'\n"));
        script.append("echo '$ ask-nix \"").append(sentence).append("\"'\n");
        machine.command(arguments.toArray(String[]::new)).forEach(word -> script.append('\'').append(word).append("' "));
        script.append("\necho exit $?\nexec tail -f /dev/null\n");
        Path file = Files.writeString(directory.resolve(session + ".sh"), script);
        tmux("new-session", "-d", "-s", session, "-x", Integer.toString(width), "-y", "100", "sh " + file);
    }

    /// Waits until the screen shows the texts, each after the one before.
    private static void await(String session, String... texts) throws Exception
    {
        long deadline = System.nanoTime() + SECONDS.toNanos(120);
        while (!shows(screen(session), texts)) {
            assertThat(System.nanoTime()).as(screen(session)).isLessThan(deadline);
            LockSupport.parkNanos(MILLISECONDS.toNanos(100));
        }
    }

    private static boolean shows(String screen, String... texts)
    {
        int from = 0;
        for (String text : texts) {
            int at = screen.indexOf(text, from);
            if (at < 0) {
                return false;
            }
            from = at + text.length();
        }
        return true;
    }

    private static String screen(String session) throws Exception
    {
        return tmux("capture-pane", "-p", "-t", session);
    }

    private static boolean colours(String session) throws Exception
    {
        return tmux("capture-pane", "-p", "-e", "-t", session).contains("\u001b[");
    }

    private static String tmux(String... arguments) throws IOException, InterruptedException
    {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", directory.resolve("tmux").toString(), "-f", "/dev/null"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
