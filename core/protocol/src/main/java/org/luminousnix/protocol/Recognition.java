package org.luminousnix.protocol;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The answer of `intent.recognize`.
///
/// @param intents what is asked for, in the order in which it is to happen
/// @param question what has to be known first
public record Recognition(List<RecognizedIntent> intents, Optional<Question> question)
{
    public Recognition
    {
        intents = List.copyOf(intents);
        requireNonNull(question, "question is null");
    }
}
