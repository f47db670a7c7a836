package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What a sentence was understood as.
///
/// @param text the text as it was said
/// @param intents what is wanted, in the order in which it is to happen
/// @param question asked when a choice is open
/// @param mended the words that were read as others
/// @param warnings what was removed from the text or left unread, in plain words
public record Understanding(
        String text,
        List<Recognized> intents,
        Optional<Clarification> question,
        List<Mending> mended,
        List<String> warnings)
{
    public Understanding
    {
        requireNonNull(text, "text is null");
        intents = List.copyOf(intents);
        requireNonNull(question, "question is null");
        mended = List.copyOf(mended);
        warnings = List.copyOf(warnings);
    }

    /// Returns the intents alone.
    public List<Intent> wishes()
    {
        return intents.stream().map(Recognized::intent).toList();
    }

    /// Returns this with nothing resolved, where words deceive the eye.
    Understanding doubting(List<String> suspects)
    {
        if (suspects.isEmpty()) {
            return this;
        }
        List<Recognized> doubted = intents.stream().map(each -> new Recognized(each.intent(), each.confidence(), false, each.evidence()))
                .toList();
        return new Understanding(text, doubted, question, mended, warnings);
    }
}
