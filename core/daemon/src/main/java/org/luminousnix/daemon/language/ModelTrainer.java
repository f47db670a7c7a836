package org.luminousnix.daemon.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Trains a [LinearModel] by stochastic gradient descent with AdaGrad steps and random loss of features; the same examples give the same model.
final class ModelTrainer
{
    private static final int EPOCHS = 6;
    private static final float STEP = 0.25f;
    private static final float LOSS_OF_FEATURES = 0.25f;
    private static final int OFTEN_ENOUGH = 2;

    /// One labelled sentence as its features.
    static final class Example
    {
        private final long[] features;
        private final int label;
        private final float weight;

        Example(long[] features, int label, float weight)
        {
            this.features = features.clone();
            this.label = label;
            this.weight = weight;
        }
    }

    private final int classes;
    private final FeatureTable table;
    private final float[] weights;
    private final float[] squares;

    private ModelTrainer(int classes, List<Example> examples)
    {
        this.classes = classes;
        table = frequent(examples);
        weights = new float[table.size() * classes];
        squares = new float[table.size()];
    }

    static LinearModel train(int classes, List<Example> examples)
    {
        ModelTrainer trainer = new ModelTrainer(classes, examples);
        RandomGenerator random = new java.util.SplittableRandom(20);
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int index : order) {
                trainer.learn(examples.get(index), random);
            }
        }
        return LinearModel.of(classes, trainer.table, trainer.weights);
    }

    private static FeatureTable frequent(List<Example> examples)
    {
        Map<Long, Integer> counts = new HashMap<>(1 << 17);
        for (Example example : examples) {
            for (long feature : example.features) {
                counts.merge(feature, 1, Integer::sum);
            }
        }
        FeatureTable table = new FeatureTable(counts.size());
        counts.forEach((feature, count) -> {
            if (count >= OFTEN_ENOUGH) {
                table.add(feature);
            }
        });
        return table;
    }

    private void learn(Example example, RandomGenerator random)
    {
        int[] rows = new int[example.features.length];
        int kept = 0;
        for (long feature : example.features) {
            int row = table.row(feature);
            if (row >= 0 && random.nextFloat() >= LOSS_OF_FEATURES) {
                rows[kept++] = row;
            }
        }
        float norm = LinearModel.norm(kept);
        float[] error = new float[classes];
        for (int i = 0; i < kept; i++) {
            int offset = rows[i] * classes;
            for (int c = 0; c < classes; c++) {
                error[c] += weights[offset + c] * norm;
            }
        }
        double[] probabilities = LinearModel.probabilities(error, 1);
        float length = 0;
        for (int c = 0; c < classes; c++) {
            error[c] = (float) (probabilities[c] - (c == example.label ? 1 : 0)) * example.weight;
            length += error[c] * error[c];
        }
        step(rows, kept, norm, error, length);
    }

    private void step(int[] rows, int kept, float norm, float[] error, float length)
    {
        for (int i = 0; i < kept; i++) {
            int offset = rows[i] * classes;
            squares[rows[i]] += length * norm * norm;
            float rate = STEP * norm / (float) Math.sqrt(squares[rows[i]] + 1e-6f);
            for (int c = 0; c < classes; c++) {
                weights[offset + c] -= rate * error[c];
            }
        }
    }

    private static void shuffle(int[] order, RandomGenerator random)
    {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
