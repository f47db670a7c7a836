package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.catalog.PackageEntry;
import org.luminousnix.daemon.facts.Facts;
import org.luminousnix.daemon.facts.InstalledPrograms;
import org.luminousnix.daemon.language.GenerationPoint;
import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.nix.generation.Generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

import static java.util.Objects.requireNonNull;

/// Answers questions about the system as it runs, and about its generations.
final class SystemAnswers
{
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    private static final int SHOWN = 50;

    private final Machine machine;

    SystemAnswers(Machine machine)
    {
        this.machine = requireNonNull(machine, "machine is null");
    }

    Outcome about(String topic)
    {
        return machine.facts().about(topic).<Outcome>map(SystemAnswers::answer)
                .orElseGet(() -> NotDone.because("I can tell about " + String.join(", ", machine.facts().topics()) + "."));
    }

    private static Answer answer(Facts facts)
    {
        return new Answer(facts.sentence(),
                facts.values().stream()
                        .map(value -> new Item("fact", value.name(), value.title() + ": " + value.text(), "from " + value.how())).toList(),
                List.of());
    }

    Outcome status()
    {
        List<String> sentences = new ArrayList<>();
        sentences.add(version().map(version -> "This is NixOS " + version + ".").orElse("No NixOS system is active here."));
        List<Generation> all = machine.generations();
        all.stream().filter(Generation::current).findFirst().ifPresent(now -> sentences
                .add("Generation %d of %d is the current one, made %s.".formatted(now.number(), all.size(), DATE.format(now.date()))));
        if (all.stream().anyMatch(Generation::current)
                && all.stream().noneMatch(generation -> generation.current() && generation.active())) {
            sentences.add(
                    "The system that runs is not the current generation: a rebuild waits for a reboot, or a test activation is in force.");
        }
        if (machine.units().available()) {
            List<String> failed = machine.units().services("failed");
            sentences.add(failed.isEmpty() ? "No service has failed." : "Failed services: " + String.join(", ", failed) + ".");
        }
        sentences.add(machine.facts().about("disks").map(Facts::sentence).orElse(""));
        return Answer.of(String.join(" ", sentences).strip());
    }

    private Optional<String> version()
    {
        Path file = machine.layout().currentSystem().resolve("nixos-version");
        try {
            return Optional.of(Files.readString(file).strip());
        }
        catch (IOException e) {
            return Optional.empty();
        }
    }

    Outcome installed(Optional<String> attribute)
    {
        InstalledPrograms programs = machine.installed();
        return attribute.map(name -> installed(name, programs)).orElseGet(() -> everything(programs));
    }

    private Outcome installed(String attribute, InstalledPrograms programs)
    {
        Optional<PackageEntry> entry = machine.catalog().packageAt(attribute);
        List<String> commands = entry.map(PackageEntry::programs).filter(known -> !known.isEmpty())
                .orElse(List.of(attribute.substring(attribute.lastIndexOf('.') + 1)));
        String pname = entry.map(PackageEntry::pname).orElse(attribute);
        for (String command : commands) {
            Optional<String> origin = programs.origin(command).filter(name -> name.startsWith(pname) || entry.isEmpty());
            if (origin.isPresent()) {
                return Answer.of("Yes: %s is part of the running system; the command %s comes from it.".formatted(origin.get(), command));
            }
        }
        return new Answer("No: the running system has no command %s of %s."
                .formatted(String.join(" or ", commands.stream().limit(3).toList()), attribute), List.of(),
                List.of("install " + attribute, "try " + attribute));
    }

    private static Outcome everything(InstalledPrograms programs)
    {
        SortedMap<String, String> packages = programs.packages();
        List<Item> items = packages.entrySet().stream()
                .map(entry -> new Item("package", entry.getKey(), entry.getKey(), "command " + entry.getValue())).toList();
        return new Answer("The running system has %d packages that bring commands.".formatted(packages.size()), items, List.of());
    }

    Outcome generations()
    {
        List<Generation> all = machine.generations();
        if (all.isEmpty()) {
            return NotDone.because("There are no system generations here: %s does not exist.".formatted(machine.layout().systemProfile()));
        }
        List<Item> items = all.reversed().stream().limit(SHOWN)
                .map(generation -> new Item("generation", Integer.toString(generation.number()),
                        "%d%s".formatted(generation.number(), marks(generation)),
                        DATE.format(generation.date()) + generation.name().map(name -> ", " + name).orElse("")))
                .toList();
        return new Answer("There are %d system generations, newest first:".formatted(all.size()), items,
                List.of("what changed between the last two generations", "roll back"));
    }

    private static String marks(Generation generation)
    {
        List<String> marks = new ArrayList<>();
        if (generation.current()) {
            marks.add("current");
        }
        if (generation.booted()) {
            marks.add("booted");
        }
        if (!generation.present()) {
            marks.add("not in the store any more");
        }
        return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
    }

    Outcome difference(Optional<GenerationPoint> from, Optional<GenerationPoint> to)
    {
        List<Generation> all = machine.generations();
        Optional<Generation> newer = find(all, to.orElse(GenerationPoint.Relative.CURRENT));
        Optional<Generation> older = find(all, from.orElse(GenerationPoint.Relative.PREVIOUS));
        if (newer.isEmpty() || older.isEmpty()) {
            return new NotDone("There are not both of these generations. \"list generations\" shows which there are.",
                    List.of("list generations"));
        }
        Map<String, String> before = new InstalledPrograms(older.get().target().resolve("sw/bin")).packages();
        Map<String, String> after = new InstalledPrograms(newer.get().target().resolve("sw/bin")).packages();
        return new Answer(difference(older.get(), newer.get(), before, after), List.of(), List.of());
    }

    private static String difference(Generation older, Generation newer, Map<String, String> before, Map<String, String> after)
    {
        TreeSet<String> come = new TreeSet<>(after.keySet());
        come.removeAll(before.keySet());
        TreeSet<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        String span = "From generation %d to %d: ".formatted(older.number(), newer.number());
        if (come.isEmpty() && gone.isEmpty()) {
            return span + "no package that brings commands came or went"
                    + (older.target().equals(newer.target()) ? "; they are the same system." : ".");
        }
        return span + (come.isEmpty() ? "" : "came " + String.join(", ", come)) + (come.isEmpty() || gone.isEmpty() ? "" : "; ")
                + (gone.isEmpty() ? "" : "went " + String.join(", ", gone)) + ".";
    }

    private static Optional<Generation> find(List<Generation> all, GenerationPoint point)
    {
        Optional<Generation> current = all.stream().filter(Generation::current).findFirst();
        return switch (point) {
            case GenerationPoint.Numbered(int number) -> all.stream().filter(generation -> generation.number() == number).findFirst();
            case GenerationPoint.Relative.CURRENT -> current;
            case GenerationPoint.Relative.PREVIOUS ->
                current.flatMap(now -> all.stream().filter(generation -> generation.number() < now.number()).reduce((_, last) -> last));
        };
    }
}
