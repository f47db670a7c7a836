package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Slots of the intents about the system, its generations and its sources.
final class SystemSlots
{
    private static final Pattern HUGE_NUMBER = Pattern.compile("\\d{10,}");
    private static final Pattern INPUT = Pattern.compile(
            "\\b(?:input|relock|bump|update|lock|refresh|only|just|flake)\\s+(?:(?:only|just|the|my|input|flake|relock|update|bump)\\s+)*"
                    + "(nixpkgs|home-manager|nixos-hardware|[a-z][\\w]*(?:-[\\w]+)+|nur|agenix|disko|stylix|hyprland|impermanence|lanzaboote|nixvim)\\b");
    private static final Set<String> NO_INPUT = Set.of("flake-inputs", "lock-file", "re-lock");

    private SystemSlots()
    {}

    static String mode(Reading reading)
    {
        String words = " " + reading.words() + " ";
        if (words.matches(".* (?:vm|virtual machine|build-vm) .*")) {
            return "vm";
        }
        if (words.matches(
                ".* (?:dry|dry-run|dry-activate|dry-build|would|preview|simulate|pretend|without (?:activating|switching|applying|doing)|(?:do|but) not (?:activate|switch|apply)"
                        + "|what will|what does|fake) .*")
                && !words.matches(".* next (?:boot|reboot|restart|start) .*")) {
            return "dry-run";
        }
        if (words.matches(
                ".* (?:next (?:boot|reboot|restart|start|time)|at boot|on boot|boot default|default at boot|after (?:a |the )?(?:reboot|restart)|reboot later|rebuild boot|when i (?:re)?(?:boot|start)|(?:switch|nixos-rebuild|rebuild) boot) .*")) {
            return "boot";
        }
        if (words.matches(
                ".* (?:until (?:the |i |next |my )*(?:reboot|restart|boot)|test|temporarily|temporary|without (?:a|adding a|creating a|making it|adding) .*|for this session|only for now|not permanently|try) .*")) {
            return "test";
        }
        return "switch";
    }

    static Slots rollback(Reading reading)
    {
        Slots slots = new Slots();
        if (HUGE_NUMBER.matcher(reading.source()).find()) {
            return slots.unresolved().warning("there is no generation with such a number");
        }
        List<Integer> numbers = Quantities.numbers(reading.tokens());
        boolean counted = reading.words().matches(
                ".*\\b(?:ago|days?|weeks?|hours?|months?|steps?|generations? back|back (?:one|two|1|2) generations?|one generation|a generation)\\b.*");
        return numbers.isEmpty() || counted ? slots : slots.with("generation", numbers.getLast());
    }

    static String power(Reading reading)
    {
        if (reading.hasAny(Set.of("suspend", "sleep", "hibernate", "standby", "nap", "bed", "hibernation"))) {
            return "suspend";
        }
        if (reading.hasAny(Set.of("reboot", "restart", "again", "cycle", "bounce", "reset", "rebooting", "restarting", "rebooted"))) {
            return "reboot";
        }
        return "poweroff";
    }

    static Slots difference(Reading reading)
    {
        List<Integer> numbers = Quantities.numbers(reading.tokens()).stream().filter(_ -> !reading.hasWord("ago")).toList();
        Slots slots = new Slots();
        if (numbers.size() >= 2) {
            return slots.with("from", numbers.get(0)).with("to", numbers.get(1));
        }
        if (numbers.size() == 1 && !reading.hasAny(Set.of("last", "two", "one"))) {
            return slots.with("from", numbers.getFirst()).with("to", "current");
        }
        return slots;
    }

    static Slots deletion(Reading reading)
    {
        Slots slots = new Slots();
        Optional<String> days = Quantities.days(reading.tokens());
        if (days.isPresent()) {
            return slots.with("olderThan", days);
        }
        List<Integer> numbers = Quantities.numbers(reading.tokens());
        boolean keeping = reading.hasAny(Set.of("keep", "leave", "keeping", "leaving", "last", "newest", "latest", "only", "stay", "retain",
                "preserve", "recent", "except", "but", "to"));
        if (numbers.isEmpty()) {
            return slots;
        }
        if (numbers.size() == 1 && keeping
                && !reading.words().matches(".*\\b(?:delete|remove|drop|del) (?:the )?generations? (?:number )?\\d+.*")) {
            return slots.with("keep", numbers.getFirst());
        }
        return slots.with("generations", range(numbers, reading));
    }

    static Optional<String> input(Reading reading)
    {
        Matcher matcher = INPUT.matcher(reading.source().toLowerCase(java.util.Locale.ROOT));
        return matcher.find() && !NO_INPUT.contains(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<Integer> range(List<Integer> numbers, Reading reading)
    {
        boolean through = reading.words().matches(".*\\d+ (?:to|through|until|-|till) \\d+.*");
        if (!through || numbers.size() != 2 || numbers.get(1) - numbers.get(0) < 1 || numbers.get(1) - numbers.get(0) > 500) {
            return numbers;
        }
        return java.util.stream.IntStream.rangeClosed(numbers.get(0), numbers.get(1)).boxed().toList();
    }
}
