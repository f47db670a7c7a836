package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.Node;

import static java.util.Objects.requireNonNull;

/// Adds values to lists and takes them out.
final class ListEditor
{
    private final List<Source> sources;
    private final OptionPath option;
    private final NixValue element;
    private final List<OptionValues.FoundList> lists;

    ListEditor(List<Source> sources, OptionPath option, NixValue element)
    {
        this.sources = List.copyOf(sources);
        this.option = requireNonNull(option, "option is null");
        this.element = requireNonNull(element, "element is null");
        this.lists = OptionValues.lists(sources, option.names());
    }

    Proposal add()
    {
        String shown = new NixPrinter("\n", "  ").printElement(element, "");
        for (OptionValues.FoundList list : lists) {
            Optional<Expression> same = list.isConditional() ? Optional.empty() : find(list).stream().findFirst();
            if (same.isPresent()) {
                return new Proposal.Same("%s is in %s already: %s".formatted(shown, option, list.source().at(same.get().start())));
            }
        }
        Optional<OptionValues.FoundList> best = lists.stream().filter(list -> !list.found().definition().conditional())
                .min(Comparator.comparing((OptionValues.FoundList list) -> list.site().conditional())
                        .thenComparing(list -> list.site().name().isPresent()));
        if (best.isPresent()) {
            Source source = best.get().source();
            Layout layout = new Layout(source.tree());
            String written = layout.printer().printElement(element, layout.indentation(best.get().site().list().start()) + layout.unit());
            return Proposal.change(source, append(source, best.get().site().list(), written), notes(best.get()));
        }
        List<OptionValues.Found> computed = OptionValues.of(sources, option.names()).stream()
                .filter(found -> !found.definition().conditional()).toList();
        if (computed.isEmpty()) {
            return ListCreator.ofValue(sources, option, element);
        }
        OptionValues.Found found = computed.getFirst();
        Expression value = found.definition().value();
        return Proposal.refusal(
                "the value of %s at %s is computed, so that no list is there to add to".formatted(option, found.source().at(value.start())),
                found.source(),
                concatenated(value, shown));
    }

    Proposal remove()
    {
        Map<Source, List<TextEdit>> edits = new LinkedHashMap<>();
        for (OptionValues.FoundList list : lists) {
            List<Expression> elements = find(list);
            if (!elements.isEmpty()) {
                edits.computeIfAbsent(list.source(), _ -> new ArrayList<>()).addAll(removals(list, elements));
            }
        }
        if (edits.isEmpty()) {
            return new Proposal.Same("%s is not in %s".formatted(new NixPrinter("\n", "  ").printElement(element, ""), option));
        }
        List<Proposal.FileEdits> files = new ArrayList<>();
        edits.forEach((source, changes) -> files.add(new Proposal.FileEdits(source, changes)));
        return new Proposal.Change(files, List.of());
    }

    /// Returns the edit that puts an element at the end of a list.
    static TextEdit append(Source source, Expression.ListLiteral list, String written)
    {
        Layout layout = new Layout(source.tree());
        if (list.elements().isEmpty()) {
            return layout.only(list.start() + 1, list.end() - 1, written);
        }
        return layout.after(list.elements().getLast(), written);
    }

    /// Returns the edits that take elements out of a list, and the list itself away if it was created for them.
    static List<TextEdit> removals(OptionValues.FoundList list, List<Expression> elements)
    {
        Source source = list.source();
        if (elements.size() == list.site().elements().size()) {
            List<TextEdit> undo = ListCreator.undo(source, list.found().definition().binding());
            if (!undo.isEmpty()) {
                return undo;
            }
        }
        Layout layout = new Layout(source.tree());
        return elements.stream().map(layout::remove).toList();
    }

    /// Returns what a person should know when something is put into a list.
    static List<String> notes(OptionValues.FoundList list)
    {
        return list.isConditional()
                ? List.of("the list at %s counts only under its condition".formatted(list.source().at(list.site().list().start())))
                : List.of();
    }

    /// Returns the edits that join a computed value with a list of one element.
    static List<TextEdit> concatenated(Expression value, String element)
    {
        boolean simple = switch (value) {
            case Expression.Identifier _,Expression.Select _,Expression.Apply _,Expression.Parenthesized _ -> true;
            default -> false;
        };
        return List.of(TextEdit.insert(value.start(), simple ? "" : "("),
                TextEdit.insert(value.end(), (simple ? "" : ")") + " ++ [ " + element + " ]"));
    }

    /// Counts the places where a name is used.
    static int uses(Node node, String name)
    {
        int here = node instanceof Expression.Identifier identifier && identifier.name().equals(name) ? 1 : 0;
        return here + node.children().stream().mapToInt(child -> uses(child, name)).sum();
    }

    private List<Expression> find(OptionValues.FoundList list)
    {
        return list.site().elements().stream().filter(candidate -> Literals.isSame(list.source().tree(), candidate, element)).toList();
    }
}
