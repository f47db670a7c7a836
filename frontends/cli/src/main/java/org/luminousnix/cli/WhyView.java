package org.luminousnix.cli;

import org.luminousnix.protocol.DecisionNode;
import org.luminousnix.protocol.Explanation;
import org.luminousnix.protocol.Explanation.Alternative;
import org.luminousnix.protocol.RecognizedIntent;

import java.util.List;

/// Shows why something was understood or chosen.
final class WhyView
{
    private WhyView()
    {}

    static void show(Page page, Explanation explanation)
    {
        page.blank().text(0, Ink.PLAIN, explanation.text());
        page.labelled("Sureness", Ink.PLAIN, percent(explanation.confidence()));
        tree(page, explanation.tree(), 2);
        for (Alternative alternative : explanation.alternatives()) {
            page.labelled("Instead of", Ink.PLAIN, alternative.text() + " (" + percent(alternative.confidence()) + ")"
                    + alternative.condition().map(condition -> ", if " + condition).orElse(""));
        }
        page.blank();
    }

    /// Shows the evidence that came with the reply, where the daemon has no explanation.
    static void show(Page page, List<RecognizedIntent> intents)
    {
        page.blank();
        for (RecognizedIntent intent : intents) {
            page.text(0, Ink.STRONG, intent.name() + ", " + percent(intent.confidence()) + " sure");
            intent.evidence().forEach(evidence -> page.text(2, Ink.PLAIN, evidence));
        }
        page.blank();
    }

    private static void tree(Page page, DecisionNode node, int indent)
    {
        String detail = node.detail().map(text -> ": " + text).orElse("");
        page.text(Math.min(indent, page.terminal().width() / 2), Ink.PLAIN, node.label() + detail);
        node.children().forEach(child -> tree(page, child, indent + 2));
    }

    private static String percent(double confidence)
    {
        return Math.round(confidence * 100) + " %";
    }
}
