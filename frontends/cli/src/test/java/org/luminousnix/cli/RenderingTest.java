package org.luminousnix.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luminousnix.protocol.Approval;
import org.luminousnix.protocol.Outcome;

import java.util.Locale;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/// Every rendering on every kind of terminal, against committed screens.
class RenderingTest
{
    enum Kind
    {
        WIDE_120, COLOUR_80, NARROW_40, PLAIN_80, ASCII_80;

        Terminal terminal()
        {
            return switch (this) {
                case WIDE_120 -> new Terminal(120, false, true, false, true, true);
                case COLOUR_80 -> new Terminal(80, true, true, false, true, true);
                case NARROW_40 -> new Terminal(40, false, true, false, true, true);
                case PLAIN_80 -> new Terminal(80, false, true, true, false, false);
                case ASCII_80 -> new Terminal(80, false, false, false, false, false);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void answer_withItems_isATableThatFits(Kind kind)
    {
        check("answer", kind, page -> {
            ReplyView.understanding(page, Samples.answered(Samples.photoEditors()));
            ReplyView.answer(page, Samples.answered(Samples.photoEditors()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void answer_refused_saysWhy(Kind kind)
    {
        check("refused", kind,
                page -> ReplyView.answer(page, Samples.without(Outcome.REFUSED, "Your disk would be emptied; that is never done.")));
    }

    @ParameterizedTest
    @EnumSource
    void question_withChoices_isNumbered(Kind kind)
    {
        check("question", kind, page -> ReplyView.question(page, Samples.question()));
    }

    @ParameterizedTest
    @EnumSource
    void plan_ofEverything_showsDifferenceCostAndCommands(Kind kind)
    {
        check("plan", kind, page -> PlanSheet.show(page, Samples.plan(Approval.Kind.YES_NO), Samples.preview()));
    }

    @ParameterizedTest
    @EnumSource
    void plan_refused_saysSoLast(Kind kind)
    {
        check("plan-refused", kind, page -> PlanSheet.show(page, Samples.refusedPlan(), Samples.emptyPreview()));
    }

    @ParameterizedTest
    @EnumSource
    void result_succeeded_saysHowVerifiedAndHowToUndo(Kind kind)
    {
        check("succeeded", kind, page -> ResultView.show(page, Samples.succeeded()));
    }

    @ParameterizedTest
    @EnumSource
    void result_failed_saysWhatStateIsLeft(Kind kind)
    {
        check("failed", kind, page -> ResultView.show(page, Samples.failed()));
    }

    @ParameterizedTest
    @EnumSource
    void result_cancelled_saysWhatStateIsLeft(Kind kind)
    {
        check("cancelled", kind, page -> ResultView.show(page, Samples.cancelled()));
    }

    @ParameterizedTest
    @EnumSource
    void why_fromTheDaemon_showsTreeAndAlternatives(Kind kind)
    {
        check("why", kind, page -> WhyView.show(page, Samples.explanation()));
    }

    private static void check(String name, Kind kind, Consumer<Page> rendering)
    {
        Page page = new Page(kind.terminal());
        rendering.accept(page);
        String text = page.toString();
        Golden.check(name + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), text);
        assertThat(text).doesNotContain("\r", "\t").matches(t -> kind.terminal().colour() || !t.contains("\u001b"),
                "no escape without colour");
        assertThat(text.chars().allMatch(c -> c < 0x80) || kind.terminal().unicode()).as("ASCII alone").isTrue();
    }
}
