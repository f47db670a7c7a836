package org.luminousnix.daemon.language;

import java.util.List;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.daemon.language.LanguageError.INVALID_DATA;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// The example sentences of one intent: `intent: package.install` and `phrases:`, one in a line or as a list.
record PhraseFile(IntentName intent, List<Phrase> phrases)
{
    private static final int MOST_PHRASES = 2_000;

    PhraseFile
    {
        requireNonNull(intent, "intent is null");
        phrases = List.copyOf(phrases);
    }

    static PhraseFile of(Yaml yaml)
    {
        String name = yaml.at("intent").text();
        IntentName intent = IntentName.named(name)
                .orElseThrow(() -> languageException(INVALID_DATA, "%s: no intent is called '%s'", yaml.source(), name));
        List<String> lines = yaml.map().get("phrases") instanceof String block ? block.lines().toList() : yaml.at("phrases").texts();
        if (lines.size() > MOST_PHRASES) {
            throw languageException(INVALID_DATA, "%s: more than %s phrases", yaml.source(), MOST_PHRASES);
        }
        return new PhraseFile(intent, lines.stream().filter(line -> !line.isBlank()).map(Phrase::parse).toList());
    }
}
