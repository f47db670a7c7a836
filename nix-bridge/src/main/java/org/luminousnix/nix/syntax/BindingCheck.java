package org.luminousnix.nix.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// Checks what Nix checks once a text is parsed: that every name is known, and none defined twice.
final class BindingCheck
{
    private final Errors errors;
    private final AttributeTables tables;

    BindingCheck(String text, Errors errors)
    {
        this.errors = requireNonNull(errors, "errors is null");
        this.tables = new AttributeTables(text, errors);
    }

    void check(Expression expression)
    {
        check(expression, Scope.outermost());
    }

    private void check(Expression expression, Scope scope)
    {
        switch (expression) {
            case Expression.Identifier name -> identifier(name, scope);
            case Expression.AttributeSet set -> table(tables.of(set.bindings(), set.recursive()), scope);
            case Expression.LegacyLet let -> table(tables.of(let.bindings(), true), scope);
            case Expression.Let let -> let(let, scope);
            case Expression.Lambda lambda -> lambda(lambda, scope);
            case Expression.With with -> {
                check(with.scope(), scope);
                check(with.body(), scope.with());
            }
            default -> children(expression, scope);
        }
    }

    private void children(Node node, Scope scope)
    {
        for (Node child : node.children()) {
            if (child instanceof Expression expression) {
                check(expression, scope);
            }
            else {
                children(child, scope);
            }
        }
    }

    private void identifier(Expression.Identifier name, Scope scope)
    {
        if (!scope.knows(name.name()) && !name.name().equals("__curPos")) {
            errors.add(name.start(), "undefined variable '" + name.name() + "'");
        }
    }

    private void let(Expression.Let let, Scope scope)
    {
        AttributeTable table = tables.of(let.bindings(), true);
        if (!table.dynamic().isEmpty()) {
            errors.add(table.dynamic().getFirst().name().start(), "names that have to be evaluated are not allowed in 'let'");
        }
        table(table, scope);
        check(let.body(), scope.with(table.names()));
    }

    private void lambda(Expression.Lambda lambda, Scope scope)
    {
        Set<String> names = new HashSet<>();
        lambda.parameter().whole().ifPresent(name -> names.add(name.name()));
        List<Formal> formals = lambda.parameter() instanceof Parameter.Formals set ? set.formals() : List.of();
        for (Formal formal : formals) {
            if (!names.add(formal.name().name())) {
                errors.add(formal.start(), "the argument '" + formal.name().name() + "' is named twice");
            }
        }
        Scope inner = scope.with(names);
        formals.forEach(formal -> formal.otherwise().ifPresent(otherwise -> check(otherwise, inner)));
        check(lambda.body(), inner);
    }

    private void table(AttributeTable table, Scope scope)
    {
        Scope inner = table.recursive() ? scope.with(table.names()) : scope;
        for (AttributeTable.Definition definition : table.definitions()) {
            switch (definition) {
                case AttributeTable.Inherited inherited -> identifier(inherited.name(), scope);
                case AttributeTable.Value value -> check(value.expression(), inner);
                case AttributeTable.Nested nested -> table(nested.table(), inner);
            }
        }
        table.sources().forEach(source -> check(source, inner));
        for (AttributeTable.Dynamic dynamic : table.dynamic()) {
            children(dynamic.name(), inner);
            Optional<AttributeTable> nested = dynamic.nested();
            if (nested.isPresent()) {
                table(nested.get(), inner);
            }
            dynamic.value().ifPresent(value -> check(value, inner));
        }
    }
}
