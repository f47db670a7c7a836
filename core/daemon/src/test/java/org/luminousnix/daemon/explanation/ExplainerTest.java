package org.luminousnix.daemon.explanation;

import org.luminousnix.daemon.language.Evidence;
import org.luminousnix.daemon.language.Intent;
import org.luminousnix.daemon.language.Recognized;
import org.luminousnix.daemon.language.Understanding;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainerTest
{
    private static final Understanding UNDERSTANDING = new Understanding("find ripgrep",
            List.of(new Recognized(new Intent.PackageSearch("ripgrep"), 0.7, true,
                    List.of(new Evidence("word", "find", 1.5), new Evidence("runner-up", "package.info", 0.2)))),
            Optional.empty(), List.of(), List.of());
    private static final Decision DECISION = new Decision("d1", Instant.EPOCH, UNDERSTANDING, "Here.", Optional.empty());

    @Test
    void explain_simple_saysWhatWasUnderstoodAndHowSurely()
    {
        assertThat(Explainer.explain(DECISION, Depth.SIMPLE).text())
                .isEqualTo("search package: ripgrep (fairly sure)");
    }

    @Test
    void explain_detailed_namesTheWordsAndTheRunnerUp()
    {
        assertThat(Explainer.explain(DECISION, Depth.DETAILED).text()).contains("because of \"find\"",
                "The next likeliest reading was package.info (20 %).");
    }

    @Test
    void explain_technical_givesTheWeights()
    {
        assertThat(Explainer.explain(DECISION, Depth.TECHNICAL).text()).contains("probability 70 %", "word find (1.50)");
    }

    @Test
    void explain_alternatives_areTheRunnersUp()
    {
        assertThat(Explainer.explain(DECISION, Depth.SIMPLE).alternatives())
                .containsExactly(new Explained.Alternative("package.info", 0.2));
    }

    @Test
    void explain_nothingRecognised_saysSo()
    {
        Decision nothing = new Decision("d2", Instant.EPOCH, new Understanding("xyzzy", List.of(), Optional.empty(), List.of(), List.of()),
                "", Optional.empty());

        assertThat(Explainer.explain(nothing, Depth.SIMPLE).text()).isEqualTo("Nothing was recognised");
    }
}
