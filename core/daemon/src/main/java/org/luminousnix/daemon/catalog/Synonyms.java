package org.luminousnix.daemon.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that mean much the same to a person who searches, and words that say nothing.
final class Synonyms
{
    private static final int LONGEST_PHRASE = 3;

    private final Map<String, String> phrases = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, String> heads = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    Synonyms(Words words, String file)
    {
        for (KnowledgeFile.Entry entry : KnowledgeFile.read(file)) {
            String head = entry.right().getFirst();
            if (head.equals("-")) {
                entry.left().forEach(word -> silent.add(words.stem(word)));
            }
            else {
                addGroup(words, entry.left(), head);
            }
        }
    }

    private void addGroup(Words words, List<String> members, String head)
    {
        String stem = words.stem(head);
        Set<String> group = groups.computeIfAbsent(stem, key -> new HashSet<>());
        group.add(stem);
        for (String member : members) {
            List<String> stems = words.stems(member, Words.MOST_WORDS);
            if (stems.size() == 1) {
                group.add(stems.getFirst());
                groups.putIfAbsent(stems.getFirst(), group);
                heads.putIfAbsent(stems.getFirst(), stem);
            }
            else {
                phrases.put(String.join(" ", stems), stem);
            }
        }
    }

    /// Returns the stems with known phrases drawn together: drop, down, termin → dropdown, termin.
    List<String> join(List<String> stems)
    {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < stems.size(); i++) {
            int length = longestPhrase(stems, i);
            joined.add(length == 1 ? stems.get(i) : phrases.get(String.join(" ", stems.subList(i, i + length))));
            i += length - 1;
        }
        return joined;
    }

    private int longestPhrase(List<String> stems, int from)
    {
        for (int length = Math.min(LONGEST_PHRASE, stems.size() - from); length > 1; length--) {
            if (phrases.containsKey(String.join(" ", stems.subList(from, from + length)))) {
                return length;
            }
        }
        return 1;
    }

    /// Returns the one word that stands for a stem and all that mean the same.
    String head(String stem)
    {
        return heads.getOrDefault(stem, stem);
    }

    /// Returns the other stems that mean the same.
    Set<String> others(String stem)
    {
        return groups.getOrDefault(stem, Set.of());
    }

    /// Tells whether a stem says nothing about what is looked for.
    boolean isSilent(String stem)
    {
        return silent.contains(stem);
    }
}
