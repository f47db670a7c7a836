package org.luminousnix.cli;

import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.ExecutionView.Failure;
import org.luminousnix.protocol.ExecutionView.Step;
import org.luminousnix.protocol.ExplainedError;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows how an execution ended: what was verified and how it is taken back, or what failed and what state is left.
final class ResultView
{
    private static final int LOG_SHOWN = 20;
    /// What builders colour their logs with (ECMA-48 SGR): dropped rather than written out, since it only clutters.
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private ResultView()
    {}

    static void show(Page page, ExecutionView execution)
    {
        switch (execution.state()) {
            case SUCCEEDED -> succeeded(page, execution);
            case FAILED -> failed(page, execution, "did not work");
            case CANCELLED -> failed(page, execution, "was cancelled");
            case RUNNING -> page.marked(Mark.NOTE, Ink.STRONG, "Still running in the daemon: " + execution.title());
        }
    }

    private static void succeeded(Page page, ExecutionView execution)
    {
        page.marked(Mark.DONE, Ink.STRONG, execution.title());
        String label = "Verified";
        for (String verification : execution.steps().stream().map(Step::verification).flatMap(Optional::stream).toList()) {
            page.labelled(label, Ink.PLAIN, verification);
            label = page.terminal().plain() ? label : "";
        }
        if (!execution.verified()) {
            page.marked(Mark.WARNING, Ink.WARNING, "The result could not be verified.");
        }
        undo(page, execution);
    }

    private static void undo(Page page, ExecutionView execution)
    {
        if (execution.undoable()) {
            page.labelled("Undo", Ink.PLACE, "ask-nix \"undo that\"");
        }
    }

    private static void failed(Page page, ExecutionView execution, String what)
    {
        page.marked(Mark.FAILED, Ink.BAD, execution.title() + " — " + what);
        execution.error().ifPresent(failure -> failure(page, failure));
        undo(page, execution);
    }

    private static void failure(Page page, Failure failure)
    {
        page.labelled("Because", Ink.PLAIN, failure.message());
        failure.explanation().ifPresent(explanation -> explanation(page, explanation));
        page.labelled("Now", Ink.STRONG, failure.left());
        List<String> log = failure.log();
        if (!log.isEmpty()) {
            page.blank().line(new Span(Ink.FAINT, "The end of the log:"));
            log.subList(Math.max(0, log.size() - LOG_SHOWN), log.size())
                    .forEach(line -> page.line(Span.of("  "), Span.of(COLOUR.matcher(line).replaceAll(""))));
        }
    }

    private static void explanation(Page page, ExplainedError explanation)
    {
        if (!explanation.cause().isBlank()) {
            page.labelled("Cause", Ink.PLAIN, explanation.cause());
        }
        explanation.location().ifPresent(place -> page.labelled("Where", Ink.PLACE, place.file() + ":" + place.line()));
        if (!explanation.fix().isBlank()) {
            page.labelled("To mend it", Ink.PLAIN, explanation.fix());
        }
    }
}
