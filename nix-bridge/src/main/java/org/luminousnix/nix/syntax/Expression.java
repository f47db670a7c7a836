package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// An expression of the Nix language.
///
/// Chains are flat, so that no tree is deeper than its text is nested: `a ++ b ++ c` is one operation, `f a b` one application.
public sealed interface Expression extends Node
{
    @Override
    default List<Node> children()
    {
        return List.of();
    }

    /// A name that stands for a value.
    record Identifier(int start, int end, String name) implements Expression
    {
        public Identifier
        {
            requireNonNull(name, "name is null");
        }
    }

    /// A whole number.
    record IntegerLiteral(int start, int end) implements Expression
    {}

    /// A number with a point.
    record FloatLiteral(int start, int end) implements Expression
    {}

    /// A path in angle brackets: `<nixpkgs/nixos>`.
    record SearchPath(int start, int end) implements Expression
    {}

    /// A URI without quotes.
    record UriLiteral(int start, int end) implements Expression
    {}

    /// A string in double quotes, or an indented one in two single quotes.
    record StringLiteral(int start, int end, boolean indented, List<StringPart> parts) implements Expression
    {
        public StringLiteral
        {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Node> children()
        {
            return List.copyOf(parts);
        }
    }

    /// A path: `./hardware-configuration.nix`, `/etc`, `~/x`, `./${name}`.
    record PathLiteral(int start, int end, List<StringPart> parts) implements Expression
    {
        public PathLiteral
        {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Node> children()
        {
            return List.copyOf(parts);
        }
    }

    /// An expression in parentheses.
    record Parenthesized(int start, int end, Expression inner) implements Expression
    {
        public Parenthesized
        {
            requireNonNull(inner, "inner is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(inner);
        }
    }

    /// `{ … }`, `rec { … }`.
    record AttributeSet(int start, int end, boolean recursive, List<Binding> bindings) implements Expression
    {
        public AttributeSet
        {
            bindings = List.copyOf(bindings);
        }

        @Override
        public List<Node> children()
        {
            return List.copyOf(bindings);
        }
    }

    /// `let { …; body = …; }`, the form from before `let … in`.
    record LegacyLet(int start, int end, List<Binding> bindings) implements Expression
    {
        public LegacyLet
        {
            bindings = List.copyOf(bindings);
        }

        @Override
        public List<Node> children()
        {
            return List.copyOf(bindings);
        }
    }

    /// `[ … ]`.
    record ListLiteral(int start, int end, List<Expression> elements) implements Expression
    {
        public ListLiteral
        {
            elements = List.copyOf(elements);
        }

        @Override
        public List<Node> children()
        {
            return List.copyOf(elements);
        }
    }

    /// `subject.path`, `subject.path or otherwise`.
    record Select(int start, int end, Expression subject, AttributePath path, Optional<Expression> otherwise) implements Expression
    {
        public Select
        {
            requireNonNull(subject, "subject is null");
            requireNonNull(path, "path is null");
            requireNonNull(otherwise, "otherwise is null");
        }

        @Override
        public List<Node> children()
        {
            return otherwise.isPresent() ? List.of(subject, path, otherwise.get()) : List.of(subject, path);
        }
    }

    /// `subject ? path`.
    record HasAttribute(int start, int end, Expression subject, AttributePath path) implements Expression
    {
        public HasAttribute
        {
            requireNonNull(subject, "subject is null");
            requireNonNull(path, "path is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(subject, path);
        }
    }

    /// A function with its arguments, at least one.
    record Apply(int start, int end, Expression function, List<Expression> arguments) implements Expression
    {
        public Apply
        {
            requireNonNull(function, "function is null");
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Node> children()
        {
            List<Node> children = new ArrayList<>(arguments.size() + 1);
            children.add(function);
            children.addAll(arguments);
            return children;
        }
    }

    /// `!operand` or `-operand`.
    record Prefixed(int start, int end, boolean negation, Expression operand) implements Expression
    {
        public Prefixed
        {
            requireNonNull(operand, "operand is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(operand);
        }
    }

    /// Operands joined by operators of one strength: one operator fewer than operands.
    record Operation(int start, int end, List<Expression> operands, List<Operator> operators) implements Expression
    {
        public Operation
        {
            operands = List.copyOf(operands);
            operators = List.copyOf(operators);
        }

        @Override
        public List<Node> children()
        {
            return List.copyOf(operands);
        }
    }

    /// `parameter: body`.
    record Lambda(int start, int end, Parameter parameter, Expression body) implements Expression
    {
        public Lambda
        {
            requireNonNull(parameter, "parameter is null");
            requireNonNull(body, "body is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(parameter, body);
        }
    }

    /// `let bindings in body`.
    record Let(int start, int end, List<Binding> bindings, Expression body) implements Expression
    {
        public Let
        {
            bindings = List.copyOf(bindings);
            requireNonNull(body, "body is null");
        }

        @Override
        public List<Node> children()
        {
            List<Node> children = new ArrayList<>(bindings.size() + 1);
            children.addAll(bindings);
            children.add(body);
            return children;
        }
    }

    /// `with scope; body`.
    record With(int start, int end, Expression scope, Expression body) implements Expression
    {
        public With
        {
            requireNonNull(scope, "scope is null");
            requireNonNull(body, "body is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(scope, body);
        }
    }

    /// `assert condition; body`.
    record Assert(int start, int end, Expression condition, Expression body) implements Expression
    {
        public Assert
        {
            requireNonNull(condition, "condition is null");
            requireNonNull(body, "body is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(condition, body);
        }
    }

    /// `if condition then consequent else alternative`.
    record If(int start, int end, Expression condition, Expression consequent, Expression alternative) implements Expression
    {
        public If
        {
            requireNonNull(condition, "condition is null");
            requireNonNull(consequent, "consequent is null");
            requireNonNull(alternative, "alternative is null");
        }

        @Override
        public List<Node> children()
        {
            return List.of(condition, consequent, alternative);
        }
    }

    /// Where an expression should be and is not: the tokens that stand there instead, or none.
    record Invalid(int start, int end) implements Expression
    {}
}
