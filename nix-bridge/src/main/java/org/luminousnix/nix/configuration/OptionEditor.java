package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.luminousnix.nix.syntax.Binding;
import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.Node;

import static java.util.Objects.requireNonNull;

/// Gives options values and takes them away.
final class OptionEditor
{
    private final List<Source> sources;
    private final OptionPath option;

    OptionEditor(List<Source> sources, OptionPath option)
    {
        this.sources = List.copyOf(sources);
        this.option = requireNonNull(option, "option is null");
    }

    /// Tells whether something is written for the option or for attributes of it.
    boolean isWritten()
    {
        return !OptionValues.of(sources, option.names()).isEmpty() || !OptionValues.below(sources, option.names()).isEmpty();
    }

    Proposal set(NixValue value)
    {
        List<OptionValues.Found> found = OptionValues.of(sources, option.names());
        if (!found.isEmpty()) {
            List<OptionValues.Found> always = found.stream().filter(place -> !place.definition().conditional()).toList();
            return replace(always.isEmpty() ? found : always, value);
        }
        List<OptionValues.Found> below = OptionValues.below(sources, option.names());
        if (!below.isEmpty()) {
            return Proposal.refusal(
                    "%s is a set, whose %s is written at %s".formatted(option, OptionPath.written(below.getFirst().definition().path()),
                            at(below.getFirst())),
                    option + " = " + new NixPrinter("\n", "  ").print(value, "") + ";\n");
        }
        return create(value);
    }

    Proposal unset()
    {
        List<OptionValues.Found> found = new ArrayList<>(OptionValues.of(sources, option.names()));
        found.addAll(OptionValues.below(sources, option.names()));
        if (found.isEmpty()) {
            return new Proposal.Same(option + " is not set");
        }
        Map<Source, List<TextEdit>> edits = new LinkedHashMap<>();
        for (OptionValues.Found place : found) {
            Node written = written(place.definition());
            boolean inner = found.stream()
                    .anyMatch(
                            other -> other.source().path().equals(place.source().path()) && isInside(written, written(other.definition())));
            if (!inner) {
                edits.computeIfAbsent(place.source(), _ -> new ArrayList<>()).add(new Layout(place.source().tree()).remove(written));
            }
        }
        List<Proposal.FileEdits> files = new ArrayList<>();
        edits.forEach((source, changes) -> files.add(new Proposal.FileEdits(source, changes)));
        return new Proposal.Change(files, List.of());
    }

    private Proposal replace(List<OptionValues.Found> found, NixValue value)
    {
        Map<Source, List<TextEdit>> edits = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (OptionValues.Found place : found) {
            Inner inner = inner(place.definition().value());
            if (Literals.isSame(place.source().tree(), inner.value(), value)) {
                continue;
            }
            TextEdit edit = replacement(place, inner, value);
            if (place.definition().binding() instanceof Binding.Inherit || !isReplaceable(inner.value(), value)) {
                return Proposal.refusal("the value of %s at %s is put together in a way that is not edited".formatted(option, at(place)),
                        place.source(), List.of(edit));
            }
            edits.computeIfAbsent(place.source(), _ -> new ArrayList<>()).add(edit);
            if (place.definition().conditional() || inner.conditional()) {
                notes.add("the value at %s counts only under its condition".formatted(at(place)));
            }
        }
        if (edits.isEmpty()) {
            return new Proposal.Same("%s has this value already: %s".formatted(option, at(found.getFirst())));
        }
        List<Proposal.FileEdits> files = new ArrayList<>();
        edits.forEach((source, changes) -> files.add(new Proposal.FileEdits(source, changes)));
        return new Proposal.Change(files, notes);
    }

    private static TextEdit replacement(OptionValues.Found place, Inner inner, NixValue value)
    {
        Layout layout = new Layout(place.source().tree());
        if (place.definition().binding() instanceof Binding.Inherit inherit) {
            String name = OptionPath.written(List.of(place.definition().path().getLast()));
            String written = " " + name + " = " + layout.printer().print(value, layout.indentation(inherit.start())) + ";";
            return TextEdit.insert(inherit.end(), written);
        }
        String indentation = layout.indentation(place.definition().binding().start());
        String written = inner.wrapped() ? layout.printer().printElement(value, indentation) : layout.printer().print(value, indentation);
        return new TextEdit(inner.value().start(), inner.value().end(), written);
    }

    private static boolean isReplaceable(Expression old, NixValue value)
    {
        return switch (old) {
            case Expression.AttributeSet set -> set.bindings().isEmpty() || value instanceof NixValue.Attributes;
            case Expression.If _,Expression.With _,Expression.Let _,Expression.Operation _,Expression.Lambda _ -> false;
            case Expression.Apply apply -> Wrapper.of(apply).isEmpty();
            default -> true;
        };
    }

    private Proposal create(NixValue value)
    {
        NixPrinter plain = new NixPrinter("\n", "  ");
        Optional<Spot> spot = Spot.find(sources, option.names());
        if (spot.isEmpty()) {
            return Proposal.refusal("there is no set in which %s could be written".formatted(option),
                    option + " = " + plain.print(value, "") + ";\n");
        }
        Layout layout = new Layout(spot.get().source().tree());
        String name = OptionPath.written(spot.get().rest(option.names()));
        String written = name + " = " + layout.printer().print(value, spot.get().indentation(layout)) + ";";
        return Proposal.change(spot.get().source(), spot.get().insert(layout, written), spot.get().notes());
    }

    private static Inner inner(Expression value)
    {
        Expression inner = value;
        boolean wrapped = false;
        boolean conditional = false;
        while (true) {
            Optional<Wrapper> wrapper = Wrapper.of(inner).filter(around -> !around.isMerge());
            if (wrapper.isEmpty()) {
                return new Inner(inner, wrapped, conditional);
            }
            wrapped = true;
            conditional |= wrapper.get().isConditional();
            inner = wrapper.get().value();
            if (inner instanceof Expression.Parenthesized parenthesized && Wrapper.of(parenthesized.inner()).isPresent()) {
                inner = parenthesized.inner();
            }
        }
    }

    private static Node written(Definition definition)
    {
        return definition.binding() instanceof Binding.Inherit inherit && inherit.names().size() > 1
                ? definition.value()
                : definition.binding();
    }

    private static boolean isInside(Node inner, Node outer)
    {
        return inner.start() >= outer.start() && inner.end() <= outer.end()
                && (inner.start() > outer.start() || inner.end() < outer.end());
    }

    private static String at(OptionValues.Found place)
    {
        return place.source().at(place.definition().binding().start());
    }

    private record Inner(Expression value, boolean wrapped, boolean conditional)
    {}
}
