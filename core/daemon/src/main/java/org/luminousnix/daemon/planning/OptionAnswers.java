package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.Hit;
import org.luminousnix.daemon.catalog.OptionEntry;
import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.NotDone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Answers questions about options from the catalogue.
final class OptionAnswers
{
    private static final int SHOWN = 8;
    private static final Pattern MARKUP = Pattern.compile("\\{[a-z]+}`([^`]*)`");

    private final Catalog catalog;

    OptionAnswers(Catalog catalog)
    {
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    Outcome search(String query)
    {
        List<OptionEntry> found = catalog.searchOptions(query, SHOWN, Optional.empty()).stream().map(Hit::entry).toList();
        if (found.isEmpty()) {
            return NotDone.because("No option of this catalogue fits \"%s\". Other words for it may.".formatted(query));
        }
        List<Item> items = found.stream()
                .map(entry -> new Item("option", entry.name(), entry.name(), firstSentence(plain(entry.description())))).toList();
        return new Answer("The options that fit \"%s\" best:".formatted(query), items, List.of("explain " + found.getFirst().name()));
    }

    Outcome explain(String option)
    {
        return catalog.option(option).<Outcome>map(OptionAnswers::explained).orElseGet(() -> unknown(option));
    }

    NotDone unknown(String option)
    {
        List<String> near = catalog.searchOptions(option.replace('.', ' '), 3, Optional.empty()).stream().map(hit -> hit.entry().name())
                .toList();
        return new NotDone(
                "There is no option \"%s\" in this catalogue.%s".formatted(option,
                        near.isEmpty() ? "" : " Nearest are " + String.join(", ", near) + "."),
                near.stream().map(name -> "explain " + name).toList());
    }

    private static Answer explained(OptionEntry entry)
    {
        List<Item> items = new ArrayList<>();
        items.add(new Item("option", entry.name(), entry.name(), firstSentence(plain(entry.description()))));
        items.add(new Item("fact", "type", "Type", entry.type()));
        entry.defaultText().ifPresent(text -> items.add(new Item("fact", "default", "Default", text)));
        entry.example().ifPresent(text -> items.add(new Item("fact", "example", "Example", text)));
        String text = entry.description().isEmpty() ? entry.name() + " has no description." : plain(entry.description());
        return new Answer(text, items, List.of("what is " + entry.name() + " set to"));
    }

    private static String plain(String description)
    {
        return MARKUP.matcher(description).replaceAll("$1").strip();
    }

    private static String firstSentence(String text)
    {
        String line = text.replaceAll("\\s+", " ");
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }
}
