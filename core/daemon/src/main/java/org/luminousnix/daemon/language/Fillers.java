package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import static org.luminousnix.daemon.language.LanguageError.INVALID_DATA;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// What can stand in the places of phrases: `{package}`, `{service}`, `{city}`.
///
/// A place whose name ends in `s` and is not listed is filled with one to three of the singular. One name in six is made up, so that
/// names nobody wrote down are met in training, too.
record Fillers(Map<String, List<String>> values)
{
    private static final List<String> INVENTABLE = List.of("package", "service", "user", "network");
    private static final String CONSONANTS = "bcdfghklmnprstvwxz";
    private static final String VOWELS = "aeiouy";

    Fillers
    {
        values = Map.copyOf(values);
    }

    String fill(String place, RandomGenerator random)
    {
        List<String> choices = values.get(place);
        if (choices != null) {
            return INVENTABLE.contains(place) && random.nextInt(6) == 0 ? invent(random) : choices.get(random.nextInt(choices.size()));
        }
        if (place.endsWith("s")) {
            return enumeration(place.substring(0, place.length() - 1), random);
        }
        throw languageException(INVALID_DATA, "nothing is known to fill {%s} with", place);
    }

    private String enumeration(String place, RandomGenerator random)
    {
        List<String> items = new ArrayList<>(Collections.nCopies(1 + random.nextInt(3), ""));
        items.replaceAll(_ -> fill(place, random));
        String last = items.removeLast();
        if (items.isEmpty()) {
            return last;
        }
        return switch (random.nextInt(4)) {
            case 0 -> String.join(" ", items) + " " + last;
            case 1 -> String.join(", ", items) + ", " + last;
            case 2 -> String.join(", ", items) + " & " + last;
            default -> String.join(", ", items) + " and " + last;
        };
    }

    private static String invent(RandomGenerator random)
    {
        StringBuilder name = new StringBuilder();
        for (int syllable = 2 + random.nextInt(2); syllable > 0; syllable--) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))).append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))).toString();
    }
}
