package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.diagnosis.Diagnostician;
import org.luminousnix.daemon.language.ConversationIntent;
import org.luminousnix.daemon.language.Intent;
import org.luminousnix.daemon.language.Recognized;
import org.luminousnix.daemon.language.WifiAction;
import org.luminousnix.daemon.planning.Outcome.Conversation;
import org.luminousnix.daemon.planning.Outcome.NotDone;

import java.util.List;
import java.util.Locale;

import static java.util.Objects.requireNonNull;

/// Turns one intent into what comes of it. Every intent has its line here.
public final class Planner
{
    private final Editing editing;
    private final PackageAnswers packages;
    private final PackagePlans packagePlans;
    private final OptionAnswers options;
    private final SettingPlans settings;
    private final SystemPlans system;
    private final SystemAnswers facts;
    private final ServiceAnswers services;
    private final TerminalPlans terminal;
    private final ConfigurationAnswers configuration;
    private final ErrorAnswers errors;

    /// Plans for a machine, and explains its errors.
    public Planner(Machine machine, Diagnostician diagnostician)
    {
        requireNonNull(machine, "machine is null");
        editing = new Editing(machine.layout().nixos());
        packages = new PackageAnswers(machine.catalog());
        packagePlans = new PackagePlans(machine.catalog(), packages);
        options = new OptionAnswers(machine.catalog());
        settings = new SettingPlans(machine.catalog(), options);
        system = new SystemPlans(machine::generations);
        facts = new SystemAnswers(machine);
        services = new ServiceAnswers(machine.units());
        terminal = new TerminalPlans(machine.layout());
        configuration = new ConfigurationAnswers(machine);
        errors = new ErrorAnswers(diagnostician);
    }

    /// Returns what comes of an intent that a person has; an intent of which something could not be resolved is asked back or refused.
    public Outcome plan(Recognized recognized, String user)
    {
        return switch (recognized.intent()) {
            case Intent.PackageSearch(String query) -> packages.search(query);
            case Intent.PackageInfo(String attribute) -> packages.info(attribute);
            case Intent.PackageProvides(String program) -> packages.provides(program);
            case Intent.PackageInstalled(var attribute) -> facts.installed(attribute);
            case Intent.PackageInstall wish -> packagePlans.install(wish, user);
            case Intent.PackageRemove wish -> packagePlans.remove(wish);
            case Intent.PackageTry(var attributes, var command) -> terminal.tryOut(attributes, command);
            case Intent.SystemUpdate() -> notYet("Bringing channels and inputs forward", "sudo nixos-rebuild switch --upgrade");
            case Intent.SystemRebuild(var mode) -> system.rebuild(mode);
            case Intent.SystemRollback(var generation) -> system.rollback(generation);
            case Intent.SystemStatus() -> facts.status();
            case Intent.SystemInfo(String topic) -> facts.about(topic);
            case Intent.SystemPower(var action) -> system.power(action);
            case Intent.GenerationList() -> facts.generations();
            case Intent.GenerationDiff(var from, var to) -> facts.difference(from, to);
            case Intent.GenerationDelete(var olderThan, var keep, var named) -> system.delete(olderThan, keep, named);
            case Intent.StorageClean() -> system.collect();
            case Intent.StorageUsage() -> facts.about("disks");
            case Intent.SourceList() -> configuration.sources();
            case Intent.SourceUpdate _ -> notYet("Bringing channels and inputs forward", "sudo nix-channel --update");
            case Intent.SourceSwitch _ -> notYet("Moving to another channel", "sudo nix-channel --add https://channels.nixos.org/… nixos");
            case Intent.OptionSearch(String query) -> options.search(query);
            case Intent.OptionExplain(String option) -> options.explain(option);
            case Intent.OptionShow(String option) -> configuration.value(option);
            case Intent.OptionSet(String option, var value) -> settings.set(option, value);
            case Intent.ServiceEnable(_, String option) -> settings.turn(option, true);
            case Intent.ServiceDisable(_, String option) -> settings.turn(option, false);
            case Intent.ServiceStatus(String service) -> services.status(service);
            case Intent.ServiceRestart(String service) -> services.control(service, UnitVerb.RESTART);
            case Intent.ServiceLogs(String service) -> services.log(service);
            case Intent.ServiceStart(String service) -> services.control(service, UnitVerb.START);
            case Intent.ServiceStop(String service) -> services.control(service, UnitVerb.STOP);
            case Intent.ServiceList() -> services.list();
            case Intent.NetworkWifi(WifiAction _, var _) -> notYet("Choosing wireless networks", "nmtui");
            case ConversationIntent talk -> plan(talk, user);
        };
    }

    /// Puts the outcomes of a request together, with at most one plan.
    public Composition compose(List<Outcome> outcomes)
    {
        return Composition.of(outcomes, editing::proposal);
    }

    /// Returns what is said when nothing was recognised.
    public static Outcome notUnderstood()
    {
        return ConversationAnswers.notUnderstood();
    }

    private Outcome plan(ConversationIntent talk, String user)
    {
        return switch (talk) {
            case ConversationIntent.UserAdd(String name, var groups) -> settings.addUser(name, groups);
            case ConversationIntent.UserGroup(var name, var groups) -> settings.join(name.orElse(user), groups);
            case ConversationIntent.ConfigCheck() -> configuration.check();
            case ConversationIntent.ConfigShow(var section) -> configuration.show(section);
            case ConversationIntent.ConfigHistory _ -> notYet("Telling what changed in the configuration files", "git -C /etc/nixos log");
            case ConversationIntent.DevShell(var stack, var attributes) -> terminal.develop(stack, attributes);
            case ConversationIntent.DevInit _ -> notYet("Writing a flake for a project", "nix flake init");
            case ConversationIntent.ExplainConcept _ -> notYet("Explaining notions of Nix", "man configuration.nix");
            case ConversationIntent.ExplainError(String text) -> errors.explain(text);
            case ConversationIntent.DependencyWhy _ ->
                notYet("Telling why something is in the closure", "nix why-depends /run/current-system …");
            case ConversationIntent.Troubleshoot _ -> notYet("Looking for the cause of a symptom", "journalctl -b -p err");
            case ConversationIntent.AssistantHelp() -> ConversationAnswers.help();
            case ConversationIntent.AssistantSmalltalk() -> ConversationAnswers.smalltalk();
            case ConversationIntent.OutOfScope() -> ConversationAnswers.outOfScope();
            case ConversationIntent.ExplainWhy _,ConversationIntent.AssistantConfirm _,ConversationIntent.AssistantCancel _,ConversationIntent.AssistantUndo _,ConversationIntent.AssistantHistory _,ConversationIntent.AssistantStyle _,ConversationIntent.AssistantFeedback _,ConversationIntent.PrivacyShow _,ConversationIntent.PrivacyExport _,ConversationIntent.PrivacyForget _ ->
                new Conversation();
        };
    }

    private static NotDone notYet(String what, String command)
    {
        return new NotDone("I understood it, and cannot do it yet: %s. By hand it is: %s".formatted(what.toLowerCase(Locale.ROOT), command),
                List.of());
    }
}
