package org.luminousnix.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTest
{
    private static final Terminal WIDE = new Terminal(80, true, true, false, true, true);
    private static final Terminal ASCII = new Terminal(80, false, false, false, false, false);

    @Test
    void line_withEscapeSequences_writesThemOut()
    {
        Page page = new Page(WIDE).line(Span.of("a\u001b]0;title\u0007b\u009b31m\rc"));

        assertThat(page.toString()).isEqualTo("a\\x1b]0;title\\x07b\\x9b31m\\x0dc\n");
    }

    @Test
    void line_withOverrideOfDirection_writesItOut()
    {
        assertThat(new Page(WIDE).line(Span.of("rm \u202egpj.exe")).toString()).isEqualTo("rm \\u202egpj.exe\n");
    }

    @Test
    void line_withHalfASurrogate_replacesIt()
    {
        assertThat(new Page(WIDE).line(Span.of("a\ud800b")).toString()).isEqualTo("a\ufffdb\n");
    }

    @Test
    void line_onAsciiTerminal_usesLikenesses()
    {
        assertThat(new Page(ASCII).line(Span.of("naïve – “yes” → 好…")).toString()).isEqualTo("naive - \"yes\" -> ?...\n");
    }

    @Test
    void text_longerThanTheLine_wrapsAtWords()
    {
        Page page = new Page(new Terminal(20, false, true, false, false, false)).text(2, Ink.PLAIN, "one two three four five six");

        assertThat(page.toString()).isEqualTo("  one two three four\n  five six\n");
    }

    @Test
    void text_withWordLongerThanTheLine_breaksIt()
    {
        Page page = new Page(new Terminal(20, false, true, false, false, false)).text(0, Ink.PLAIN, "x".repeat(45));

        assertThat(page.toString().lines()).containsExactly("x".repeat(20), "x".repeat(20), "x".repeat(5));
    }

    @Test
    void text_ofWideCharacters_countsTwoColumnsEach()
    {
        Page page = new Page(new Terminal(20, false, true, false, false, false)).text(0, Ink.PLAIN, "漢".repeat(11));

        assertThat(page.toString().lines()).containsExactly("漢".repeat(10), "漢");
    }

    @Test
    void blank_twice_isOneLine()
    {
        assertThat(new Page(WIDE).line(Span.of("a")).blank().blank().line(Span.of("b")).toString()).isEqualTo("a\n\nb\n");
    }
}
