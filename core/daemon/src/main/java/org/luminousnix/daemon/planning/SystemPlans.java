package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.PowerAction;
import org.luminousnix.daemon.language.RebuildMode;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;
import org.luminousnix.nix.generation.Generation;

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
