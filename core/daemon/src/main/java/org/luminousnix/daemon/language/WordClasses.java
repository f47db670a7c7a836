package org.luminousnix.daemon.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Words that do the same work: `<install>` is install, add, get, grab.
final class WordClasses
{
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, List<String>> byWord = new HashMap<>();

    WordClasses(Yaml yaml)
    {
        for (String name : yaml.keys()) {
            members.put(name, Set.copyOf(new HashSet<>(yaml.at(name).texts())));
        }
        members.forEach((name, words) -> words
                .forEach(word -> byWord.merge(word, List.of("<" + name + ">"),
                        (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList())));
    }

    /// Returns the classes of a word as signs.
    List<String> of(String word)
    {
        return byWord.getOrDefault(word, List.of());
    }

    /// Returns the class of a word that has exactly one.
    Optional<String> leading(String word)
    {
        List<String> classes = of(word);
        return classes.size() == 1 ? Optional.of(classes.getFirst()) : Optional.empty();
    }

    /// Returns the words of a class.
    Set<String> members(String name)
    {
        Set<String> words = members.get(name);
        if (words == null) {
            throw LanguageException.languageException(LanguageError.INVALID_DATA, "no word class is called '%s'", name);
        }
        return words;
    }

    Set<String> words()
    {
        return byWord.keySet();
    }
}
