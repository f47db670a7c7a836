package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.PowerAction;
import org.luminousnix.daemon.language.RebuildMode;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// Proposes to rebuild the system, to go back to a generation, to delete generations, to restart the machine.
final class SystemPlans
{
    private final Supplier<List<Generation>> generations;

    /// Reads the system's generations when they are needed, oldest first.
    SystemPlans(Supplier<List<Generation>> generations)
    {
        this.generations = requireNonNull(generations, "generations is null");
    }

    Outcome rebuild(Optional<RebuildMode> mode)
    {
        return switch (mode.orElse(RebuildMode.SWITCH)) {
            case SWITCH -> activation("Apply the configuration as it stands", ActivationMode.SWITCH);
            case BOOT -> activation("Apply the configuration as it stands at the next boot", ActivationMode.BOOT);
            case TEST -> activation("Try the configuration as it stands until the next boot", ActivationMode.TEST);
            case DRY_RUN -> activation("See what applying the configuration would do", ActivationMode.DRY_ACTIVATE);
            case VM -> NotDone.because(
                    "Building a virtual machine of the configuration is not something I do yet: \"nixos-rebuild build-vm\" does it.");
        };
    }

    private static Outcome activation(String title, ActivationMode mode)
    {
        return new Proposal(new Draft(title, List.of(new Action.BuildSystem(), new Action.ActivateSystem(mode)),
                List.of(new Probe.SystemActive(mode)), List.of()));
    }

    Outcome rollback(Optional<Integer> wanted)
    {
        List<Generation> all = generations.get();
        Optional<Generation> current = all.stream().filter(Generation::current).findFirst();
        // nixos-rebuild(8): the largest number below the current one, not the one that was active before.
        Optional<Integer> target = wanted.or(() -> current
                .flatMap(now -> all.stream().map(Generation::number).filter(number -> number < now.number()).reduce(Math::max)));
        if (target.isEmpty()) {
            return NotDone.because("There is no generation before the current one to go back to.");
        }
        int number = target.get();
        if (all.stream().noneMatch(generation -> generation.number() == number)) {
            return new NotDone("There is no generation %d. There are %s.".formatted(number, numbers(all)), List.of("list generations"));
        }
        if (current.filter(now -> now.number() == number).isPresent()) {
            return NotDone.because("Generation %d is the current one already.".formatted(number));
        }
        return new Proposal(new Draft("Go back to generation " + number,
                List.of(new Action.RollbackSystem(number, current.map(Generation::number).orElse(number))),
                List.of(new Probe.GenerationCurrent(number)),
                List.of("The configuration files stay as they are: the next rebuild builds what they say.")));
    }

    /// Proposes to delete generations: those that are named, or all that are older or beyond a number, but never those in use.
    Outcome delete(Optional<String> olderThan, Optional<Integer> keep, List<Integer> named)
    {
        List<Generation> all = generations.get();
        Optional<Instant> before = olderThan.filter(days -> days.matches("[0-9]{1,5}d"))
                .map(days -> Instant.now().minus(Duration.ofDays(Long.parseLong(days.substring(0, days.length() - 1)))));
        Retention retention = new Retention(Math.max(1, keep.orElse(1)), before);
        List<Integer> expendable = retention.expendable(all);
        List<Integer> inUse = named.stream()
                .filter(number -> all.stream().anyMatch(generation -> generation.number() == number) && !expendable.contains(number))
                .toList();
        if (!inUse.isEmpty()) {
            return NotDone.because(
                    "%s cannot be deleted: the current, the running, the booted and the newest generation always stay.".formatted(inUse));
        }
        List<Integer> going = named.isEmpty() ? expendable : named.stream().filter(expendable::contains).toList();
        if (going.isEmpty()) {
            return new NotDone("No generation fits that, so nothing would be deleted. There are %s.".formatted(numbers(all)),
                    List.of("list generations"));
        }
        return new Proposal(
                new Draft("Delete %d of %d generations".formatted(going.size(), all.size()), List.of(new Action.DeleteGenerations(going)),
                        List.of(new Probe.GenerationsGone(going)),
                        List.of("Going back to them is not possible afterwards. A collection then frees their store paths.")));
    }

    Outcome collect()
    {
        return new Proposal(
                new Draft("Delete store paths that nothing uses", List.of(new Action.CollectGarbage()), List.of(new Probe.StoreCollected()),
                        List.of("No generation is deleted. What is deleted and needed again is built or downloaded again.")));
    }

    Outcome power(PowerAction action)
    {
        PowerVerb verb = switch (action) {
            case REBOOT -> PowerVerb.REBOOT;
            case POWEROFF -> PowerVerb.POWEROFF;
            case SUSPEND -> PowerVerb.SUSPEND;
        };
        return new Proposal(new Draft(verb.title(), List.of(new Action.Power(verb)), List.of(),
                List.of("What is not saved in open programs is lost.")));
    }

    private static String numbers(List<Generation> all)
    {
        return String.join(", ", all.stream().map(generation -> Integer.toString(generation.number())).toList());
    }
}
