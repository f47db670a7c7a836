package org.luminousnix.daemon.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The statistics of intents: features and a linear model over them, trained on example sentences.
final class IntentModel
{
    private static final List<IntentName> NAMES = List.of(IntentName.values());

    private final Features features;
    private final LinearModel model;
    private final double temperature;

    /// How likely an intent is, and which words say so.
    record Score(IntentName intent, double probability)
    {}

    private IntentModel(Features features, LinearModel model, double temperature)
    {
        this.features = requireNonNull(features, "features is null");
        this.model = requireNonNull(model, "model is null");
        this.temperature = temperature;
    }

    /// Returns the model of these sentences: the one kept in the file when it is of the same sentences, else one newly trained, and kept.
    static IntentModel of(List<Examples.Sentence> sentences, Features features, ReadingMaker maker, double temperature, Optional<Path> file)
    {
        ModelFile kept = new ModelFile(file, sentences);
        return kept.read(NAMES.size()).map(model -> new IntentModel(features, model, temperature)).orElseGet(() -> {
            IntentModel trained = train(sentences, features, maker, temperature);
            kept.write(trained.model);
            return trained;
        });
    }

    static IntentModel train(List<Examples.Sentence> sentences, Features features, ReadingMaker maker, double temperature)
    {
        Map<IntentName, Integer> labels = labels();
        Map<Integer, Integer> wordings = new HashMap<>();
        sentences.forEach(sentence -> wordings.merge(sentence.phrase(), 1, Integer::sum));
        List<ModelTrainer.Example> examples = new ArrayList<>(sentences.size());
        for (Examples.Sentence sentence : sentences) {
            List<String> symbols = symbols(sentence.text(), maker);
            if (!symbols.isEmpty()) {
                float weight = sentence.weight() / (float) Math.sqrt(wordings.get(sentence.phrase())) * 1.5f;
                examples.add(new ModelTrainer.Example(features.of(symbols), labels.get(sentence.intent()), weight));
            }
        }
        return new IntentModel(features, ModelTrainer.train(NAMES.size(), examples), temperature);
    }

    /// Returns what the model sees of a sentence.
    static List<String> symbols(String text, ReadingMaker maker)
    {
        List<Token> tokens = Tokenizer.tokens(text);
        return tokens.isEmpty() ? List.of() : maker.read(text, Politeness.without(tokens)).symbols();
    }

    /// Returns the probability of every intent.
    Map<IntentName, Double> probabilities(List<String> symbols)
    {
        double[] probabilities = LinearModel.probabilities(model.scores(features.of(symbols)), temperature);
        Map<IntentName, Double> byName = new EnumMap<>(IntentName.class);
        for (int i = 0; i < probabilities.length; i++) {
            byName.put(NAMES.get(i), probabilities[i]);
        }
        return byName;
    }

    /// Returns the likeliest intents, best first.
    static List<Score> best(Map<IntentName, Double> probabilities, int limit)
    {
        return probabilities.entrySet().stream().sorted(Map.Entry.<IntentName, Double>comparingByValue().reversed()).limit(limit)
                .map(entry -> new Score(entry.getKey(), entry.getValue())).toList();
    }

    /// Returns how much one word pulls to an intent.
    double pull(String symbol, IntentName intent)
    {
        return model.pull(Features.word(symbol), NAMES.indexOf(intent));
    }

    int size()
    {
        return model.rows();
    }

    private static Map<IntentName, Integer> labels()
    {
        Map<IntentName, Integer> labels = new EnumMap<>(IntentName.class);
        NAMES.forEach(name -> labels.put(name, labels.size()));
        return labels;
    }
}
