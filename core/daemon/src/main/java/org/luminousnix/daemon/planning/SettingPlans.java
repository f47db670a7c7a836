package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.OptionEntry;
import org.luminousnix.daemon.language.OptionValue;
import org.luminousnix.daemon.planning.Outcome.Change;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.nix.configuration.ConfigurationEdit;
import org.luminousnix.nix.configuration.NixValue;
import org.luminousnix.nix.configuration.OptionPath;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Proposes values for options, services that go on or off, accounts and their groups.
final class SettingPlans
{
    // useradd(8), and what NixOS asserts of names in users.users.
    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_-]{0,30}");

    private final Catalog catalog;
    private final OptionAnswers answers;

    SettingPlans(Catalog catalog, OptionAnswers answers)
    {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.answers = requireNonNull(answers, "answers is null");
    }

    Outcome set(String option, Optional<OptionValue> value)
    {
        Optional<OptionEntry> entry = catalog.option(option);
        if (entry.isEmpty()) {
            return answers.unknown(option);
        }
        if (entry.get().readOnly()) {
            return NotDone.because(option + " is read-only: NixOS works it out itself.");
        }
        return value.map(given -> change(option, given))
                .orElseGet(() -> NotDone.because("Say which value %s is to have; it takes %s.".formatted(option, entry.get().type())));
    }

    Outcome turn(String option, boolean on)
    {
        if (option.isEmpty()) {
            return NotDone.because("I do not know which option that is. Say the service's name, or search: \"which option turns on …\".");
        }
        return set(option, Optional.of(new OptionValue.Flag(on)));
    }

    Outcome addUser(String user, List<String> groups)
    {
        Optional<NotDone> wrong = misnamed(user, groups);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        String account = "users.users." + user;
        List<ConfigurationEdit> edits = List.of(new ConfigurationEdit.AddUser(user, Optional.empty(), groups));
        return new Change("Add the account " + user, edits, List.of(new Probe.OptionHas(account + ".isNormalUser", "true")),
                List.of("The account has no password yet: set one with \"sudo passwd %s\" afterwards.".formatted(user)));
    }

    Outcome join(String user, List<String> groups)
    {
        Optional<NotDone> wrong = misnamed(user, groups);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<ConfigurationEdit> edits = groups.stream()
                .<ConfigurationEdit>map(group -> new ConfigurationEdit.AddToList(OptionPath.parse("users.users." + user + ".extraGroups"),
                        new NixValue.Text(group)))
                .toList();
        List<String> notes = groups.contains("wheel") ? List.of("Members of wheel may become root.") : List.of();
        return new Change("Put %s into %s".formatted(user, String.join(", ", groups)), edits, List.of(), notes);
    }

    private static Optional<NotDone> misnamed(String user, List<String> groups)
    {
        if (!ACCOUNT.matcher(user).matches()) {
            return Optional.of(NotDone.because(
                    "An account's name begins with a small letter and has only small letters, digits, - and _, up to 31 of them."));
        }
        return groups.stream().allMatch(group -> ACCOUNT.matcher(group).matches())
                ? Optional.empty()
                : Optional.of(NotDone.because("Not every name is that of a group: " + String.join(", ", groups) + "."));
    }

    private static Outcome change(String option, OptionValue value)
    {
        Optional<String> objection = Untouchable.objection(option, value);
        if (objection.isPresent()) {
            return NotDone.because(objection.get());
        }
        if (value instanceof OptionValue.Items(var items)) {
            List<ConfigurationEdit> edits = items.stream()
                    .<ConfigurationEdit>map(item -> new ConfigurationEdit.AddToList(OptionPath.parse(option), nix(item))).toList();
            return new Change("Add %s to %s".formatted(shown(value), option), edits, List.of(), List.of());
        }
        List<Probe> probes = value instanceof OptionValue.Expression ? List.of() : List.of(new Probe.OptionHas(option, shown(value)));
        return new Change("Set %s to %s".formatted(option, shown(value)), List.of(ConfigurationEdit.setOption(option, nix(value))), probes,
                List.of());
    }

    private static NixValue nix(OptionValue value)
    {
        return switch (value) {
            case OptionValue.Text(String text) -> new NixValue.Text(text);
            case OptionValue.Whole(long number) -> new NixValue.Int(number);
            case OptionValue.Decimal(double number) -> new NixValue.Decimal(number);
            case OptionValue.Flag(boolean on) -> new NixValue.Bool(on);
            case OptionValue.Items(var items) -> new NixValue.Items(items.stream().map(SettingPlans::nix).toList());
            case OptionValue.Expression(String expression) -> NixValue.reference(expression);
        };
    }

    private static String shown(OptionValue value)
    {
        return ValueJson.write(value);
    }
}
