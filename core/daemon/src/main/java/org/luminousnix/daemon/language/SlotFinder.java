package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.luminousnix.daemon.catalog.Catalog;

/// Finds the slots of an intent in a clause.
final class SlotFinder
{
    private final PackageNames packageNames;
    private final PackageFinder packages;
    private final OptionSlots options;
    private final ServiceSlots services;
    private final TextSlots texts;
    private final PeopleSlots people;
    private final DevelopmentSlots development;

    SlotFinder(Lexicon lexicon, Catalog catalog)
    {
        Set<String> idle = WordList.ofResource("lexicon/idle.txt");
        packageNames = new PackageNames(lexicon.names(), catalog);
        packages = new PackageFinder(packageNames, lexicon, idle);
        ServiceNames serviceNames = new ServiceNames(lexicon, catalog);
        services = new ServiceSlots(serviceNames, lexicon, idle);
        options = new OptionSlots(catalog, serviceNames);
        texts = new TextSlots(lexicon);
        people = new PeopleSlots(lexicon, idle);
        development = new DevelopmentSlots(lexicon, packageNames);
    }

    /// Returns the slots that an intent has in a clause.
    Slots find(IntentName intent, Reading reading)
    {
        return switch (intent) {
            case PACKAGE_INSTALL, PACKAGE_REMOVE, PACKAGE_TRY, PACKAGE_INFO, PACKAGE_INSTALLED, DEPENDENCY_WHY ->
                packageSlots(intent, reading);
            case PACKAGE_PROVIDES -> texts.program(reading);
            case PACKAGE_SEARCH -> texts.query(reading, "query", TextSlots.Kind.SOFTWARE).needing("query");
            case OPTION_SEARCH -> texts.query(reading, "query", TextSlots.Kind.SETTING).needing("query");
            case OPTION_EXPLAIN, OPTION_SHOW -> options.named(reading);
            case OPTION_SET -> options.set(reading);
            case SERVICE_ENABLE, SERVICE_DISABLE -> services.switched(reading, intent == IntentName.SERVICE_ENABLE);
            case SERVICE_STATUS, SERVICE_RESTART, SERVICE_START, SERVICE_STOP -> services.unit(reading).needing("service");
            case SERVICE_LOGS -> services.unit(reading);
            case SYSTEM_INFO -> texts.topic(reading);
            case SYSTEM_REBUILD -> new Slots().with("mode", SystemSlots.mode(reading));
            case SYSTEM_ROLLBACK -> SystemSlots.rollback(reading);
            case SYSTEM_POWER -> new Slots().with("action", SystemSlots.power(reading));
            case GENERATION_DIFF -> SystemSlots.difference(reading);
            case GENERATION_DELETE -> SystemSlots.deletion(reading);
            case SOURCE_UPDATE -> new Slots().with("input", SystemSlots.input(reading));
            case SOURCE_SWITCH ->
                new Slots().with("channel", Channels.named(reading.source().toLowerCase(java.util.Locale.ROOT))).needing("channel");
            case NETWORK_WIFI -> people.wifi(reading);
            case USER_ADD -> people.account(reading);
            case USER_GROUP -> people.membership(reading);
            case CONFIG_SHOW -> new Slots().with("section", texts.section(reading));
            case CONFIG_HISTORY -> new Slots().with("since", texts.since(reading));
            case DEV_SHELL -> development.shell(reading);
            case DEV_INIT -> new Slots().with("stack", development.stack(reading)).needing("stack");
            case EXPLAIN_CONCEPT -> texts.concept(reading);
            case EXPLAIN_ERROR -> texts.error(reading);
            case TROUBLESHOOT -> texts.subject(reading);
            case ASSISTANT_STYLE -> new Slots().with("style", TextSlots.style(reading));
            case ASSISTANT_FEEDBACK -> new Slots().with("rating", TextSlots.rating(reading));
            default -> new Slots();
        };
    }

    /// Returns the value that a clause says for a known option.
    Optional<Object> valueFor(String option, Reading reading)
    {
        return options.valueFor(option, reading);
    }

    PackageNames packageNames()
    {
        return packageNames;
    }

    private Slots packageSlots(IntentName intent, Reading reading)
    {
        PackageFinder.Found found = packages.find(reading);
        Slots slots = new Slots();
        if (intent == IntentName.PACKAGE_INFO || intent == IntentName.PACKAGE_INSTALLED || intent == IntentName.DEPENDENCY_WHY) {
            List<String> all = new ArrayList<>(found.packages());
            all.addAll(found.except());
            slots.with("package", all.stream().findFirst());
            if (intent == IntentName.DEPENDENCY_WHY && all.size() > 1) {
                slots.with("dependency", all.get(1));
            }
        }
        else {
            slots.with("packages", found.packages());
        }
        if (intent == IntentName.PACKAGE_INSTALL) {
            slots.with("version", found.version().filter(_ -> found.packages().size() == 1)).with("scope", scope(reading));
        }
        if (intent == IntentName.PACKAGE_REMOVE) {
            slots.with("except", found.except());
        }
        return checked(intent, found, slots);
    }

    private Slots checked(IntentName intent, PackageFinder.Found found, Slots slots)
    {
        if (!found.unknown().isEmpty()) {
            String unknown = found.unknown().getFirst();
            List<String> near = packageNames.near(unknown);
            slots.unresolved();
            if (!near.isEmpty()) {
                slots.asking("There is no package called " + unknown + ". Which one is meant?", near);
            }
        }
        if (slots.values().isEmpty() && intent != IntentName.PACKAGE_INSTALLED) {
            slots.unresolved().asking("Which program is meant?", List.of());
        }
        return slots;
    }

    private static Optional<String> scope(Reading reading)
    {
        String words = " " + reading.words() + " ";
        if (words.matches(
                ".* (?:systempackages|environment.systempackages|system wide|systemwide|system-wide|globally|all users|every user|everyone|system packages) .*")) {
            return Optional.of("system");
        }
        return words.matches(
                ".* (?:(?:my|user|just|only) (?:profile|user|me)|for me only|user profile|home manager|user environment|user packages|nix-env) .*")
                && !words.contains(" for me ") ? Optional.of("user") : Optional.empty();
    }
}
