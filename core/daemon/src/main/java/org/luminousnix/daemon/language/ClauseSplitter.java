package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// Cuts a sentence where a second wish begins, and drops what is said not to be done.
final class ClauseSplitter
{
    private static final Set<String> SEQUENCE = Set.of("then", "afterwards", "afterward", "subsequently", "finally", "next");
    private static final Set<String> JOINT = Set.of("and", "but", "plus", "also", "&", "&&");
    private static final Set<String> ALONE = Set.of("reboot", "restart", "rebuild", "update", "upgrade", "switch", "shutdown", "undo",
            "clean", "poweroff", "suspend", "rollback", "apply");
    private static final Set<String> ACTED = Set.of("install", "remove", "uninstall", "delete", "update", "upgrade", "reboot", "restart",
            "rebuild", "enable", "disable", "add", "activate",
            "switch", "collect", "clean", "download", "apply", "stop", "start", "touch", "roll", "purge", "suspend", "shut");
    private static final Set<String> OPENERS = Set.of("what", "why", "how", "which", "who", "where", "is", "are", "does", "tell", "explain",
            "check", "show", "list", "see");

    private final Set<String> verbs;

    /// A part of a sentence; `negated` is what is said not to be done.
    record Clause(List<Token> tokens, boolean negated)
    {
        Clause
        {
            tokens = List.copyOf(tokens);
        }
    }

    ClauseSplitter(Set<String> verbs)
    {
        this.verbs = Set.copyOf(requireNonNull(verbs, "verbs is null"));
    }

    /// Returns the wishes of a sentence in their order; there is always at least one part.
    List<Clause> split(List<Token> tokens)
    {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> sentence = condition(tokens, parts);
        int from = 0;
        for (int at = 1; at < sentence.size(); at++) {
            int next = boundary(sentence, from, at);
            if (next > 0) {
                parts.add(sentence.subList(from, at));
                from = next;
                at = next;
            }
        }
        parts.add(sentence.subList(from, sentence.size()));
        return clauses(parts);
    }

    /// Returns whether a clause only says why the next is wanted: a statement, neither order nor question.
    boolean isReason(Clause clause)
    {
        Token first = clause.tokens().getFirst();
        return !verbs.contains(first.word()) && !OPENERS.contains(first.word()) && !clause.negated();
    }

    private static List<Clause> clauses(List<List<Token>> parts)
    {
        List<Clause> clauses = new ArrayList<>();
        for (List<Token> part : parts) {
            List<Token> core = part.isEmpty() ? part : Politeness.without(part);
            if (core.stream().anyMatch(token -> !token.isSign())) {
                clauses.add(new Clause(core, isNegated(core)));
            }
        }
        return clauses;
    }

    /// Splits "if A then B" and "if A, B" into A and B.
    private static List<Token> condition(List<Token> tokens, List<List<Token>> parts)
    {
        if (tokens.isEmpty() || !tokens.getFirst().is("if")) {
            return tokens;
        }
        for (int at = 2; at < tokens.size() - 1; at++) {
            if (tokens.get(at).is("then") || tokens.get(at).is(",")) {
                parts.add(tokens.subList(1, at));
                return tokens.subList(tokens.get(at + 1).is("then") ? at + 2 : at + 1, tokens.size());
            }
        }
        return tokens;
    }

    /// Returns where the next clause begins when one ends before `at`, else 0.
    private int boundary(List<Token> tokens, int from, int at)
    {
        Token token = tokens.get(at);
        boolean enoughBefore = at - from >= 2 || ALONE.contains(tokens.get(from).word());
        int next = at + 1;
        while (next < tokens.size() && joins(tokens.get(next))) {
            next++;
        }
        if (next >= tokens.size() || !enoughBefore) {
            return 0;
        }
        if (token.is(";") || token.is("&&") || (SEQUENCE.contains(token.word()) && opens(tokens, next))) {
            return next;
        }
        if (token.is("after") && next < tokens.size() && tokens.get(next).is("that")) {
            return next + 1 < tokens.size() ? next + 1 : 0;
        }
        if (token.isSign() && (token.is(".") || token.is("!") || token.is("?"))) {
            return next;
        }
        boolean joint = JOINT.contains(token.word()) || token.is(",");
        return joint && opens(tokens, next) ? next : 0;
    }

    private static boolean joins(Token token)
    {
        return (token.isSign() && !token.is("?")) || JOINT.contains(token.word()) || SEQUENCE.contains(token.word()) || token.is("please")
                || token.is("just");
    }

    private boolean opens(List<Token> tokens, int at)
    {
        Token token = tokens.get(at);
        boolean last = at + 1 == tokens.size() || (tokens.get(at + 1).isSign() && at + 2 == tokens.size());
        if (token.is("do") || token.is("don't") || token.is("not") || token.is("only")) {
            return at + 1 < tokens.size()
                    && (token.is("do") || ACTED.contains(tokens.get(at + 1).word()) || OPENERS.contains(tokens.get(at + 1).word()));
        }
        if (last) {
            return ALONE.contains(token.word());
        }
        boolean enumerated = tokens.get(at + 1).is("and") || tokens.get(at + 1).is(",");
        return (verbs.contains(token.word()) || OPENERS.contains(token.word())) && (!enumerated || ALONE.contains(token.word()));
    }

    private static boolean isNegated(List<Token> tokens)
    {
        for (int at = 0; at < Math.min(3, tokens.size() - 1); at++) {
            boolean negation = tokens.get(at).is("not") || tokens.get(at).is("never") || tokens.get(at).is("without");
            if (negation && isActed(tokens.get(at + 1).word())) {
                return at == 0 || Set.of("do", "please", "but", "you", "must", "should").contains(tokens.get(at - 1).word());
            }
        }
        return tokens.size() <= 4 && tokens.getFirst().is("no") && tokens.size() > 1
                && Set.of("installation", "install", "update", "updates", "reboot", "restart", "changes", "rebuild", "removal",
                        "installing").contains(tokens.get(1).word());
    }

    private static boolean isActed(String word)
    {
        return ACTED.contains(word) || (word.endsWith("ing") && ACTED.contains(Stem.of(word)));
    }
}
