package org.luminousnix.daemon.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Knows which setting a sentence is about.
final class SettingReader
{
    private final List<Setting> settings;

    /// A setting that is named in words.
    ///
    /// @param value how its value is read, a name of [ValueReader]
    /// @param sayings sets of words, all of which must occur
    record Setting(String option, String value, List<Set<String>> sayings)
    {
        int match(Set<String> words)
        {
            return sayings.stream().filter(words::containsAll).mapToInt(saying -> saying.size() * 100 + String.join("", saying).length())
                    .max().orElse(0);
        }
    }

    SettingReader(Yaml yaml)
    {
        settings = yaml.items().stream().map(item -> new Setting(item.at("option").text(), item.at("value").text(),
                item.at("said").texts().stream().map(SettingReader::words).toList())).toList();
    }

    /// Returns the setting whose longest saying is in the clause.
    Optional<Setting> find(Reading reading)
    {
        Set<String> words = words(reading);
        return settings.stream().filter(setting -> setting.match(words) > 0).max(Comparator.comparingInt(setting -> setting.match(words)));
    }

    /// Returns the setting of an option.
    Optional<Setting> of(String option)
    {
        return settings.stream().filter(setting -> setting.option().equals(option)).findFirst();
    }

    private static Set<String> words(Reading reading)
    {
        Set<String> words = new java.util.HashSet<>();
        for (Token token : reading.tokens()) {
            words.add(token.word());
            words.addAll(Arrays.asList(token.word().split("[-/]")));
        }
        return words;
    }

    private static Set<String> words(String saying)
    {
        return Set.copyOf(new java.util.HashSet<>(Tokenizer.tokens(saying).stream().map(Token::word).toList()));
    }
}
