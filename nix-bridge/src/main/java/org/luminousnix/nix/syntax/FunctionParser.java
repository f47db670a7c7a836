package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Parses functions: `x: …`, `{ a, b ? 1, ... }@x: …`.
final class FunctionParser
{
    private final Cursor cursor;
    private final ExpressionParser expressions;

    FunctionParser(Cursor cursor, ExpressionParser expressions)
    {
        this.cursor = requireNonNull(cursor, "cursor is null");
        this.expressions = requireNonNull(expressions, "expressions is null");
    }

    /// Tells whether what begins here is a function, not a name or a set.
    boolean startsHere()
    {
        TokenKind next = cursor.peek(1);
        if (cursor.at(TokenKind.IDENTIFIER)) {
            return next == TokenKind.COLON || next == TokenKind.AT;
        }
        return switch (next) {
            case ELLIPSIS -> true;
            case RIGHT_BRACE -> isAfterFormals(cursor.peek(2));
            case IDENTIFIER -> switch (cursor.peek(2)) {
                case COMMA, QUESTION -> true;
                case RIGHT_BRACE -> isAfterFormals(cursor.peek(3));
                default -> false;
            };
            default -> false;
        };
    }

    Expression lambda()
    {
        int start = cursor.start();
        Parameter parameter = cursor.at(TokenKind.IDENTIFIER) ? named() : formals(Optional.empty());
        cursor.expect(TokenKind.COLON, " after the argument of the function");
        Expression body = expressions.expression("the body of the function");
        return new Expression.Lambda(start, cursor.previousEnd(), parameter, body);
    }

    private static boolean isAfterFormals(TokenKind kind)
    {
        return kind == TokenKind.COLON || kind == TokenKind.AT;
    }

    private Parameter named()
    {
        Expression.Identifier name = identifier();
        if (!cursor.at(TokenKind.AT)) {
            return new Parameter.Named(name);
        }
        cursor.advance();
        if (!cursor.at(TokenKind.LEFT_BRACE)) {
            cursor.fail("'{' after '@'");
            return new Parameter.Named(name);
        }
        return formals(Optional.of(name));
    }

    private Parameter formals(Optional<Expression.Identifier> before)
    {
        int brace = cursor.start();
        cursor.advance();
        List<Formal> formals = new ArrayList<>();
        boolean more = true;
        while (more && cursor.at(TokenKind.IDENTIFIER)) {
            formals.add(formal());
            more = cursor.at(TokenKind.COMMA);
            if (more) {
                cursor.advance();
            }
        }
        boolean open = more && cursor.at(TokenKind.ELLIPSIS);
        if (open) {
            cursor.advance();
        }
        if (!cursor.expect(TokenKind.RIGHT_BRACE, " after the arguments of the function")) {
            skipToColon();
        }
        Optional<Expression.Identifier> whole = before;
        if (before.isEmpty() && cursor.at(TokenKind.AT)) {
            cursor.advance();
            whole = nameAfterAt();
        }
        return new Parameter.Formals(before.map(Expression.Identifier::start).orElse(brace), cursor.previousEnd(), brace, whole, formals,
                open);
    }

    private Optional<Expression.Identifier> nameAfterAt()
    {
        if (cursor.at(TokenKind.IDENTIFIER)) {
            return Optional.of(identifier());
        }
        cursor.fail("a name after '@'");
        return Optional.empty();
    }

    private void skipToColon()
    {
        while (!cursor.at(TokenKind.COLON) && !cursor.at(TokenKind.RIGHT_BRACE) && !cursor.at(TokenKind.SEMICOLON)
                && !cursor.at(TokenKind.END)) {
            cursor.advance();
        }
        if (cursor.at(TokenKind.RIGHT_BRACE)) {
            cursor.advance();
        }
    }

    private Formal formal()
    {
        Expression.Identifier name = identifier();
        if (!cursor.at(TokenKind.QUESTION)) {
            return new Formal(name, Optional.empty());
        }
        cursor.advance();
        return new Formal(name, Optional.of(expressions.expression("what '" + name.name() + "' is when it is not given")));
    }

    private Expression.Identifier identifier()
    {
        Expression.Identifier identifier = new Expression.Identifier(cursor.start(), cursor.end(), cursor.word());
        cursor.advance();
        return identifier;
    }
}
