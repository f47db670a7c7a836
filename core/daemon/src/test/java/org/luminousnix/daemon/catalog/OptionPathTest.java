package org.luminousnix.daemon.catalog;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OptionPathTest
{
    @Test
    void parts_dotInsideQuotes_doesNotPart()
    {
        assertThat(OptionPath.parts("a.\"b.c\".d")).containsExactly("a", "\"b.c\"", "d");
    }

    @Test
    void patterns_path_beginsWithItselfAndKeepsTheFirstPart()
    {
        assertThat(OptionPath.patterns("users.users.alice.shell")).startsWith("users.users.alice.shell")
                .contains("users.users.<name>.shell")
                .allMatch(pattern -> pattern.startsWith("users."));
    }

    @Test
    void patterns_endlessPath_areNone()
    {
        assertThat(OptionPath.patterns("a.".repeat(1000))).isEmpty();
    }
}
