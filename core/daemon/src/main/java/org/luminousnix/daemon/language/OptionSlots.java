package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.Hit;
import org.luminousnix.daemon.catalog.OptionEntry;

import static java.util.Objects.requireNonNull;

/// Which option is meant, and which value it gets.
final class OptionSlots
{
    private static final Pattern ASSIGNMENT = Pattern
            .compile("(?s)(?<option>[a-zA-Z][\\w'-]*(?:\\.(?:\"[^\"]*\"|[\\w'<>-]+))+)\\s*(?:=|:)\\s*(?<value>.+)");
    private static final Pattern TO_VALUE = Pattern
            .compile("(?s)\\b(?:to|as|be|=|with)\\s+(?<value>\\[[^\\]]*\\]|\"[^\"]*\"|\\S+(?:\\s+\\S+)?)\\s*;?\\s*$");
    private static final Pattern UNSAFE = Pattern.compile("\\.\\./|[\"`]\\s*;|\\$\\{|\\$\\(|`");

    private final Catalog catalog;
    private final ServiceNames services;
    private final SettingReader settings = new SettingReader(Yaml.ofResource("lexicon/settings.yaml"));
    private final ValueReader values = new ValueReader(Yaml.ofResource("lexicon/places.yaml"), Yaml.ofResource("lexicon/locales.yaml"));

    OptionSlots(Catalog catalog, ServiceNames services)
    {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.services = requireNonNull(services, "services is null");
    }

    /// Returns the option that a clause names or describes.
    Slots named(Reading reading)
    {
        Optional<String> option = typed(reading).or(() -> settings.find(reading).map(SettingReader.Setting::option))
                .or(() -> reading.mention(Name.Kind.SERVICE)
                        .flatMap(mention -> services.named(mention.value(Name.Kind.SERVICE).orElseThrow()).option()))
                .or(() -> searched(reading));
        return new Slots().with("option", option).needing("option");
    }

    /// Returns option and value of a clause that sets something.
    Slots set(Reading reading)
    {
        Slots slots = new Slots();
        if (UNSAFE.matcher(reading.source()).find()) {
            return slots.unresolved().warning("the value holds characters that could not be part of it");
        }
        Matcher assignment = ASSIGNMENT.matcher(reading.source());
        if (assignment.matches() && OptionPath.isValid(assignment.group("option"))) {
            return slots.with("option", assignment.group("option")).with("value", ValueReader.literal(assignment.group("value")));
        }
        Optional<String> typed = typed(reading);
        if (typed.isPresent()) {
            return slots.with("option", typed).with("value", typedValue(reading, typed.get())).needing("value");
        }
        return described(reading, slots);
    }

    /// Returns whether a clause is about a setting that the lexicon lists, and says a value for it.
    boolean saysValue(Reading reading)
    {
        return settings.find(reading).flatMap(setting -> values.read(setting.value(), reading)).isPresent();
    }

    private Slots described(Reading reading, Slots slots)
    {
        Optional<SettingReader.Setting> setting = settings.find(reading);
        if (setting.isEmpty() || setting.get().option().equals("networking.hostName")) {
            boolean living = values.zone(reading).isPresent();
            setting = setting.isEmpty() && living ? settings.of("time.timeZone") : setting;
        }
        if (setting.isPresent()) {
            Optional<Object> value = values.read(setting.get().value(), reading);
            slots.with("option", setting.get().option()).with("value", value);
            if (value.isEmpty()) {
                slots.unresolved().asking("Which value should " + setting.get().option() + " get?", List.of());
            }
            return slots;
        }
        return slots.with("option", searched(reading)).with("value", values.read("text", reading)).unresolved();
    }

    private Optional<String> typed(Reading reading)
    {
        return reading.first(Token.Kind.OPTION).map(Token::text);
    }

    private Optional<Object> typedValue(Reading reading, String option)
    {
        String source = reading.source();
        String rest = source.substring(source.indexOf(option) + option.length()).strip();
        Matcher to = TO_VALUE.matcher(rest.isEmpty() ? source : rest);
        if (to.find()) {
            return Optional.of(ValueReader.literal(to.group("value").replaceAll("(?:please|now)$", "")));
        }
        if (rest.isEmpty()) {
            Matcher before = Pattern.compile("(?:put|add|assign|append|set|include)\\s+(.+?)\\s+(?:in|to|into)\\s+\\S+$").matcher(source);
            return before.find() ? Optional.of(ValueReader.literal(before.group(1))) : Optional.empty();
        }
        return Optional.of(ValueReader.literal(rest.replaceFirst("^(?:=|:|should be|is|equals)\\s*", "")));
    }

    private Optional<String> searched(Reading reading)
    {
        String query = TextSlots.content(reading, TextSlots.Kind.SETTING);
        return query.isEmpty()
                ? Optional.empty()
                : catalog.searchOptions(query, 1, Optional.empty()).stream().map(Hit::entry).map(OptionEntry::name).findFirst();
    }

    /// Returns the value that a clause says for a known option.
    Optional<Object> valueFor(String option, Reading reading)
    {
        return settings.of(option).flatMap(setting -> values.read(setting.value(), reading));
    }
}
