package org.luminousnix.cli;

import org.luminousnix.protocol.Approval;
import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.AskReply.Item;
import org.luminousnix.protocol.AskReply.Reply;
import org.luminousnix.protocol.ClosureDelta;
import org.luminousnix.protocol.ClosureDelta.Change;
import org.luminousnix.protocol.DecisionNode;
import org.luminousnix.protocol.ExecutionState;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.ExecutionView.Failure;
import org.luminousnix.protocol.ExecutionView.Step;
import org.luminousnix.protocol.ExplainedError;
import org.luminousnix.protocol.Explanation;
import org.luminousnix.protocol.Explanation.Alternative;
import org.luminousnix.protocol.FileEdit;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Outcome;
import org.luminousnix.protocol.PlanPreview;
import org.luminousnix.protocol.PlanStep;
import org.luminousnix.protocol.PlanView;
import org.luminousnix.protocol.Privilege;
import org.luminousnix.protocol.Question;
import org.luminousnix.protocol.RecognizedIntent;
import org.luminousnix.protocol.Risk;
import org.luminousnix.protocol.SourceLocation;
import org.luminousnix.protocol.StepState;
import org.luminousnix.protocol.Verdict;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a daemon could say, made by hand.
final class Samples
{
    static final String DIFF = """
                               --- /etc/nixos/configuration.nix
                               +++ /etc/nixos/configuration.nix
                               @@ -38,6 +38,7 @@
                                  environment.systemPackages = with pkgs; [
                                    vim # Do not forget to add an editor to edit configuration.nix!
                                    wget
                               +    ripgrep
                                  ];
                               @@ -60,3 +61,2 @@
                               -  services.printing.enable = true;
                                  system.stateVersion = "25.05";
                               """;

    private Samples()
    {}

    static RecognizedIntent install()
    {
        return new RecognizedIntent("package.install", Map.of("packages", Json.strings(List.of("ripgrep"))), 0.98, true,
                List.of("\"install\" asks for something to stay", "\"ripgrep\" is the package ripgrep 14.1.1"));
    }

    static AskReply planned(PlanView plan)
    {
        return new AskReply(List.of(install()), new Reply("", List.of(), List.of()), Optional.of(plan), Optional.empty(),
                "Install the package ripgrep, for everybody on this machine.", Outcome.PLANNED, "decision-1");
    }

    static AskReply answered(Reply reply)
    {
        return new AskReply(List.of(), reply, Optional.empty(), Optional.empty(), "Look for packages that edit photos.", Outcome.ANSWERED,
                "decision-2");
    }

    static AskReply without(Outcome outcome, String text)
    {
        return new AskReply(List.of(), new Reply(text, List.of(), List.of()), Optional.empty(), Optional.empty(), "", outcome,
                "decision-3");
    }

    static AskReply asking()
    {
        return new AskReply(List.of(install()), new Reply("", List.of(), List.of()), Optional.empty(), Optional.of(question()),
                "Install an editor.", Outcome.QUESTION, "decision-4");
    }

    static Question question()
    {
        return new Question("Which editor do you mean?", List.of("neovim", "emacs", "vscode"));
    }

    static Reply photoEditors()
    {
        return new Reply("Three packages fit.",
                List.of(item("gimp", "gimp 3.0.4", "Image editor for photographs and drawings, with layers, masks, paths and many filters"),
                        item("darktable", "darktable 5.2.1", "Developer for raw photographs"),
                        item("kdePackages.gwenview", "kdePackages.gwenview 25.08.1", "Viewer that can crop, résumé “quotes” → done")),
                List.of("install the second one"));
    }

    private static Item item(String attribute, String title, String detail)
    {
        return new Item("package", Optional.of(attribute), Optional.empty(), title, detail);
    }

    static PlanView plan(Approval.Kind kind)
    {
        boolean typed = kind == Approval.Kind.TYPED;
        return new PlanView("plan-7", "sha256-abc", typed ? "Delete the generations 1 to 3" : "Install ripgrep",
                List.of(step("edit-configuration", "Add ripgrep to environment.systemPackages", Privilege.SYSTEM),
                        step("build-system", "Build the system", Privilege.USER),
                        step("activate-system", "Switch to the new system and make it the default when the machine starts",
                                Privilege.SYSTEM)),
                typed ? Risk.DESTRUCTIVE : Risk.REVERSIBLE, Verdict.NEEDS_APPROVAL, List.of("The package is free software."), true,
                Instant.parse("2026-11-20T23:00:00Z"),
                new Approval(kind, typed ? "Delete them for good?" : "Do this?", typed ? Optional.of("generations") : Optional.empty()));
    }

