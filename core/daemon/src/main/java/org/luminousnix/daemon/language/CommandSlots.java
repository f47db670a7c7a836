package org.luminousnix.daemon.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// Turns the words of a typed command into slots.
final class CommandSlots
{
    private static final Pattern SOURCE = Pattern
            .compile("^(?:nixpkgs#|nixpkgs\\.|nixos\\.|pkgs\\.|nixos#|unstable\\.)+(?:legacyPackages\\.\\S+?\\.)?");

    private final PackageNames packages;
    private final ServiceNames services;

    CommandSlots(PackageNames packages, ServiceNames services)
    {
        this.packages = requireNonNull(packages, "packages is null");
        this.services = requireNonNull(services, "services is null");
    }

    Slots slots(CommandReader.Typed typed)
    {
        Slots slots = new Slots();
        typed.words().forEach((slot, words) -> fill(typed.intent(), slot, words, slots));
        if (typed.intent() == IntentName.PACKAGE_TRY && typed.words().containsKey("arguments")) {
            String program = attribute(typed.words().get("packages"));
            slots.with("command", (program + " " + typed.words().get("arguments")).strip());
        }
        if (typed.intent() == IntentName.SYSTEM_POWER) {
            slots.with("action", power(typed.text()));
        }
        return slots;
    }

    private void fill(IntentName intent, String slot, String words, Slots slots)
    {
        switch (slot) {
            case "packages" -> fillPackages(words, slots);
            case "package" -> slots.with(slot, packages.attribute(attribute(words)).orElse(words));
            case "service" -> fillService(intent, words, slots);
            case "generation", "keep", "from", "to" -> slots.with(slot, number(words));
            case "generations" -> slots.with(slot, split(words).map(CommandSlots::number).flatMap(Optional::stream).toList());
            case "olderThan" -> slots.with(slot, words.replaceAll("\\D", "") + "d");
            case "groups" -> slots.with(slot, List.of(words.split(",")));
            case "channel" -> slots.with(slot, Channels.named(words).orElse(words));
            case "mode" -> slots.with(slot, mode(words));
            case "shell" -> slots.with("packages", split(words).map(CommandSlots::attribute).toList());
            case "value" -> slots.with(slot, Map.of("expression", "pkgs." + words.substring(words.lastIndexOf('/') + 1)));
            case "user" -> slots.with(slot, words.startsWith("$") ? "" : words);
            case "arguments", "action" -> {
            }
            default -> slots.with(slot, words);
        }
    }

    private void fillPackages(String words, Slots slots)
    {
        List<String> typed = split(words).filter(word -> !word.startsWith("-")).map(CommandSlots::attribute).toList();
        List<Optional<String>> found = typed.stream().map(packages::attribute).toList();
        slots.with("packages",
                Stream.iterate(0, i -> i < typed.size(), i -> i + 1).map(i -> found.get(i).orElse(typed.get(i))).distinct().toList());
        if (found.contains(Optional.<String>empty()) || typed.isEmpty()) {
            slots.unresolved();
        }
    }

    private void fillService(IntentName intent, String words, Slots slots)
    {
        ServiceNames.Found found = services.named(words);
        slots.with("service", found.name());
        if (intent == IntentName.SERVICE_ENABLE || intent == IntentName.SERVICE_DISABLE) {
            slots.with("option", found.option()).needing("option");
        }
    }

    private static String attribute(String word)
    {
        return SOURCE.matcher(word).replaceFirst("");
    }

    private static Optional<Integer> number(String words)
    {
        return words.length() <= 9 ? Optional.of(Integer.valueOf(words)) : Optional.empty();
    }

    private static Stream<String> split(String words)
    {
        return Arrays.stream(words.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }

    private static String mode(String words)
    {
        return switch (words) {
            case "boot", "test", "switch" -> words;
            case "build-vm", "build-vm-with-bootloader", "vm" -> "vm";
            default -> "dry-run";
        };
    }

    private static String power(String text)
    {
        if (text.contains("suspend") || text.contains("hibernate")) {
            return "suspend";
        }
        return text.contains("reboot") || text.contains("-r") ? "reboot" : "poweroff";
    }
}
