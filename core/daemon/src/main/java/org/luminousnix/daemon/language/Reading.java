package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;

/// A clause with what is named in it, ready to be recognised.
///
/// @param text the text that the tokens' places count in
/// @param symbols what the recogniser sees: words, and a sign such as `<pkg>` for everything named
record Reading(String text, List<Token> tokens, List<Mention> mentions, List<String> symbols)
{
    Reading
    {
        requireNonNull(text, "text is null");
        tokens = List.copyOf(tokens);
        mentions = List.copyOf(mentions);
        symbols = List.copyOf(symbols);
    }

    /// Returns the clause as it stands in the text.
    String source()
    {
        return tokens.isEmpty() ? "" : text.substring(tokens.getFirst().start(), tokens.getLast().end());
    }

    /// Returns the clause's words as they are read, one space between them.
    String words()
    {
        return tokens.stream().map(Token::word).collect(Collectors.joining(" "));
    }

    boolean hasWord(String word)
    {
        return tokens.stream().anyMatch(token -> token.is(word));
    }

    boolean hasAny(java.util.Collection<String> words)
    {
        return tokens.stream().anyMatch(token -> words.contains(token.word()));
    }

    Optional<Mention> mention(Name.Kind kind)
    {
        return mentions.stream().filter(mention -> mention.has(kind)).findFirst();
    }

    Optional<Token> first(Token.Kind kind)
    {
        return tokens.stream().filter(token -> token.kind() == kind).findFirst();
    }
}
