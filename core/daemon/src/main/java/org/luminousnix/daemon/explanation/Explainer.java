package org.luminousnix.daemon.explanation;

import org.luminousnix.daemon.explanation.Explained.Alternative;
import org.luminousnix.daemon.language.Evidence;
import org.luminousnix.daemon.language.Recognized;
import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells a decision: from the words that were said to the steps that were proposed.
public final class Explainer
{
    private static final String RUNNER_UP = "runner-up";

    private Explainer()
    {}

    /// Explains at a depth.
    public static Explained explain(Decision decision, Depth depth)
    {
        double confidence = decision.understanding().intents().stream().mapToDouble(Recognized::confidence).min().orElse(0);
        List<Alternative> alternatives = decision.understanding().intents().stream().flatMap(read -> read.evidence().stream())
                .filter(evidence -> evidence.kind().equals(RUNNER_UP)).map(evidence -> new Alternative(evidence.text(), evidence.weight()))
                .sorted(Comparator.comparingDouble(Alternative::probability).reversed()).toList();
        return new Explained(text(decision, depth, alternatives), confidence, tree(decision), alternatives);
    }

    private static String text(Decision decision, Depth depth, List<Alternative> alternatives)
    {
        List<String> sentences = new ArrayList<>();
        if (depth == Depth.SIMPLE) {
            return line(decision);
        }
        for (Recognized read : decision.understanding().intents()) {
            sentences.add("I took \"%s\" as %s%s%s.".formatted(decision.understanding().text(), words(read), sureness(read.confidence()),
                    because(read, depth)));
        }
        decision.understanding().mended()
                .forEach(mending -> sentences.add("I read \"%s\" as \"%s\".".formatted(mending.typed(), mending.read())));
        alternatives.stream().findFirst().ifPresent(
                next -> sentences.add("The next likeliest reading was %s (%s).".formatted(next.intent(), percent(next.probability()))));
        decision.plan().ifPresent(plan -> sentences.add(about(plan, depth)));
        return sentences.isEmpty()
                ? "Nothing was recognised in \"%s\".".formatted(decision.understanding().text())
                : String.join(" ", sentences);
    }

    /// One line: what was understood and how surely.
    private static String line(Decision decision)
    {
        List<Recognized> read = decision.understanding().intents();
        String wishes = read.stream().map(Explainer::inWords).collect(Collectors.joining(", then "));
        return read.isEmpty()
                ? "Nothing was recognised"
                : wishes + read.stream().map(Recognized::confidence).min(Double::compare).map(Explainer::inBrackets).orElse("");
    }

    /// `package.install` of ripgrep is "install package ripgrep".
    private static String inWords(Recognized read)
    {
        String name = read.intent().name();
        int dot = name.indexOf('.');
        String verb = dot < 0 ? name.replace('_', ' ') : name.substring(dot + 1);
        String noun = dot < 0 || name.startsWith("assistant") ? "" : " " + name.substring(0, dot);
        String slots = read.intent().slots().values().stream().map(Explainer::plain).collect(Collectors.joining(" "));
        return verb + noun + (slots.isEmpty() ? "" : ": " + slots);
    }

    private static String plain(Object value)
    {
        return value instanceof List<?> items ? items.stream().map(Object::toString).collect(Collectors.joining(", ")) : value.toString();
    }

    private static String inBrackets(double confidence)
    {
        return " (%s)".formatted(confidence >= 0.9 ? "sure" : confidence >= 0.6 ? "fairly sure" : "not sure");
    }

    private static String words(Recognized read)
    {
        String slots = read.intent().slots().values().stream().map(Object::toString).collect(Collectors.joining(", "));
        return read.intent().name() + (slots.isEmpty() ? "" : " of " + slots);
    }

    private static String sureness(double confidence)
    {
        if (confidence >= 0.9) {
            return ", and am sure of it";
        }
        return confidence >= 0.6 ? ", and am fairly sure" : ", and am not sure";
    }

    private static String because(Recognized read, Depth depth)
    {
        String matched = read.evidence().stream().filter(evidence -> !evidence.kind().equals(RUNNER_UP))
                .map(evidence -> depth == Depth.TECHNICAL
                        ? "%s %s (%.2f)".formatted(evidence.kind(), evidence.text(), evidence.weight())
                        : "\"" + evidence.text() + "\"")
                .collect(Collectors.joining(", "));
        return (depth == Depth.TECHNICAL ? " (probability " + percent(read.confidence()) + ")" : "")
                + (matched.isEmpty() ? "" : " because of " + matched);
    }

    private static String about(Plan plan, Depth depth)
    {
        String steps = plan.draft().actions().stream().map(action -> action.traits().title()).collect(Collectors.joining("; "));
        String told = "The plan is: %s.".formatted(steps);
        return switch (plan.verdict()) {
            case Verdict.Refused(var reasons) -> told + " It was refused: " + String.join(" ", reasons);
            case Verdict.NeedsApproval _ ->
                told + (depth == Depth.TECHNICAL ? " Its digest is " + plan.digest() + "." : " Nothing is done before you approve it.");
        };
    }

    private static Reason tree(Decision decision)
    {
        List<Reason> branches = new ArrayList<>();
        decision.understanding().intents().forEach(read -> branches.add(new Reason(words(read), Optional.of(percent(read.confidence())),
                read.evidence().stream().map(Explainer::leaf).toList())));
        decision.plan().ifPresent(
                plan -> branches.add(new Reason(plan.draft().title(), Optional.of(plan.draft().risk().name().toLowerCase(Locale.ROOT)),
                        plan.draft().actions().stream().map(Explainer::leaf).toList())));
        return new Reason(decision.understanding().text(), Optional.empty(), branches);
    }

    private static Reason leaf(Evidence evidence)
    {
        return Reason.leaf(evidence.kind() + ": " + evidence.text(), String.format(Locale.ROOT, "%.2f", evidence.weight()));
    }

    private static Reason leaf(Action action)
    {
        return Reason.leaf(action.traits().title(), String.join(" ", action.traits().typed()));
    }

    private static String percent(double probability)
    {
        return Math.round(100 * probability) + " %";
    }
}
