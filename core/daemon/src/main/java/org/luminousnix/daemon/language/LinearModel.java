package org.luminousnix.daemon.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

import static java.util.Objects.requireNonNull;

/// Multinomial logistic regression over hashed features: one row of byte weights per known feature, scaled by the row.
///
/// Rows are found by open addressing on 64-bit hashes, so that a sentence costs no allocation but its scores.
final class LinearModel
{
    private static final int MOST_ROWS = 2_000_000;

    private final int classes;
    private final FeatureTable table;
    private final byte[] weights;
    private final float[] scales;

    private LinearModel(int classes, FeatureTable table, byte[] weights, float[] scales)
    {
        this.classes = classes;
        this.table = requireNonNull(table, "table is null");
        this.weights = requireNonNull(weights, "weights is null");
        this.scales = requireNonNull(scales, "scales is null");
    }

    /// Makes a model of trained weights, which lie row after row.
    static LinearModel of(int classes, FeatureTable table, float[] trained)
    {
        int rows = trained.length / classes;
        byte[] weights = new byte[trained.length];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float largest = 1e-9f;
            for (int i = row * classes; i < (row + 1) * classes; i++) {
                largest = Math.max(largest, Math.abs(trained[i]));
            }
            scales[row] = largest / 127;
            for (int i = row * classes; i < (row + 1) * classes; i++) {
                weights[i] = (byte) Math.round(trained[i] / scales[row]);
            }
        }
        return new LinearModel(classes, table, weights, scales);
    }

    /// Writes the model, to be read again by [#read].
    void write(DataOutputStream out) throws IOException
    {
        out.writeInt(classes);
        out.writeInt(scales.length);
        table.write(out);
        out.write(weights);
        for (float scale : scales) {
            out.writeFloat(scale);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException when it is cut short or of other classes
    static LinearModel read(int classes, DataInputStream in) throws IOException
    {
        int written = in.readInt();
        int rows = in.readInt();
        if (written != classes || rows < 0 || rows > MOST_ROWS) {
            throw new IOException("a model of %d classes and %d rows".formatted(written, rows));
        }
        FeatureTable table = FeatureTable.read(rows, in);
        byte[] weights = new byte[rows * classes];
        in.readFully(weights);
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            scales[row] = in.readFloat();
        }
        return new LinearModel(classes, table, weights, scales);
    }

    /// Returns the score of every class for a set of features.
    float[] scores(long[] features)
    {
        float[] scores = new float[classes];
        float norm = norm(features.length);
        for (long feature : features) {
            int row = table.row(feature);
            if (row >= 0) {
                float scale = scales[row] * norm;
                int offset = row * classes;
                for (int c = 0; c < classes; c++) {
                    scores[c] += weights[offset + c] * scale;
                }
            }
        }
        return scores;
    }

    /// Returns how much one feature pulls to a class.
    double pull(long feature, int target)
    {
        int row = table.row(feature);
        return row < 0 ? 0 : weights[row * classes + target] * scales[row];
    }

    int rows()
    {
        return scales.length;
    }

    /// Returns the factor that keeps long sentences from shouting.
    static float norm(int features)
    {
        return (float) (6 / Math.sqrt(Math.max(1, features)));
    }

    /// Turns scores into probabilities, the flatter the higher the temperature.
    static double[] probabilities(float[] scores, double temperature)
    {
        double largest = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            largest = Math.max(largest, score);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] = Math.exp((scores[c] - largest) / temperature);
            sum += probabilities[c];
        }
        double total = sum;
        Arrays.setAll(probabilities, c -> probabilities[c] / total);
        return probabilities;
    }
}
