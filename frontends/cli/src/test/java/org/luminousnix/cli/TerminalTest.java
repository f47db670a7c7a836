package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.luminousnix.cli.Terminal.Wishes;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTest
{
    private static final Wishes NONE = new Wishes(false, false, false);
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color", "LANG", "de_DE.UTF-8", "COLUMNS", "120");

    @Test
    void of_terminalOnBothSides_hasEverything()
    {
        assertThat(Terminal.of(XTERM, true, true, NONE)).isEqualTo(new Terminal(120, true, true, false, true, true));
    }

    @Test
    void of_pipe_hasNoColourNoRedrawAndNobodyToAsk()
    {
        assertThat(Terminal.of(XTERM, true, false, NONE)).isEqualTo(new Terminal(120, false, true, false, false, false));
    }

    @Test
    void of_inputFromAFile_hasColourButNobodyToAsk()
    {
        assertThat(Terminal.of(XTERM, false, true, NONE)).isEqualTo(new Terminal(120, true, true, false, true, false));
    }

    @Test
    void of_noColorVariable_hasNoColour()
    {
        assertThat(Terminal.of(Map.of("NO_COLOR", "1", "LANG", "C.UTF-8"), true, true, NONE).colour()).isFalse();
    }

    @Test
    void of_emptyNoColorVariable_hasColour()
    {
        assertThat(Terminal.of(Map.of("NO_COLOR", ""), true, true, NONE).colour()).isTrue();
    }

    @Test
    void of_dumbTerminal_hasNoColourAndNoRedraw()
    {
        Terminal terminal = Terminal.of(Map.of("TERM", "dumb"), true, true, NONE);

        assertThat(terminal.colour() || terminal.redraws()).isFalse();
    }

    @Test
    void of_plain_asksButDoesNotRedraw()
    {
        assertThat(Terminal.of(XTERM, true, true, new Wishes(true, false, false)))
                .isEqualTo(new Terminal(120, false, true, true, false, true));
    }

    @Test
    void of_json_asksNobody()
    {
        assertThat(Terminal.of(XTERM, true, true, new Wishes(false, false, true)).asks()).isFalse();
    }

    @Test
    void of_localeC_hasNoUnicodeEvenWithUtf8InLang()
    {
        assertThat(Terminal.of(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8"), true, true, NONE).unicode()).isFalse();
    }

    @Test
    void of_columnsThatAreNoNumber_hasEighty()
    {
        assertThat(Terminal.of(Map.of("COLUMNS", "-1"), true, true, NONE).width()).isEqualTo(80);
    }

    @Test
    void of_threeColumns_hasTwenty()
    {
        assertThat(Terminal.of(Map.of("COLUMNS", "3"), true, true, NONE).width()).isEqualTo(20);
    }
}
