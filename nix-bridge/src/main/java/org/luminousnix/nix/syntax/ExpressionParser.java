package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Parses expressions: by recursive descent, operators by their strength. The rules are those of Nix's grammar, named as there.
final class ExpressionParser
{
    private final Cursor cursor;
    private final BindingParser bindings;
    private final FunctionParser functions;
    private final SimpleParser simple;

    ExpressionParser(Cursor cursor)
    {
        this.cursor = requireNonNull(cursor, "cursor is null");
        this.bindings = new BindingParser(cursor, this);
        this.functions = new FunctionParser(cursor, this);
        this.simple = new SimpleParser(cursor, this, bindings);
    }

    SourceFile file(int length)
    {
        Expression expression = expression("an expression");
        Optional<Expression.Invalid> rest = Optional.empty();
        if (!cursor.at(TokenKind.END)) {
            cursor.fail("the end of the file");
            int start = cursor.start();
            while (!cursor.at(TokenKind.END)) {
                cursor.advance();
            }
            rest = Optional.of(new Expression.Invalid(start, cursor.previousEnd()));
        }
        return new SourceFile(length, expression, rest);
    }

    /// Parses `expr`. What is told of it in a message, should none stand here, is `expected`.
    Expression expression(String expected)
    {
        if (!cursor.enter()) {
            cursor.leave();
            return new Expression.Invalid(cursor.previousEnd(), cursor.previousEnd());
        }
        Expression expression = switch (cursor.kind()) {
            case IDENTIFIER, LEFT_BRACE -> functions.startsHere() ? functions.lambda() : operation(0, expected);
            case LET -> cursor.peek(1) == TokenKind.LEFT_BRACE ? operation(0, expected) : let();
            case WITH -> with();
            case ASSERT -> assertion();
            case IF -> condition();
            default -> operation(0, expected);
        };
        cursor.leave();
        return expression;
    }

    /// Tells whether an expression begins here.
    boolean startsHere()
    {
        return simple.startsHere() || switch (cursor.kind()) {
            case NOT, MINUS, LET, WITH, ASSERT, IF -> true;
            default -> false;
        };
    }

    Expression.StringLiteral string()
    {
        return simple.string(TokenKind.STRING_CLOSE);
    }

    StringPart.Interpolation interpolation()
    {
        return simple.interpolation();
    }

    private Expression let()
    {
        int start = cursor.start();
        cursor.advance();
        List<Binding> bound = bindings.until(TokenKind.IN);
        cursor.expect(TokenKind.IN, " after the definitions of 'let'");
        Expression body = expression("an expression after 'in'");
        return new Expression.Let(start, cursor.previousEnd(), bound, body);
    }

    private Expression with()
    {
        int start = cursor.start();
        cursor.advance();
        Expression scope = expression("an expression after 'with'");
        cursor.expect(TokenKind.SEMICOLON, " after the set of 'with'");
        Expression body = expression("an expression after 'with'");
        return new Expression.With(start, cursor.previousEnd(), scope, body);
    }

    private Expression assertion()
    {
        int start = cursor.start();
        cursor.advance();
        Expression condition = expression("a condition after 'assert'");
        cursor.expect(TokenKind.SEMICOLON, " after the condition of 'assert'");
        Expression body = expression("an expression after 'assert'");
        return new Expression.Assert(start, cursor.previousEnd(), condition, body);
    }

    private Expression condition()
    {
        int start = cursor.start();
        cursor.advance();
        Expression condition = expression("a condition after 'if'");
        cursor.expect(TokenKind.THEN, " after the condition of 'if'");
        Expression consequent = expression("an expression after 'then'");
        cursor.expect(TokenKind.ELSE, " after the expression of 'then'");
        Expression alternative = expression("an expression after 'else'");
        return new Expression.If(start, cursor.previousEnd(), condition, consequent, alternative);
    }

    private Expression operation(int weakest, String expected)
    {
        Expression left = operand(expected);
        while (true) {
            if (cursor.at(TokenKind.QUESTION) && weakest <= Operator.HAS_ATTRIBUTE_STRENGTH) {
                cursor.advance();
                AttributePath path = bindings.path();
                left = new Expression.HasAttribute(left.start(), cursor.previousEnd(), left, path);
                continue;
            }
            Operator operator = operator(cursor.kind());
            if (operator == null || operator.strength() < weakest) {
                return left;
            }
            left = chain(left, operator.strength());
        }
    }

