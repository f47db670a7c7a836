package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Parses what stands in sets and after `let`: `path = value;`, `inherit names;`.
final class BindingParser
{
    private final Cursor cursor;
    private final ExpressionParser expressions;

    BindingParser(Cursor cursor, ExpressionParser expressions)
    {
        this.cursor = requireNonNull(cursor, "cursor is null");
        this.expressions = requireNonNull(expressions, "expressions is null");
    }

    /// Parses bindings up to the token that ends them, which is left.
    List<Binding> until(TokenKind close)
    {
        List<Binding> bindings = new ArrayList<>();
        boolean shallow = cursor.enter();
        while (shallow && !cursor.at(close) && !endsAnother()) {
            if (cursor.at(TokenKind.INHERIT)) {
                bindings.add(inherit());
            }
            else if (startsName()) {
                bindings.add(attribute());
            }
            else {
                cursor.fail(close == TokenKind.IN ? "'in' or a definition" : "'}' or an attribute");
                bindings.add(unreadable());
            }
        }
        cursor.leave();
        return bindings;
    }

    /// Parses names joined by dots.
    AttributePath path()
    {
        int start = cursor.start();
        List<AttributeName> names = new ArrayList<>(2);
        if (!startsName()) {
            cursor.fail("the name of an attribute");
            int gap = cursor.previousEnd();
            return new AttributePath(gap, gap, List.of(new AttributeName.Plain(gap, gap, "")));
        }
        names.add(name());
        while (cursor.at(TokenKind.DOT)) {
            cursor.advance();
            if (!startsName()) {
                cursor.fail("the name of an attribute after '.'");
                break;
            }
            names.add(name());
        }
        return new AttributePath(start, cursor.previousEnd(), names);
    }

    private boolean startsName()
    {
        return switch (cursor.kind()) {
            case IDENTIFIER, OR, STRING_OPEN, INTERPOLATION -> true;
            default -> false;
        };
    }

    private AttributeName name()
    {
        int start = cursor.start();
        if (cursor.at(TokenKind.STRING_OPEN)) {
            Expression.StringLiteral string = expressions.string();
            return new AttributeName.Quoted(string, StringValue.of(cursor.source(), string));
        }
        if (cursor.at(TokenKind.INTERPOLATION)) {
            StringPart.Interpolation part = expressions.interpolation();
            return new AttributeName.Dynamic(part.start(), part.end(), part.expression(),
                    StringValue.of(cursor.source(), part.expression()));
        }
        AttributeName.Plain plain = new AttributeName.Plain(start, cursor.end(), cursor.word());
        cursor.advance();
        return plain;
    }

    private Binding attribute()
    {
        int start = cursor.start();
        AttributePath path = path();
        if (!cursor.at(TokenKind.ASSIGN)) {
            cursor.fail("'=' after " + shown(path));
            int gap = cursor.previousEnd();
            endsWithSemicolon();
            return new Binding.Attribute(start, cursor.previousEnd(), path, new Expression.Invalid(gap, gap));
        }
        cursor.advance();
        if (!expressions.startsHere()) {
            cursor.fail("a value for " + shown(path));
        }
        Expression value = expressions.expression("a value");
        if (!endsWithSemicolon()) {
            cursor.fail("';' after the value of " + shown(path));
        }
        return new Binding.Attribute(start, cursor.previousEnd(), path, value);
    }

    private boolean endsWithSemicolon()
    {
        boolean ends = cursor.at(TokenKind.SEMICOLON);
        if (ends) {
            cursor.advance();
        }
        return ends;
    }

    private String shown(AttributePath path)
    {
        String written = cursor.text(path.start(), path.end());
        return written.length() <= 60 ? written : written.substring(0, 57) + "...";
    }

    private Binding inherit()
    {
        int start = cursor.start();
        cursor.advance();
        Optional<Expression> source = Optional.empty();
        if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            cursor.advance();
            source = Optional.of(expressions.expression("an expression after 'inherit ('"));
            cursor.expect(TokenKind.RIGHT_PARENTHESIS, " after the source of 'inherit'");
        }
        List<AttributeName> names = new ArrayList<>();
        while (startsName() && !expressions.isNextBinding()) {
            names.add(name());
        }
        cursor.expect(TokenKind.SEMICOLON, " after the names of 'inherit'");
        return new Binding.Inherit(start, cursor.previousEnd(), source, names);
    }

    private Binding unreadable()
    {
        int start = cursor.start();
        do {
            cursor.advance();
        } while (!cursor.at(TokenKind.SEMICOLON) && !cursor.at(TokenKind.RIGHT_BRACE) && !endsAnother() && !startsBindingOnNewLine());
        if (cursor.at(TokenKind.SEMICOLON)) {
            cursor.advance();
        }
        return new Binding.Unreadable(start, cursor.previousEnd());
    }

    private boolean startsBindingOnNewLine()
    {
        return cursor.at(TokenKind.INHERIT) || (startsName() && cursor.isOnNewLine());
    }

    /// Tells whether this token ends something around the set, so that the set ends before it.
    private boolean endsAnother()
    {
        return switch (cursor.kind()) {
            case RIGHT_BRACE, IN, THEN, ELSE, STRING_TEXT, STRING_CLOSE, INDENTED_CLOSE, PATH_TEXT, PATH_END, END -> true;
            default -> false;
        };
    }
}