    static PlanView refusedPlan()
    {
        PlanView plan = plan(Approval.Kind.NONE);
        return new PlanView(plan.id(), plan.digest(), plan.title(), plan.steps(), plan.risk(), Verdict.REFUSED,
                List.of("Only members of wheel may change the system; you are sam."), false, plan.expires(), plan.approval());
    }

    static PlanView handoffPlan(List<String> argv)
    {
        PlanStep step = new PlanStep("handoff", "Open a shell that has cowsay", "nix-shell -p cowsay", Risk.READ_ONLY, Privilege.USER,
                Optional.of(argv));
        return new PlanView("plan-8", "sha256-def", "Try cowsay", List.of(step), Risk.READ_ONLY, Verdict.NEEDS_APPROVAL, List.of(), true,
                Instant.parse("2026-11-20T23:00:00Z"), new Approval(Approval.Kind.YES_NO, "Open it?", Optional.empty()));
    }

    private static PlanStep step(String action, String title, Privilege privilege)
    {
        return new PlanStep(action, title, "nixos-rebuild switch", Risk.REVERSIBLE, privilege, Optional.empty());
    }

    static PlanPreview preview()
    {
        return new PlanPreview(List.of(new FileEdit("/etc/nixos/configuration.nix", DIFF)),
                List.of("ripgrep-14.1.1", "system-path", "nixos-system-lab-25.05"), OptionalLong.of(1_887_436),
                new ClosureDelta(OptionalLong.of(5_452_595),
                        List.of(new Change("ripgrep", List.of(), List.of("14.1.1"), OptionalLong.of(5_452_595)),
                                new Change("openssl", List.of("3.0.14"), List.of("3.0.15"), OptionalLong.of(-2048)),
                                new Change("cups", List.of("2.4.11"), List.of(), OptionalLong.empty()))),
                List.of("$EDITOR /etc/nixos/configuration.nix", "nixos-rebuild switch"),
                List.of("Printing is turned off, and 2 jobs wait in the queue."), List.of("cups.service", "sshd.service"));
    }

    static PlanPreview emptyPreview()
    {
        return new PlanPreview(List.of(), List.of(), OptionalLong.empty(), new ClosureDelta(OptionalLong.empty(), List.of()), List.of(),
                List.of(), List.of());
    }

    static ExecutionView succeeded()
    {
        return new ExecutionView("execution-1", "plan-7", "ripgrep is installed", ExecutionState.SUCCEEDED, true,
                List.of(new Step("edit-configuration", "Add ripgrep", StepState.SUCCEEDED,
                        Optional.of("configuration.nix holds ripgrep and evaluates"), OptionalLong.of(12)),
                        new Step("activate-system", "Switch", StepState.SUCCEEDED,
                                Optional.of("generation 2 is current, and /run/current-system/sw/bin/rg exists in it"),
                                OptionalLong.of(180))),
                Optional.empty(), true);
    }

    static ExecutionView failed()
    {
        ExplainedError explained = new ExplainedError("builder-failed", "The builder of ripgrep ended with exit code 1.",
                "Read the log, or choose another version.", 0.9,
                Optional.of(new SourceLocation("/etc/nixos/configuration.nix", 41, OptionalInt.of(5))), List.of(), List.of());
        return new ExecutionView("execution-2", "plan-7", "Install ripgrep", ExecutionState.FAILED, false, List.of(),
                Optional.of(new Failure("ripgrep-14.1.1 did not build", "Nothing has changed: generation 1 is current, "
                        + "and configuration.nix is as it was.", List.of("unpacking sources", "error: \u001b[31mno space\u001b[0m left"),
                        Optional.of(explained))),
                false);
    }

    static ExecutionView cancelled()
    {
        return new ExecutionView("execution-3", "plan-7", "Install ripgrep", ExecutionState.CANCELLED, false, List.of(),
                Optional.of(new Failure("it was stopped by you", "Nothing has changed.", List.of(), Optional.empty())), false);
    }

    static Explanation explanation()
    {
        return new Explanation("I read “install ripgrep” as a wish to have the package ripgrep on this machine for good.", 0.98,
                new DecisionNode("package.install", Optional.of("the verb install"),
                        List.of(new DecisionNode("ripgrep", Optional.of("an exact name of the catalogue"), List.of()))),
                List.of(new Alternative("try it in a shell", 0.12, Optional.of("you had said try"))));
    }
}
