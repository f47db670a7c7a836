package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names that people say, with all that they may mean. Immutable after [Builder#build].
final class Names
{
    private static final int LONGEST = 5;

    private final Map<String, List<Name>> bySaying;

    private Names(Map<String, List<Name>> bySaying)
    {
        this.bySaying = Map.copyOf(bySaying);
    }

    /// Returns what is named, longest names first, none overlapping.
    List<Mention> find(List<Token> tokens)
    {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Mention mention = longestAt(tokens, at);
            if (mention != null) {
                mentions.add(mention);
            }
            at = mention == null ? at + 1 : mention.to();
        }
        return mentions;
    }

    /// Returns what a saying may mean.
    List<Name> named(String saying)
    {
        return bySaying.getOrDefault(key(saying), List.of());
    }

    boolean knows(String saying)
    {
        return bySaying.containsKey(key(saying));
    }

    java.util.Set<String> sayings()
    {
        return bySaying.keySet();
    }

    private Mention longestAt(List<Token> tokens, int from)
    {
        for (int to = Math.min(tokens.size(), from + LONGEST); to > from; to--) {
            List<Name> names = bySaying.get(joined(tokens, from, to));
            if (names != null) {
                return new Mention(from, to, names);
            }
        }
        return null;
    }

    private static String joined(List<Token> tokens, int from, int to)
    {
        if (to == from + 1) {
            return tokens.get(from).word().replace('-', ' ');
        }
        StringBuilder joined = new StringBuilder();
        for (Token token : tokens.subList(from, to)) {
            if (token.isSign()) {
                return "";
            }
            joined.append(joined.isEmpty() ? "" : " ").append(token.word().replace('-', ' '));
        }
        return joined.toString();
    }

    private static String key(String saying)
    {
        return saying.toLowerCase(Locale.ROOT).replace('-', ' ');
    }

    static final class Builder
    {
        private final Map<String, List<Name>> bySaying = new HashMap<>();

        Builder add(String saying, Name name)
        {
            List<Name> names = bySaying.computeIfAbsent(key(saying), _ -> new ArrayList<>(1));
            if (!names.contains(name)) {
                names.add(name);
            }
            return this;
        }

        Names build()
        {
            bySaying.replaceAll((_, names) -> List.copyOf(names));
            return new Names(bySaying);
        }
    }
}
