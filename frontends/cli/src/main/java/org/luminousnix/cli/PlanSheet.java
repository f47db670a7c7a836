package org.luminousnix.cli;

import org.luminousnix.protocol.ClosureDelta.Change;
import org.luminousnix.protocol.PlanPreview;
import org.luminousnix.protocol.PlanStep;
import org.luminousnix.protocol.PlanView;
import org.luminousnix.protocol.Privilege;
import org.luminousnix.protocol.Risk;
import org.luminousnix.protocol.Verdict;

import java.util.ArrayList;
import java.util.List;

/// Shows a plan before it is approved: everything that would change, what it costs, and the commands that would do the same.
final class PlanSheet
{
    private static final int NAMES_SHOWN = 8;
    private static final int CHANGES_SHOWN = 12;

    private PlanSheet()
    {}

    static void show(Page page, PlanView plan, PlanPreview preview)
    {
        page.blank().text(0, Ink.TITLE, plan.title());
        if (plan.lab()) {
            page.text(0, Ink.WARNING, "Lab: a practice system of its own is changed, not this machine.");
        }
        preview.edits().forEach(edit -> {
            page.blank();
            DiffView.show(page, edit);
        });
        page.blank();
        steps(page, plan);
        costs(page, preview);
        page.labelled("Risk", plan.risk() == Risk.DESTRUCTIVE ? Ink.BAD : Ink.PLAIN, risk(plan.risk()));
        preview.warnings().forEach(warning -> page.marked(Mark.WARNING, Ink.WARNING, warning));
        plan.reasons().forEach(reason -> page.marked(Mark.NOTE, Ink.PLAIN, reason));
        commands(page, preview.commands());
        refusal(page, plan);
    }

    private static void steps(Page page, PlanView plan)
    {
        String label = "Steps";
        int number = 1;
        for (PlanStep step : plan.steps()) {
            page.labelled(label, Ink.PLAIN, number++ + ". " + step.title() + (asRoot(plan, step) ? " (as root)" : ""));
            label = page.terminal().plain() ? "Step" : "";
        }
    }

    private static boolean asRoot(PlanView plan, PlanStep step)
    {
        return step.privilege() == Privilege.SYSTEM && !plan.lab();
    }

    private static void costs(Page page, PlanPreview preview)
    {
        if (!preview.builds().isEmpty()) {
            page.labelled("Builds", Ink.PLAIN, preview.builds().size() + ": " + names(preview.builds()));
        }
        preview.downloadBytes().ifPresent(bytes -> page.labelled("Downloads", Ink.PLAIN, bytes == 0 ? "nothing" : Sizes.bytes(bytes)));
        changes(page, preview);
        if (!preview.restarts().isEmpty()) {
            page.labelled("Restarts", Ink.WARNING, names(preview.restarts()));
        }
    }

    private static void changes(Page page, PlanPreview preview)
    {
        List<String> lines = new ArrayList<>();
        preview.closureDelta().changes().stream().limit(CHANGES_SHOWN).map(PlanSheet::change).forEach(lines::add);
        int left = preview.closureDelta().changes().size() - CHANGES_SHOWN;
        if (left > 0) {
            lines.add("and " + left + " more");
        }
        preview.closureDelta().bytes().ifPresent(bytes -> lines.add("disk space " + Sizes.growth(bytes)));
        if (!lines.isEmpty()) {
            page.labelled("Changes", Ink.PLAIN, String.join("\n", lines));
        }
    }

    private static String change(Change change)
    {
        String versions;
        if (change.before().isEmpty()) {
            versions = "new " + String.join(", ", change.after());
        }
        else if (change.after().isEmpty()) {
            versions = "goes (" + String.join(", ", change.before()) + ")";
        }
        else {
            versions = String.join(", ", change.before()) + " → " + String.join(", ", change.after());
        }
        String size = change.bytes().isPresent() ? ", " + Sizes.growth(change.bytes().getAsLong()) : "";
        return change.name() + ": " + versions.strip() + size;
    }

    private static String risk(Risk risk)
    {
        return switch (risk) {
            case READ_ONLY -> "none, nothing is changed";
            case REVERSIBLE -> "reversible, it can be undone";
            case DISRUPTIVE -> "disruptive, something that runs is stopped or restarted";
            case DESTRUCTIVE -> "destructive, something is lost for good";
        };
    }

    private static void commands(Page page, List<String> commands)
    {
        if (commands.isEmpty()) {
            return;
        }
        page.blank().line(new Span(Ink.FAINT, "What you would have typed by hand:"));
        commands.stream().flatMap(String::lines).forEach(command -> page.line(Span.of("  "), new Span(Ink.PLACE, command)));
    }

    private static void refusal(Page page, PlanView plan)
    {
        if (plan.verdict() == Verdict.REFUSED) {
            page.blank().marked(Mark.FAILED, Ink.BAD, "This plan is refused.");
        }
    }

    private static String names(List<String> names)
    {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
        return names.size() > NAMES_SHOWN ? shown + " and " + (names.size() - NAMES_SHOWN) + " more" : shown;
    }
}
