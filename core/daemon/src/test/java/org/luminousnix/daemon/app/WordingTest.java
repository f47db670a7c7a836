package org.luminousnix.daemon.app;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTest
{
    @Test
    void harmless_escapeSequencesAndReorderingMarks_areReplaced()
    {
        assertThat(Wording.harmless("a\u001b[31mb\u202ec\u0007\u200bd")).isEqualTo("a\ufffd[31mb\ufffdc\ufffd\ufffdd");
    }

    @Test
    void harmless_loneSurrogate_isReplaced()
    {
        assertThat(Wording.harmless("a\ud800b")).isEqualTo("a\ufffdb");
    }

    @Test
    void harmless_linesTabsAndOtherScripts_stayReadable()
    {
        assertThat(Wording.harmless("größer\n\tявно 💩")).isEqualTo("größer\n явно 💩");
    }

    @Test
    void harmless_aVeryLongText_isCut()
    {
        assertThat(Wording.harmless("x".repeat(100_000))).hasSizeLessThan(70_000).endsWith("…");
    }
}
