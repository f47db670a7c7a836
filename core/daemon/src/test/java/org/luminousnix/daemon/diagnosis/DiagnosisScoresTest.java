package org.luminousnix.daemon.diagnosis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/// Holds the diagnosis against labelled messages.
class DiagnosisScoresTest
{
    @Test
    void diagnose_messagesWrittenForIt_meetsTheGoals() throws IOException, URISyntaxException
    {
        check(Path.of(
                requireNonNull(DiagnosisScoresTest.class.getResource("messages.jsonl"), "messages.jsonl is not a test resource").toURI()));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "LUMINOUS_NIX_DATA", matches = ".+", disabledReason = "LUMINOUS_NIX_DATA names no directory of real data")
    void diagnose_labelledMessages_meetsTheGoals() throws IOException
    {
        check(Path.of(System.getenv("LUMINOUS_NIX_DATA")).resolve("eval/errors.jsonl"));
    }

    private static void check(Path file) throws IOException
    {
        DiagnosisScores.Score score = DiagnosisScores.score(file);
        assertThat(score.right()).as("%s", score.failures()).isGreaterThanOrEqualTo((int) (0.92 * score.messages()));
        assertThat(score.told()).isEqualTo(score.messages());
        assertThat(score.placed()).as("%s", score.failures()).isEqualTo(score.placeable());
        assertThat(score.wrongButSure()).as("%s", score.failures()).isLessThanOrEqualTo(score.messages() / 50);
    }
}
