package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.luminousnix.nix.syntax.Expression;

import static java.util.Objects.requireNonNull;

/// Adds packages to lists of packages and takes them out.
final class PackageEditor
{
    private final List<Source> sources;
    private final OptionPath option;
    private final OptionPath attribute;
    private final List<OptionValues.FoundList> lists;

    PackageEditor(List<Source> sources, OptionPath option, OptionPath attribute)
    {
        this.sources = List.copyOf(sources);
        this.option = requireNonNull(option, "option is null");
        this.attribute = requireNonNull(attribute, "attribute is null");
        this.lists = OptionValues.lists(sources, option.names());
    }

    Proposal add()
    {
        for (OptionValues.FoundList list : lists) {
            for (Expression element : list.site().elements()) {
                if (!list.isConditional() && (isExactly(element, list) || isVariant(element, list))) {
                    String written = list.source().tree().text(element).lines().findFirst().orElse("");
                    return new Proposal.Same(
                            "%s is in %s already: %s, as %s".formatted(attribute, option, list.source().at(element.start()), written));
                }
            }
        }
        Optional<OptionValues.FoundList> best = best(lists.stream().filter(list -> !list.found().definition().conditional()).toList());
        if (best.isPresent()) {
            return addTo(best.get());
        }
        Optional<OptionValues.Found> computed = OptionValues.of(sources, option.names()).stream()
                .filter(found -> !found.definition().conditional())
                .findFirst();
        if (computed.isPresent()) {
            return refuseComputed(computed.get());
        }
        Proposal created = ListCreator.ofPackage(sources, option, attribute);
        Optional<OptionValues.FoundList> conditional = best(lists);
        return created instanceof Proposal.Refusal && conditional.isPresent() ? addTo(conditional.get()) : created;
    }

    // A list that always counts, stands where it is used, and at whose place the package set has a name.
    private Optional<OptionValues.FoundList> best(List<OptionValues.FoundList> candidates)
    {
        return candidates.stream().min(Comparator.comparing(OptionValues.FoundList::isConditional).thenComparing(this::isUsedElsewhere)
                .thenComparing(list -> list.site().name().isPresent())
                .thenComparing(list -> PackageNames.reference(attribute, list.site().surroundings()).isEmpty()));
    }

    Proposal remove()
    {
        Map<Source, List<TextEdit>> edits = removals(false);
        if (edits.isEmpty()) {
            edits = removals(true);
        }
        if (edits.isEmpty()) {
            return notThere();
        }
        List<Proposal.FileEdits> files = new ArrayList<>();
        edits.forEach((source, changes) -> files.add(new Proposal.FileEdits(source, changes)));
        return new Proposal.Change(files, List.of());
    }

    private Proposal addTo(OptionValues.FoundList list)
    {
        Source source = list.source();
        Optional<String> written = PackageNames.reference(attribute, list.site().surroundings());
        if (written.isEmpty()) {
            return Proposal.refusal("no name for the package set is known at " + source.at(list.site().list().start()), source,
                    List.of(ListEditor.append(source, list.site().list(), "pkgs." + attribute)));
        }
        TextEdit edit = ListEditor.append(source, list.site().list(), written.get());
        if (isUsedElsewhere(list)) {
            return Proposal.refusal("the list '%s' at %s is used in other places too".formatted(list.site().name().orElse(""),
                    source.at(list.site().list().start())), source, List.of(edit));
        }
        return Proposal.change(source, edit, ListEditor.notes(list));
    }

    private boolean isUsedElsewhere(OptionValues.FoundList list)
    {
        return list.site().name().isPresent() && ListEditor.uses(list.source().tree().root(), list.site().name().get()) > 1;
    }

    private Proposal refuseComputed(OptionValues.Found found)
    {
        Expression value = found.definition().value();
        String name = PackageNames.packageSet(found.definition().surroundings()).orElse("pkgs");
        return Proposal.refusal(
                "the value of %s at %s is computed, so that no list is there to add to".formatted(option, found.source().at(value.start())),
                found.source(),
                ListEditor.concatenated(value, name + "." + attribute));
    }

    private Proposal notThere()
    {
        for (OptionValues.Found found : OptionValues.of(sources, option.names())) {
            List<Expression> computed = ListSites.of(found.definition().value(), found.definition().surroundings()).computed();
            if (!computed.isEmpty()) {
                Expression part = computed.getFirst();
                return new Proposal.Same(
                        "%s is not in the lists of %s; what %s computes at %s is not looked into".formatted(attribute, option,
                                found.source().tree().text(part).lines().findFirst().orElse(""), found.source().at(part.start())));
            }
        }
        return new Proposal.Same("%s is not in %s".formatted(attribute, option));
    }

    private Map<Source, List<TextEdit>> removals(boolean variants)
    {
        Map<Source, List<TextEdit>> edits = new LinkedHashMap<>();
        for (OptionValues.FoundList list : lists) {
            List<Expression> elements = list.site().elements().stream()
                    .filter(element -> variants ? isVariant(element, list) : isExactly(element, list)).toList();
            if (!elements.isEmpty()) {
                edits.computeIfAbsent(list.source(), _ -> new ArrayList<>()).addAll(ListEditor.removals(list, elements));
            }
        }
        return edits;
    }

    private boolean isExactly(Expression element, OptionValues.FoundList list)
    {
        return PackageNames.path(element, list.site().surroundings()).filter(attribute.names()::equals).isPresent();
    }

    private boolean isVariant(Expression element, OptionValues.FoundList list)
    {
        return PackageNames.variantOf(element, list.site().surroundings()).filter(attribute.names()::equals).isPresent();
    }
}
