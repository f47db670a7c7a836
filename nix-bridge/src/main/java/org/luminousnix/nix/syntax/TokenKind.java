package org.luminousnix.nix.syntax;

import static java.util.Objects.requireNonNull;

/// What a [Tokens] entry is, as Nix's own lexer tells them apart; white space and comments are tokens too.
public enum TokenKind
{
    WHITESPACE("white space"),
    LINE_COMMENT("a comment"),
    BLOCK_COMMENT("a comment"),
    IDENTIFIER("an identifier"),
    INTEGER("an integer"),
    FLOAT("a number"),
    SEARCH_PATH("a search path"),
    URI("a URI"),
    IF("'if'"),
    THEN("'then'"),
    ELSE("'else'"),
    ASSERT("'assert'"),
    WITH("'with'"),
    LET("'let'"),
    IN("'in'"),
    REC("'rec'"),
    INHERIT("'inherit'"),
    OR("'or'"),
    ELLIPSIS("'...'"),
    EQUAL("'=='"),
    NOT_EQUAL("'!='"),
    LESS("'<'"),
    LESS_EQUAL("'<='"),
    GREATER("'>'"),
    GREATER_EQUAL("'>='"),
    LOGICAL_AND("'&&'"),
    LOGICAL_OR("'||'"),
    IMPLIES("'->'"),
    UPDATE("'//'"),
    CONCAT("'++'"),
    PLUS("'+'"),
    MINUS("'-'"),
    STAR("'*'"),
    SLASH("'/'"),
    NOT("'!'"),
    QUESTION("'?'"),
    ASSIGN("'='"),
    SEMICOLON("';'"),
    COLON("':'"),
    COMMA("','"),
    AT("'@'"),
    DOT("'.'"),
    LEFT_BRACE("'{'"),
    RIGHT_BRACE("'}'"),
    LEFT_BRACKET("'['"),
    RIGHT_BRACKET("']'"),
    LEFT_PARENTHESIS("'('"),
    RIGHT_PARENTHESIS("')'"),
    /// `${`, in strings, paths and attribute paths.
    INTERPOLATION("'${'"),
    /// A double quote that opens a string.
    STRING_OPEN("a string"),
    /// A double quote that closes a string.
    STRING_CLOSE("'\"'"),
    /// Two single quotes that open an indented string.
    INDENTED_OPEN("a string"),
    /// Two single quotes that close an indented string.
    INDENTED_CLOSE("\"''\""),
    /// Text within a string of either kind, escapes included.
    STRING_TEXT("text"),
    /// The first literal part of a path.
    PATH("a path"),
    /// A further literal part of a path, after an interpolation.
    PATH_TEXT("a part of a path"),
    /// The end of a path; it has no characters.
    PATH_END("the end of the path"),
    /// A character that begins no token of Nix.
    UNKNOWN("a character that Nix does not know"),
    /// The end of the text; it has no characters.
    END("the end of the file");

    private final String shown;

    TokenKind(String shown)
    {
        this.shown = requireNonNull(shown, "shown is null");
    }

    /// Returns how the kind is named in a message to a person.
    public String shown()
    {
        return shown;
    }

    /// Tells whether tokens of this kind mean nothing to Nix: white space and comments.
    public boolean isTrivia()
    {
        return this == WHITESPACE || isComment();
    }

    /// Tells whether this is a comment of either form.
    public boolean isComment()
    {
        return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
