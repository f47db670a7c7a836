package org.luminousnix.nix.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Builds the tables of sets by the rules of Nix's `addAttr`: dotted paths open sets, two sets of one name merge, anything else may be
/// defined once.
final class AttributeTables
{
    private final String text;
    private final Errors errors;

    AttributeTables(String text, Errors errors)
    {
        this.text = requireNonNull(text, "text is null");
        this.errors = requireNonNull(errors, "errors is null");
    }

    AttributeTable of(List<Binding> bindings, boolean recursive)
    {
        AttributeTable table = new AttributeTable(recursive);
        for (Binding binding : bindings) {
            switch (binding) {
                case Binding.Attribute attribute -> attribute(table, attribute);
                case Binding.Inherit inherit -> inherit(table, inherit);
                case Binding.Unreadable _ -> {
                }
            }
        }
        return table;
    }

    private void inherit(AttributeTable table, Binding.Inherit inherit)
    {
        if (!inherit.names().isEmpty()) {
            inherit.source().ifPresent(table.sources()::add);
        }
        for (AttributeName name : inherit.names()) {
            Optional<String> fixed = name.fixed();
            if (fixed.isEmpty()) {
                errors.add(name.start(), "names that have to be evaluated are not allowed in 'inherit'");
                continue;
            }
            Optional<AttributeTable.Definition> earlier = table.get(fixed.get());
            if (earlier.isPresent()) {
                twice(fixed.get(), name.start(), earlier.get());
            }
            table.put(fixed.get(), inherited(inherit, name, fixed.get()));
        }
    }

    private static AttributeTable.Definition inherited(Binding.Inherit inherit, AttributeName name, String fixed)
    {
        if (inherit.source().isPresent()) {
            // The source is checked once for all names; what an attribute of it is cannot be said here.
            return new AttributeTable.Value(name.start(), new Expression.Invalid(name.start(), name.start()));
        }
        return new AttributeTable.Inherited(name.start(), new Expression.Identifier(name.start(), name.end(), fixed));
    }

    private void attribute(AttributeTable root, Binding.Attribute attribute)
    {
        List<AttributeName> names = attribute.path().names();
        AttributeTable table = root;
        for (AttributeName name : names.subList(0, names.size() - 1)) {
            Optional<AttributeTable> next = step(table, name, attribute);
            if (next.isEmpty()) {
                return;
            }
            table = next.get();
        }
        define(table, names.getLast(), attribute);
    }

    private Optional<AttributeTable> step(AttributeTable table, AttributeName name, Binding.Attribute attribute)
    {
        Optional<String> fixed = name.fixed();
        AttributeTable opened = new AttributeTable(false);
        if (fixed.isEmpty()) {
            table.dynamic().add(new AttributeTable.Dynamic(name, Optional.of(opened), Optional.empty()));
            return Optional.of(opened);
        }
        Optional<AttributeTable.Definition> earlier = table.get(fixed.get());
        if (earlier.isEmpty()) {
            table.put(fixed.get(), new AttributeTable.Nested(attribute.start(), opened));
            return Optional.of(opened);
        }
        if (earlier.get() instanceof AttributeTable.Nested nested) {
            return Optional.of(nested.table());
        }
        twice(written(attribute.path()), attribute.start(), earlier.get());
        return Optional.empty();
    }

    private void define(AttributeTable table, AttributeName name, Binding.Attribute attribute)
    {
        AttributeTable.Definition definition = definition(attribute);
        Optional<String> fixed = name.fixed();
        if (fixed.isEmpty()) {
            table.dynamic().add(dynamic(name, definition));
            return;
        }
        Optional<AttributeTable.Definition> earlier = table.get(fixed.get());
        if (earlier.isEmpty()) {
            table.put(fixed.get(), definition);
        }
        else if (earlier.get() instanceof AttributeTable.Nested first && definition instanceof AttributeTable.Nested second) {
            merge(first.table(), second.table());
        }
        else {
            twice(written(attribute.path()), attribute.start(), earlier.get());
        }
    }

    // Nix 2.8 forgets the attributes with evaluated names when it merges, so that not even their variables are looked up.
    private void merge(AttributeTable first, AttributeTable second)
    {
        for (Map.Entry<String, AttributeTable.Definition> entry : second.entries()) {
            Optional<AttributeTable.Definition> earlier = first.get(entry.getKey());
            if (earlier.isPresent()) {
                twice(entry.getKey(), entry.getValue().start(), earlier.get());
            }
            first.put(entry.getKey(), entry.getValue());
        }
        first.sources().addAll(second.sources());
    }

    private AttributeTable.Definition definition(Binding.Attribute attribute)
    {
        Expression value = attribute.value();
        while (value instanceof Expression.Parenthesized parenthesized) {
            value = parenthesized.inner();
        }
        if (value instanceof Expression.AttributeSet set) {
            return new AttributeTable.Nested(attribute.start(), of(set.bindings(), set.recursive()));
        }
        return new AttributeTable.Value(attribute.start(), value);
    }

    private static AttributeTable.Dynamic dynamic(AttributeName name, AttributeTable.Definition definition)
    {
        return switch (definition) {
            case AttributeTable.Nested nested -> new AttributeTable.Dynamic(name, Optional.of(nested.table()), Optional.empty());
            case AttributeTable.Value value -> new AttributeTable.Dynamic(name, Optional.empty(), Optional.of(value.expression()));
            case AttributeTable.Inherited inherited -> new AttributeTable.Dynamic(name, Optional.empty(), Optional.of(inherited.name()));
        };
    }

    private void twice(String name, int offset, AttributeTable.Definition earlier)
    {
        Position first = Position.of(text, earlier.start());
        errors.add(offset, "the attribute '" + name + "' is already defined at line " + first.line() + ", column " + first.column());
    }

    private String written(AttributePath path)
    {
        return text.substring(path.start(), path.end());
    }
}
