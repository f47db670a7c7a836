package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.Hit;
import org.luminousnix.daemon.catalog.PackageEntry;
import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.NotDone;

import java.util.ArrayList;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// Answers questions about packages from the catalogue.
final class PackageAnswers
{
    private static final int SHOWN = 8;

    private final Catalog catalog;

    PackageAnswers(Catalog catalog)
    {
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    Outcome search(String query)
    {
        List<PackageEntry> found = catalog.searchPackages(query, SHOWN).stream().map(Hit::entry).toList();
        if (found.isEmpty()) {
            return unknown(query);
        }
        String first = found.getFirst().attribute();
        return new Answer("The packages that fit \"%s\" best:".formatted(query), items(found),
                List.of("tell me about " + first, "try " + first, "install " + first));
    }

    Outcome info(String attribute)
    {
        return catalog.packageAt(attribute).<Outcome>map(PackageAnswers::described).orElseGet(() -> unknown(attribute));
    }

    Outcome provides(String program)
    {
        List<PackageEntry> found = catalog.providers(program).stream().limit(SHOWN).toList();
        if (found.isEmpty()) {
            return unknown(program);
        }
        String best = found.getFirst().attribute();
        return new Answer("The command %s comes with %s.".formatted(program, best), items(found),
                List.of("try " + best, "install " + best));
    }

    /// Returns that nothing is called so, with what might have been meant.
    NotDone unknown(String word)
    {
        List<String> near = catalog.didYouMean(word, 4);
        String hint = near.isEmpty() ? "Say what it is for, and I will search by that." : "Did you mean " + String.join(" or ", near) + "?";
        return new NotDone("There is no package called \"%s\" in this catalogue. %s".formatted(word, hint),
                near.stream().map(name -> "install " + name).toList());
    }

    static List<Item> items(List<PackageEntry> entries)
    {
        return entries.stream().map(entry -> new Item("package", entry.attribute(), entry.attribute() + " " + entry.version(),
                entry.description() + marks(entry))).toList();
    }

    private static Answer described(PackageEntry entry)
    {
        List<Item> items = new ArrayList<>();
        items.add(new Item("package", entry.attribute(), entry.attribute() + " " + entry.version(), entry.description() + marks(entry)));
        items.add(new Item("fact", "licence", "Licence", entry.licenses().isEmpty() ? "not stated" : String.join(", ", entry.licenses())));
        entry.homepage().ifPresent(page -> items.add(new Item("fact", "homepage", "Home page", page)));
        if (!entry.programs().isEmpty()) {
            items.add(new Item("fact", "programs", "Commands", String.join(", ", entry.programs())));
        }
        String what = entry.description().isEmpty() ? "The package set gives no description of it." : sentence(entry.description());
        return new Answer("%s %s: %s%s".formatted(entry.attribute(), entry.version(), what, marks(entry)), items,
                List.of("try " + entry.attribute(), "install " + entry.attribute()));
    }

    private static String sentence(String description)
    {
        return description.endsWith(".") ? description : description + ".";
    }

    private static String marks(PackageEntry entry)
    {
        List<String> marks = new ArrayList<>();
        if (entry.unfree()) {
            marks.add("unfree");
        }
        if (entry.insecure()) {
            marks.add("insecure");
        }
        if (entry.broken()) {
            marks.add("broken");
        }
        return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
    }
}
