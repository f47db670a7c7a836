package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// Says which intent a clause has: statistics first, corrected by what can be known for certain.
final class Recogniser
{
    private static final Set<IntentName> NEED_NAME = Set.of(IntentName.PACKAGE_INFO, IntentName.PACKAGE_REMOVE, IntentName.PACKAGE_TRY,
            IntentName.DEPENDENCY_WHY, IntentName.PACKAGE_PROVIDES);
    private static final Set<IntentName> OF_OPTION = Set.of(IntentName.OPTION_EXPLAIN, IntentName.OPTION_SHOW, IntentName.OPTION_SET,
            IntentName.SERVICE_ENABLE, IntentName.SERVICE_DISABLE,
            IntentName.USER_ADD, IntentName.USER_GROUP, IntentName.OPTION_SEARCH, IntentName.EXPLAIN_ERROR, IntentName.EXPLAIN_CONCEPT);
    private static final Set<Name.Kind> NAMED = Set.of(Name.Kind.PACKAGE, Name.Kind.UNKNOWN, Name.Kind.LIBRARY, Name.Kind.STACK,
            Name.Kind.SERVICE);

    private final IntentModel model;

    /// The likeliest intent, the next ones, and why.
    record Verdict(IntentName intent, double confidence, List<Evidence> evidence)
    {}

    Recogniser(IntentModel model)
    {
        this.model = requireNonNull(model, "model is null");
    }

    Verdict recognise(Reading reading)
    {
        Map<IntentName, Double> probabilities = model.probabilities(reading.symbols());
        correct(probabilities, reading);
        List<IntentModel.Score> best = IntentModel.best(normalised(probabilities), 3);
        IntentModel.Score first = best.getFirst();
        List<Evidence> evidence = new ArrayList<>(words(reading, first.intent()));
        best.subList(1, best.size())
                .forEach(other -> evidence.add(new Evidence("runner-up", other.intent().wireName(), other.probability())));
        return new Verdict(first.intent(), Math.clamp(first.probability(), 0, 1), evidence);
    }

    private List<Evidence> words(Reading reading, IntentName intent)
    {
        return reading.symbols().stream().distinct().map(symbol -> new Evidence("word", symbol, model.pull(symbol, intent)))
                .filter(evidence -> evidence.weight() > 0)
                .sorted(Comparator.comparingDouble(Evidence::weight).reversed()).limit(4).toList();
    }

    private static void correct(Map<IntentName, Double> probabilities, Reading reading)
    {
        boolean option = reading.first(Token.Kind.OPTION).isPresent();
        boolean named = reading.mentions().stream().anyMatch(mention -> NAMED.stream().anyMatch(mention::has))
                || reading.first(Token.Kind.QUOTED).isPresent()
                || reading.first(Token.Kind.REFERENCE).isPresent() || reading.first(Token.Kind.PATH).isPresent()
                || reading.hasAny(Set.of("it", "that", "them", "this", "one", "these", "both"));
        for (IntentName intent : IntentName.values()) {
            double factor = 1;
            if (option) {
                factor = OF_OPTION.contains(intent) ? 1 : 0.1;
            }
            else if (intent == IntentName.OPTION_EXPLAIN) {
                factor = 0.3;
            }
            if (!named && NEED_NAME.contains(intent)) {
                factor *= 0.3;
            }
            probabilities.merge(intent, factor, (probability, by) -> probability * by);
        }
        if (option && reading.source().matches("(?s)[\\w.'\"<>-]+\\s*=\\s*.+")) {
            boolean switched = reading.source()
                    .matches("(?s)(?:services|programs|hardware|virtualisation)[\\w.-]*\\.enable\\s*=\\s*(?:true|false)\\s*;?");
            IntentName switching = reading.hasWord("true") ? IntentName.SERVICE_ENABLE : IntentName.SERVICE_DISABLE;
            probabilities.put(switched ? switching : IntentName.OPTION_SET, 5.0);
        }
        if (reading.mention(Name.Kind.CONCEPT).isPresent() && reading.mention(Name.Kind.STACK).isEmpty()) {
            probabilities.merge(IntentName.OUT_OF_SCOPE, 0.3, (probability, by) -> probability * by);
        }
        if (Guard.isElsewhere(reading.source()) && !reading.hasAny(Set.of("alternative", "replacement", "instead", "equivalent", "like"))) {
            probabilities.merge(IntentName.OUT_OF_SCOPE, 0.1, (probability, more) -> (probability + more) * 8);
        }
        if (Guard.barsInstallation(reading)) {
            probabilities.put(IntentName.PACKAGE_INSTALL, 0.0);
        }
    }

    private static Map<IntentName, Double> normalised(Map<IntentName, Double> probabilities)
    {
        double sum = probabilities.values().stream().mapToDouble(Double::doubleValue).sum();
        probabilities.replaceAll((_, probability) -> sum > 0 ? probability / sum : 0);
        return probabilities;
    }
}
