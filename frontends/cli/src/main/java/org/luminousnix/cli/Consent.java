package org.luminousnix.cli;

import org.luminousnix.protocol.Approval;
import org.luminousnix.protocol.PlanView;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import static java.util.Objects.requireNonNull;

/// Finds out whether a plan is approved: by a flag, or by the one question.
final class Consent
{
    private static final Set<String> YES = Set.of("y", "yes");
    private static final Set<String> WHY = Set.of("w", "why", "?");

    private final Screen screen;
    private final Options options;

    Consent(Screen screen, Options options)
    {
        this.screen = requireNonNull(screen, "screen is null");
        this.options = requireNonNull(options, "options is null");
    }

    /// Says whether the plan is approved, having said why not where it is not.
    ///
    /// @param why what explains the plan when the person asks
    boolean given(PlanView plan, Runnable why)
    {
        Approval approval = plan.approval();
        return switch (approval.kind()) {
            case NONE -> true;
            case YES_NO ->
                options.yes() || asked(approval.question() + " [y/N/why]", why, answer -> YES.contains(answer.toLowerCase(Locale.ROOT)));
            case TYPED -> typed(approval, why);
        };
    }

    private boolean typed(Approval approval, Runnable why)
    {
        String phrase = approval.phrase().orElse("");
        if (options.confirm().isPresent()) {
            return matches(options.confirm().get(), phrase);
        }
        if (options.yes() && !screen.terminal().asks()) {
            screen.show(page -> page.blank().marked(Mark.NOTE, Ink.STRONG,
                    "Nothing was changed. This wants more than --yes: add --confirm '" + phrase + "' to do it."));
            return false;
        }
        String question = approval.question() + " Type " + phrase + " to do it, or why:";
        return asked(question, why, answer -> matches(answer, phrase));
    }

    private boolean matches(String answer, String phrase)
    {
        boolean same = !phrase.isBlank() && answer.equals(phrase);
        if (!same && options.confirm().isPresent()) {
            screen.show(page -> page.blank().marked(Mark.NOTE, Ink.STRONG, "Nothing was changed: the phrase is not " + answer + "."));
        }
        return same;
    }

    private boolean asked(String question, Runnable why, Predicate<String> approves)
    {
        if (!screen.terminal().asks()) {
            screen.show(page -> page.blank().marked(Mark.NOTE, Ink.STRONG,
                    "Nothing was changed: there is nobody to ask here. Run it again with --yes to do it."));
            return false;
        }
        screen.show(page -> page.line());
        Optional<String> answer = screen.ask(question);
        while (answer.isPresent() && WHY.contains(answer.get().toLowerCase(Locale.ROOT))) {
            why.run();
            answer = screen.ask(question);
        }
        boolean approved = answer.filter(approves).isPresent();
        if (!approved) {
            screen.show(page -> page.marked(Mark.NOTE, Ink.PLAIN, "Nothing was changed."));
        }
        return approved;
    }
}