    private Expression chain(Expression first, int strength)
    {
        List<Expression> operands = new ArrayList<>();
        List<Operator> operators = new ArrayList<>();
        operands.add(first);
        Operator operator = operator(cursor.kind());
        while (operator != null && operator.strength() == strength) {
            if (operator.isNonAssociative() && !operators.isEmpty()) {
                cursor.fail("parentheses, since comparisons cannot be chained");
            }
            operators.add(operator);
            cursor.advance();
            operands.add(operation(strength + 1, "an expression after '" + operator.symbol() + "'"));
            operator = operator(cursor.kind());
        }
        return new Expression.Operation(first.start(), cursor.previousEnd(), operands, operators);
    }

    private Expression operand(String expected)
    {
        if (!cursor.at(TokenKind.NOT) && !cursor.at(TokenKind.MINUS)) {
            return application(expected);
        }
        boolean negation = cursor.at(TokenKind.NOT);
        int start = cursor.start();
        cursor.advance();
        Expression operand = new Expression.Invalid(cursor.previousEnd(), cursor.previousEnd());
        if (cursor.enter()) {
            operand = operation(negation ? Operator.NOT_STRENGTH : Operator.NEGATE_STRENGTH, "an expression");
        }
        cursor.leave();
        return new Expression.Prefixed(start, cursor.previousEnd(), negation, operand);
    }

    private Expression application(String expected)
    {
        Expression function = selection(expected);
        if (!simple.startsHere() || isNextBinding()) {
            return function;
        }
        List<Expression> arguments = new ArrayList<>(2);
        while (simple.startsHere() && !isNextBinding()) {
            arguments.add(selection("an argument"));
        }
        return new Expression.Apply(function.start(), cursor.previousEnd(), function, arguments);
    }

    /// Tells whether a new line begins with a binding, which no argument or element can be: the mark of a forgotten `;` or `]`.
    boolean isNextBinding()
    {
        if (!cursor.at(TokenKind.IDENTIFIER) || !cursor.isOnNewLine()) {
            return false;
        }
        int ahead = 1;
        while (cursor.peek(ahead) == TokenKind.DOT && cursor.peek(ahead + 1) == TokenKind.IDENTIFIER && ahead < 16) {
            ahead += 2;
        }
        return cursor.peek(ahead) == TokenKind.ASSIGN;
    }

    /// Parses `expr_select`.
    Expression selection(String expected)
    {
        Expression subject = simple.parse(expected);
        if (cursor.at(TokenKind.DOT)) {
            cursor.advance();
            AttributePath path = bindings.path();
            Optional<Expression> otherwise = cursor.at(TokenKind.OR) ? otherwise() : Optional.empty();
            return new Expression.Select(subject.start(), cursor.previousEnd(), subject, path, otherwise);
        }
        if (cursor.at(TokenKind.OR) && !(subject instanceof Expression.Invalid)) {
            // Nix keeps this for a function of nixpkgs that was called "or".
            Expression or = new Expression.Identifier(cursor.start(), cursor.end(), "or");
            cursor.advance();
            return new Expression.Apply(subject.start(), cursor.previousEnd(), subject, List.of(or));
        }
        return subject;
    }

    private Optional<Expression> otherwise()
    {
        cursor.advance();
        Optional<Expression> otherwise = Optional.empty();
        if (cursor.enter()) {
            otherwise = Optional.of(selection("an expression after 'or'"));
        }
        cursor.leave();
        return otherwise;
    }

    private static Operator operator(TokenKind kind)
    {
        return switch (kind) {
            case IMPLIES -> Operator.IMPLIES;
            case LOGICAL_OR -> Operator.OR;
            case LOGICAL_AND -> Operator.AND;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case LESS_EQUAL -> Operator.LESS_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_EQUAL -> Operator.GREATER_EQUAL;
            case UPDATE -> Operator.UPDATE;
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUBTRACT;
            case STAR -> Operator.MULTIPLY;
            case SLASH -> Operator.DIVIDE;
            case CONCAT -> Operator.CONCAT;
            default -> null;
        };
    }
}
