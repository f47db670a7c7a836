package org.luminousnix.daemon.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.luminousnix.daemon.language.LanguageError.UNREADABLE_DATA;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// Reads resources that are words between blanks.
final class WordList
{
    private WordList()
    {}

    static Set<String> ofResource(String name)
    {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw languageException(UNREADABLE_DATA, "no such language data: %s", name);
            }
            return Set.copyOf(new HashSet<>(List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+"))));
        }
        catch (IOException e) {
            throw languageException(UNREADABLE_DATA, "%s: %s", name, e.getMessage());
        }
    }
}
