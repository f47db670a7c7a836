package org.luminousnix.nix.syntax;

import java.util.ArrayList;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// Parses what stands for itself, `expr_simple`: names, literals, sets, lists, parentheses.
final class SimpleParser
{
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final BindingParser bindings;

    SimpleParser(Cursor cursor, ExpressionParser expressions, BindingParser bindings)
    {
        this.cursor = requireNonNull(cursor, "cursor is null");
        this.expressions = requireNonNull(expressions, "expressions is null");
        this.bindings = requireNonNull(bindings, "bindings is null");
    }

    /// Tells whether an `expr_simple` begins here.
    boolean startsHere()
    {
        return switch (cursor.kind()) {
            case IDENTIFIER, INTEGER, FLOAT, SEARCH_PATH, URI, REC, LEFT_BRACE, LEFT_BRACKET, LEFT_PARENTHESIS, STRING_OPEN, INDENTED_OPEN,
                    PATH ->
                true;
            case LET -> cursor.peek(1) == TokenKind.LEFT_BRACE;
            default -> false;
        };
    }

    Expression parse(String expected)
    {
        int start = cursor.start();
        return switch (cursor.kind()) {
            case IDENTIFIER -> identifier();
            case INTEGER -> new Expression.IntegerLiteral(start, step());
            case FLOAT -> new Expression.FloatLiteral(start, step());
            case SEARCH_PATH -> new Expression.SearchPath(start, step());
            case URI -> new Expression.UriLiteral(start, step());
            case STRING_OPEN -> string(TokenKind.STRING_CLOSE);
            case INDENTED_OPEN -> string(TokenKind.INDENTED_CLOSE);
            case PATH -> path();
            case LEFT_PARENTHESIS -> parenthesized();
            case LEFT_BRACKET -> list();
            case LEFT_BRACE -> set(start, false);
            case REC -> recursiveSet();
            case LET -> legacyLet(expected);
            default -> invalid(expected);
        };
    }

    /// Parses a string in double quotes, or an indented one.
    Expression.StringLiteral string(TokenKind close)
    {
        int start = cursor.start();
        cursor.advance();
        List<StringPart> parts = parts(TokenKind.STRING_TEXT, new ArrayList<>(1));
        if (cursor.at(close)) {
            cursor.advance();
        }
        else {
            cursor.fail(close.shown() + " at the end of the string that begins with " + opening(start));
        }
        return new Expression.StringLiteral(start, cursor.previousEnd(), close == TokenKind.INDENTED_CLOSE, parts);
    }

    private String opening(int start)
    {
        String text = cursor.text(start, Math.min(cursor.previousEnd(), start + 20));
        return text.lines().findFirst().orElse(text);
    }

    private Expression path()
    {
        int start = cursor.start();
        List<StringPart> parts = new ArrayList<>(1);
        parts.add(new StringPart.Text(start, step()));
        parts(TokenKind.PATH_TEXT, parts);
        int end = cursor.previousEnd();
        cursor.expect(TokenKind.PATH_END, "");
        return new Expression.PathLiteral(start, end, parts);
    }

    private List<StringPart> parts(TokenKind text, List<StringPart> parts)
    {
        while (true) {
            int start = cursor.start();
            if (cursor.at(text)) {
                parts.add(new StringPart.Text(start, step()));
            }
            else if (cursor.at(TokenKind.INTERPOLATION)) {
                parts.add(interpolation());
            }
            else {
                return parts;
            }
        }
    }

    /// Parses `${ expr }`.
    StringPart.Interpolation interpolation()
    {
        int start = cursor.start();
        cursor.advance();
        Expression expression = expressions.expression("an expression after '${'");
        if (!cursor.expect(TokenKind.RIGHT_BRACE, " after the expression of '${'")) {
            skipPast(TokenKind.RIGHT_BRACE);
        }
        return new StringPart.Interpolation(start, cursor.previousEnd(), expression);
    }

    private Expression parenthesized()
    {
        int start = cursor.start();
        cursor.advance();
        Expression inner = expressions.expression("an expression after '('");
        if (!cursor.expect(TokenKind.RIGHT_PARENTHESIS, " after the expression of '('")) {
            skipPast(TokenKind.RIGHT_PARENTHESIS);
        }
        return new Expression.Parenthesized(start, cursor.previousEnd(), inner);
    }

    private Expression list()
    {
        int start = cursor.start();
        cursor.advance();
        List<Expression> elements = new ArrayList<>();
        if (cursor.enter()) {
            elements(elements);
        }
        cursor.leave();
        cursor.expect(TokenKind.RIGHT_BRACKET, " or an element of the list");
        return new Expression.ListLiteral(start, cursor.previousEnd(), elements);
    }

    private void elements(List<Expression> elements)
    {
        while (!cursor.at(TokenKind.RIGHT_BRACKET) && !cursor.at(TokenKind.END)) {
            if (startsHere() && !expressions.isNextBinding()) {
                elements.add(expressions.selection("an element of the list"));
            }
            else if (isForAnother() || startsHere()) {
                return;
            }
            else {
                cursor.fail("']' or an element of the list");
                int start = cursor.start();
                elements.add(new Expression.Invalid(start, step()));
            }
        }
    }

    /// Tells whether this token must be part of something around: what is open ends before it.
    private boolean isForAnother()
    {
        return switch (cursor.kind()) {
            case SEMICOLON, RIGHT_BRACE, RIGHT_PARENTHESIS, IN, THEN, ELSE, INHERIT, STRING_CLOSE, INDENTED_CLOSE, STRING_TEXT, PATH_TEXT,
                    PATH_END ->
                true;
            default -> false;
        };
    }

    private Expression recursiveSet()
    {
        int start = cursor.start();
        cursor.advance();
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            return set(start, true);
        }
        cursor.fail("'{' after 'rec'");
        return new Expression.Invalid(start, cursor.previousEnd());
    }

    private Expression set(int start, boolean recursive)
    {
        cursor.advance();
        List<Binding> bound = bindings.until(TokenKind.RIGHT_BRACE);
        cursor.expect(TokenKind.RIGHT_BRACE, " or a further attribute");
        return new Expression.AttributeSet(start, cursor.previousEnd(), recursive, bound);
    }

    private Expression legacyLet(String expected)
    {
        if (!startsHere()) {
            return invalid(expected);
        }
        int start = cursor.start();
        cursor.advance();
        cursor.advance();
        List<Binding> bound = bindings.until(TokenKind.RIGHT_BRACE);
        cursor.expect(TokenKind.RIGHT_BRACE, " or a further definition");
        return new Expression.LegacyLet(start, cursor.previousEnd(), bound);
    }

    private Expression.Identifier identifier()
    {
        Expression.Identifier identifier = new Expression.Identifier(cursor.start(), cursor.end(), cursor.word());
        cursor.advance();
        return identifier;
    }

    private Expression invalid(String expected)
    {
        cursor.fail(expected);
        boolean stays = isForAnother() || switch (cursor.kind()) {
            case END, RIGHT_BRACKET, ASSIGN, COMMA, LET -> true;
            default -> false;
        };
        int start = stays ? cursor.previousEnd() : cursor.start();
        return new Expression.Invalid(start, stays ? start : step());
    }

    private void skipPast(TokenKind close)
    {
        while (!isForAnother() && !cursor.at(TokenKind.END) && !cursor.at(TokenKind.RIGHT_BRACKET)) {
            cursor.advance();
        }
        if (cursor.at(close)) {
            cursor.advance();
        }
    }

    private int step()
    {
        cursor.advance();
        return cursor.previousEnd();
    }
}
