package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.luminousnix.nix.syntax.Binding;
import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.StringValue;
import org.luminousnix.nix.syntax.SyntaxTree;

/// Reads expressions that are values as they stand.
final class Literals
{
    private Literals()
    {}

    /// Returns the value of an expression that needs no evaluation, names such as `pkgs.zsh` included.
    static Optional<NixValue> value(SyntaxTree tree, Expression expression)
    {
        return switch (expression) {
            case Expression.Parenthesized parenthesized -> value(tree, parenthesized.inner());
            case Expression.IntegerLiteral number -> Optional.of(new NixValue.Int(Long.parseLong(tree.text(number))));
            case Expression.FloatLiteral number -> Optional.of(new NixValue.Decimal(Double.parseDouble(tree.text(number))));
            case Expression.StringLiteral string ->
                StringValue.of(tree.text(), string).filter(text -> text.indexOf('\0') < 0).map(NixValue.Text::new);
            case Expression.UriLiteral uri -> Optional.of(new NixValue.Text(tree.text(uri)));
            case Expression.PathLiteral path -> path(tree.text(path));
            case Expression.Prefixed prefixed -> negative(tree, prefixed);
            case Expression.Identifier identifier -> Optional.of(named(identifier.name()));
            case Expression.Select select -> selected(tree, select);
            case Expression.ListLiteral list -> items(tree, list);
            case Expression.AttributeSet set -> attributes(tree, set);
            default -> Optional.empty();
        };
    }

    static boolean isSame(SyntaxTree tree, Expression expression, NixValue value)
    {
        return value(tree, expression).filter(value::equals).isPresent();
    }

    private static NixValue named(String name)
    {
        return switch (name) {
            case "true" -> new NixValue.Bool(true);
            case "false" -> new NixValue.Bool(false);
            case "null" -> new NixValue.Null();
            default -> new NixValue.Reference(OptionPath.of(name));
        };
    }

    private static Optional<NixValue> path(String written)
    {
        return written.matches("(\\.{0,2}|~)(/[A-Za-z0-9._+-]+)+") ? Optional.of(new NixValue.Path(written)) : Optional.empty();
    }

    private static Optional<NixValue> negative(SyntaxTree tree, Expression.Prefixed prefixed)
    {
        if (prefixed.negation()) {
            return Optional.empty();
        }
        return value(tree, prefixed.operand()).flatMap(operand -> switch (operand) {
            case NixValue.Int number -> Optional.of(new NixValue.Int(-number.value()));
            case NixValue.Decimal number -> Optional.of(new NixValue.Decimal(-number.value()));
            default -> Optional.empty();
        });
    }

    private static Optional<NixValue> selected(SyntaxTree tree, Expression.Select select)
    {
        Optional<List<String>> path = select.path().fixed();
        if (path.isEmpty() || select.otherwise().isPresent() || path.get().contains("")
                || !(select.subject() instanceof Expression.Identifier identifier)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(List.of(identifier.name()));
        names.addAll(path.get());
        return tree.text(select.subject()).isEmpty() ? Optional.empty() : Optional.of(new NixValue.Reference(new OptionPath(names)));
    }

    private static Optional<NixValue> items(SyntaxTree tree, Expression.ListLiteral list)
    {
        List<NixValue> values = new ArrayList<>();
        for (Expression element : list.elements()) {
            Optional<NixValue> value = value(tree, element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new NixValue.Items(values));
    }

    private static Optional<NixValue> attributes(SyntaxTree tree, Expression.AttributeSet set)
    {
        Map<String, NixValue> values = new LinkedHashMap<>();
        for (Binding binding : set.bindings()) {
            boolean plain = binding instanceof Binding.Attribute attribute && attribute.path().names().size() == 1
                    && attribute.path().fixed().isPresent();
            Optional<NixValue> value = plain ? value(tree, ((Binding.Attribute) binding).value()) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(((Binding.Attribute) binding).path().fixed().orElseThrow().getFirst(), value.get());
        }
        return Optional.of(new NixValue.Attributes(values));
    }
}
