package org.luminousnix.daemon.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// Says what a message of Nix or NixOS means. Safe for use by many threads. The text is data: nothing in it is followed.
public final class Diagnostician
{
    private static final int MOST_EVIDENCE = 4;
    private static final int LONGEST_EVIDENCE = 300;
    private static final int MOST_FRAMES = 40;
    // A difference of scores from which one finding counts as clearly nearer to the root than another.
    private static final double CLEAR = 12;
    private static final Diagnosis UNKNOWN = new Diagnosis(ErrorKind.UNKNOWN, "This message is not one that I know.",
            "Read it from its first line that says error; run the command again with --show-trace for more, or search for the exact words of that line.",
            0.2, Optional.empty(), List.of(), List.of(), Optional.of("https://discourse.nixos.org"), List.of(), List.of());

    private final List<Rule> rules;
    private final KnownCases cases;

    /// A rule that matched a line.
    private record Finding(Rule rule, LogLine line, int number, int weight, Map<String, String> parts)
    {}

    public Diagnostician()
    {
        this.rules = RuleBook.read();
        this.cases = new KnownCases(rules);
    }

    /// Explains a message or a log of any length.
    public Diagnosis diagnose(String text)
    {
        requireNonNull(text, "text is null");
        List<LogLine> lines = LogReader.read(text);
        List<Finding> findings = findings(lines);
        Optional<Diagnosis.Place> place = place(text, lines);
        if (findings.isEmpty()) {
            return likely(lines, place);
        }
        Finding root = findings.getFirst();
        Set<ErrorKind> others = EnumSet.noneOf(ErrorKind.class);
        Set<ErrorKind> ordered = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.rule().kind() != root.rule().kind() && others.add(finding.rule().kind())) {
                ordered.add(finding.rule().kind());
            }
        }
        Rule.Advice advice = root.rule().advice();
        return new Diagnosis(root.rule().kind(), fill(advice.cause(), root.parts()), fill(advice.fix(), root.parts()), confidence(findings),
                place,
                evidence(findings), actions(advice, root.parts()), advice.documentation(), frames(lines), List.copyOf(ordered));
    }

    private List<Finding> findings(List<LogLine> lines)
    {
        List<Finding> raw = new ArrayList<>();
        Map<String, Boolean> present = new HashMap<>();
        for (int number = 0; number < lines.size(); number++) {
            LogLine line = lines.get(number);
            if (line.role() == LogLine.Role.EXCERPT || line.role() == LogLine.Role.TRACE) {
                continue;
            }
            for (Rule rule : rules) {
                Optional<Map<String, String>> parts = rule.find(line);
                if (parts.isPresent() && fits(rule, line, lines, present)) {
                    raw.add(new Finding(rule, line, number, 0, parts.get()));
                }
            }
        }
        boolean built = raw.stream().anyMatch(finding -> finding.rule().kind() == ErrorKind.BUILDER_FAILED);
        return raw.stream()
                .map(found -> new Finding(found.rule(), found.line(), found.number(), found.rule().weigh(found.line().role(), built),
                        found.parts()))
                .filter(found -> found.weight() > 15)
                .sorted(Comparator.comparingInt(Finding::weight).reversed().thenComparingInt(Finding::number))
                .toList();
    }

    private static boolean fits(Rule rule, LogLine line, List<LogLine> lines, Map<String, Boolean> present)
    {
        boolean excluded = rule.unless().stream().anyMatch(line.match()::contains);
        return !excluded && rule.also()
                .stream()
                .allMatch(word -> present.computeIfAbsent(word, key -> lines.stream().anyMatch(one -> one.match().contains(key))));
    }

    private static double confidence(List<Finding> findings)
    {
        Finding root = findings.getFirst();
        double sure = Math.min(0.97, 0.45 + root.weight() / 180.0);
        boolean close = findings.stream()
                .anyMatch(other -> other.rule().kind() != root.rule().kind() && root.weight() - other.weight() < CLEAR
                        && other.number() != root.number());
        return close ? Math.min(0.75, sure) : sure;
    }

    private Diagnosis likely(List<LogLine> lines, Optional<Diagnosis.Place> place)
    {
        String message = message(lines);
        List<String> evidence = message.isBlank() ? List.of() : List.of(shorten(message.lines().findFirst().orElse("")));
        return cases.nearest(message).map(near -> {
            Rule.Advice advice = near.rule().advice();
            return new Diagnosis(near.rule().kind(), "Most likely: " + fill(advice.cause(), Map.of()), fill(advice.fix(), Map.of()),
                    near.confidence(), place, evidence, actions(advice, Map.of()), advice.documentation(), frames(lines), List.of());
        })
                .orElseGet(() -> new Diagnosis(ErrorKind.UNKNOWN, UNKNOWN.cause(), UNKNOWN.fix(), UNKNOWN.confidence(), place, evidence,
                        UNKNOWN.actions(), UNKNOWN.documentation(), frames(lines), List.of()));
    }

    private static String message(List<LogLine> lines)
    {
        List<String> errors = lines.stream().filter(line -> line.role() == LogLine.Role.ERROR).map(LogLine::text).limit(6).toList();
        List<String> all = lines.stream().map(LogLine::text).filter(text -> !text.isBlank()).limit(6).toList();
        return String.join("\n", errors.isEmpty() ? all : errors);
    }

    // What a message names may be hostile or endless; it is quoted as it was cleaned, and only inside these sentences.
    private static String fill(String text, Map<String, String> parts)
    {
        var filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            int bar = text.indexOf('|', open);
            boolean gap = close > open + 1 && Character.isLetter(text.charAt(open + 1))
                    && text.substring(open + 1, close).indexOf(' ') != 0;
            String name = gap ? text.substring(open + 1, bar > 0 && bar < close ? bar : close) : "";
            if (!gap || !name.chars().allMatch(Character::isLetter)) {
                filled.append(text, at, open + 1);
                at = open + 1;
                continue;
            }
            String otherwise = bar > 0 && bar < close ? text.substring(bar + 1, close) : "it";
            String part = parts.getOrDefault(name, "");
            filled.append(text, at, open).append(part.isEmpty() ? otherwise : part);
            at = close + 1;
        }
        return filled.append(text.substring(at)).toString();
    }

    // An action whose name is not known would say nothing; a name goes into a command only if it needs no quoting.
    private static List<Diagnosis.Action> actions(Rule.Advice advice, Map<String, String> parts)
    {
        List<Diagnosis.Action> actions = new ArrayList<>();
        for (Diagnosis.Action action : advice.actions()) {
            Optional<String> request = action.request().filter(text -> isFillable(text, parts)).map(text -> fill(text, parts));
            Optional<String> command = action.command().filter(text -> isFillable(text, parts)).map(text -> fill(text, parts));
            if (request.isPresent() || command.isPresent()) {
                actions.add(new Diagnosis.Action(action.title(), request, command));
            }
        }
        return actions;
    }

    private static boolean isFillable(String text, Map<String, String> parts)
    {
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            String part = parts.getOrDefault(text.substring(open + 1, text.indexOf('}', open)), "");
            boolean harmless = !part.isEmpty() && part.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+@=".indexOf(c) >= 0)
                    && part.charAt(0) != '-';
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    private static List<String> evidence(List<Finding> findings)
    {
        Set<String> evidence = new LinkedHashSet<>();
        ErrorKind root = findings.getFirst().rule().kind();
        findings.stream().filter(finding -> finding.rule().kind() == root).forEach(finding -> evidence.add(shorten(finding.line().text())));
        return evidence.stream().limit(MOST_EVIDENCE).toList();
    }

    private static String shorten(String line)
    {
        String bare = line.strip();
        return bare.length() <= LONGEST_EVIDENCE ? bare : bare.substring(0, LONGEST_EVIDENCE) + "…";
    }

    private static List<Diagnosis.Frame> frames(List<LogLine> lines)
    {
        List<Diagnosis.Frame> frames = new ArrayList<>();
        for (int i = 0; i < lines.size() && frames.size() < MOST_FRAMES; i++) {
            String text = lines.get(i).text().strip();
            boolean step = text.startsWith("…") || text.startsWith("while evaluating");
            if (lines.get(i).role() == LogLine.Role.TRACE && step) {
                String where = i + 1 < lines.size() && lines.get(i + 1).role() == LogLine.Role.TRACE ? lines.get(i + 1).text() : text;
                frames.add(new Diagnosis.Frame(shorten(text.replaceFirst("^… ?", "")), Places.all(where).stream().findFirst()));
            }
        }
        return frames;
    }

    private static Optional<Diagnosis.Place> place(String text, List<LogLine> lines)
    {
        Optional<Diagnosis.Place> place = Places.own(text);
        if (place.isPresent()) {
            return place;
        }
        // Colours may stand between a path and its line.
        return lines.stream().map(line -> Places.own(line.text())).flatMap(Optional::stream).findFirst();
    }
}
