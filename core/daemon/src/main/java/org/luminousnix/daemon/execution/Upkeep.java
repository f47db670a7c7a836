package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.facts.Sizes;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.generation.PackageName;
import org.luminousnix.nix.generation.Retention;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.system.GarbageCollector;
import org.luminousnix.nix.system.Sweep;
import org.luminousnix.nix.system.SweepListener;
import org.luminousnix.nix.system.UserProfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;

/// Deletes generations, collects garbage, changes the own profile, and tells systemd what to do.
final class Upkeep
{
    /// A collection looks whether it was cancelled about this often.
    private static final long STEP_BYTES = 256L << 20;
    /// The current, the active and the booted generation are kept besides (GarbageCollector).
    private static final int NEWEST_KEPT = 1;

    private final NixLayout layout;
    private final Processes processes;

    Upkeep(NixLayout layout, Processes processes)
    {
        this.layout = requireNonNull(layout, "layout is null");
        this.processes = requireNonNull(processes, "processes is null");
    }

    String delete(List<Integer> numbers)
    {
        new GarbageCollector(layout, processes).deleteGenerations(Generations.ofSystem(layout), Retention.ofNewest(NEWEST_KEPT), numbers);
        return "Deleted " + numbers.size() + " generations; their store paths go with the next collection.";
    }

    String collect(StepContext context)
    {
        AtomicLong deleted = new AtomicLong();
        Sweep sweep = new GarbageCollector(layout, processes).sweep(STEP_BYTES, new SweepListener()
        {
            @Override
            public void deleting(Path path)
            {
                context.log(deleted.incrementAndGet() + ": " + path.getFileName());
            }

            @Override
            public boolean goesOn()
            {
                return !context.isCancelled();
            }
        });
        context.checkCancelled();
        return "Deleted %d store paths and freed %s.".formatted(sweep.paths(), Sizes.text(sweep.bytes()));
    }

    String install(List<String> attributes, StepContext context)
    {
        UserProfile profile = OwnProfile.of(layout, processes);
        attributes.forEach(attribute -> profile.install(attribute, lines(context)));
        return "Installed " + String.join(", ", attributes) + ".";
    }

    /// Takes packages out by the names that the profile has for them: an attribute's last part, or what begins with it.
    String remove(List<String> attributes, StepContext context)
    {
        UserProfile profile = OwnProfile.of(layout, processes);
        Collection<String> names = new ArrayList<>();
        for (String attribute : attributes) {
            String last = attribute.substring(attribute.lastIndexOf('.') + 1);
            names.add(profile.installed().stream().map(PackageName::name).filter(last::equals).findFirst()
                    .orElseThrow(() -> new StepFailure(attribute + " is not in your profile.", List.of())));
        }
        names.forEach(name -> profile.remove(name, lines(context)));
        return "Removed " + String.join(", ", names) + ".";
    }

    String systemctl(String... words)
    {
        List<String> argv = new ArrayList<>(List.of("systemctl", "--no-ask-password"));
        argv.addAll(List.of(words));
        processes.run(Command.of(argv)).orThrow();
        return "systemctl " + String.join(" ", words) + " was done.";
    }

    private static Consumer<LogEvent> lines(StepContext context)
    {
        return event -> {
            if (event instanceof LogEvent.Message message) {
                context.log(message.text());
            }
        };
    }
}
