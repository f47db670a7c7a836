package org.luminousnix.daemon.language;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NormaliserTest
{
    @Test
    void clean_ofReversingMarks_removesAndReportsThem()
    {
        CleanText clean = Normaliser.clean("install \u202Exofe\u202Crif");

        assertThat(clean.text()).isEqualTo("install xoferif");
        assertThat(clean.warnings()).containsExactly("marks that reverse the writing direction were removed");
    }

    @Test
    void clean_ofCyrillicLetterAmongLatin_suspectsTheWordAndKeepsIt()
    {
        CleanText clean = Normaliser.clean("install \u0432lc");

        assertThat(clean.text()).isEqualTo("install \u0432lc");
        assertThat(clean.suspects()).containsExactly("\u0432lc");
    }

    @Test
    void clean_ofLoneSurrogate_removesIt()
    {
        assertThat(Normaliser.clean("a\uD800b").text()).isEqualTo("ab");
    }

    @Test
    void clean_ofTypographicQuotes_makesThemPlain()
    {
        assertThat(Normaliser.clean("\u201Cdon\u2019t\u201D").text()).isEqualTo("\"don't\"");
    }
}
