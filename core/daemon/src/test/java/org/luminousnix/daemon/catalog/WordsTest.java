package org.luminousnix.daemon.catalog;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest
{
    private final Words words = new Words();

    @Test
    void plain_signsThatNameLanguages_areKept()
    {
        assertThat(Words.plain("C++ and C#, .NET!", 10)).containsExactly("cpp", "and", "csharp", "dotnet");
    }

    @Test
    void plain_accentsAndPossessives_areFolded()
    {
        assertThat(Words.plain("Programmer’s Café", 10)).containsExactly("programmer", "cafe");
    }

    @Test
    void plain_moreThanAllowed_stops()
    {
        assertThat(Words.plain("a b c d", 2)).containsExactly("a", "b");
    }

    @Test
    void parts_camelCaseAndDigits_areCutAndKeptWhole()
    {
        assertThat(Words.parts("powerOnBoot")).contains("power", "on", "boot", "poweronboot");
        assertThat(Words.parts("jdk21")).contains("jdk", "21", "jdk21");
    }

    @Test
    void split_camelCase_isInOrderWithoutTheWhole()
    {
        assertThat(Words.split("storageDriver")).containsExactly("storage", "driver");
    }

    @Test
    void stem_britishAndAmerican_areOneWord()
    {
        assertThat(words.stem("organise")).isEqualTo(words.stem("organize"));
    }
}
