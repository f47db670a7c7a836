package org.luminousnix.nix.process;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class DialogueTest
{
    private final NativeProcesses processes = NativeProcesses.ofMachine();

    @Test
    void converse_inTurns_hearsWhatWasSaid() throws IOException
    {
        try (Dialogue dialogue = processes.converse(Command.of("cat"));
                var heard = new BufferedReader(new InputStreamReader(dialogue.heard(), UTF_8))) {
            for (String line : new String[] {"one", "two"}) {
                dialogue.said().write((line + "\n").getBytes(UTF_8));
                dialogue.said().flush();
                assertThat(heard.readLine()).isEqualTo(line);
            }
        }
    }

    @Test
    void complaints_ofAChildThatHasEnded_areWhole() throws IOException
    {
        try (Dialogue dialogue = processes.converse(Command.of("sh", "-c", "echo no store >&2; exit 1"))) {
            assertThat(dialogue.heard().read()).isEqualTo(-1);
            assertThat(dialogue.complaints()).isEqualTo("no store\n");
        }
    }

    @Test
    void close_ofAChildThatDoesNotListen_endsItAndWhatItStarted() throws IOException
    {
        Dialogue dialogue = processes.converse(Command.of("sh", "-c", "sleep 600 & echo $!; wait"));
        var heard = new BufferedReader(new InputStreamReader(dialogue.heard(), UTF_8));
        ProcessHandle grandchild = ProcessHandle.of(Long.parseLong(heard.readLine())).orElseThrow();

        dialogue.close();

        assertThat(grandchild.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }
}
