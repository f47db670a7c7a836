package org.luminousnix.nix.syntax;

import java.util.Arrays;

import static java.util.Objects.requireNonNull;

/// Cuts a text into tokens by the rules of Nix's lexer: the longest match wins, and a stack of states tells code from strings and paths.
final class Lexer
{
    private static final byte BOTTOM = 0;
    private static final byte CODE = 1;
    private static final byte STRING = 2;
    private static final byte INDENTED = 3;
    private static final byte IN_PATH = 4;
    private static final byte IN_PATH_AFTER_SLASH = 5;

    private final char[] text;
    private final Tokens tokens;
    private final Errors errors;
    private final Words words;
    private byte[] states = new byte[64];
    private int top;
    private int at;
    private boolean commentIsOpen;

    private Lexer(String text, Errors errors)
    {
        // The two zeros let every rule look two characters ahead without asking for the end.
        this.text = Arrays.copyOf(text.toCharArray(), text.length() + 2);
        this.tokens = new Tokens(text);
        this.errors = requireNonNull(errors, "errors is null");
        this.words = new Words(this.text);
    }

    static Tokens lex(String text, Errors errors)
    {
        Lexer lexer = new Lexer(text, errors);
        lexer.run();
        return lexer.tokens;
    }

    private void run()
    {
        int length = text.length - 2;
        while (at < length) {
            switch (states[top]) {
                case STRING -> string(length);
                case INDENTED -> indented(length);
                case IN_PATH, IN_PATH_AFTER_SLASH -> path();
                default -> code(length);
            }
        }
        if (states[top] == IN_PATH || states[top] == IN_PATH_AFTER_SLASH) {
            endPath();
        }
        tokens.add(TokenKind.END, length);
    }

    private void code(int length)
    {
        char character = text[at];
        if (character == ' ' || character == '\n' || character == '\t' || character == '\r') {
            whitespace();
        }
        else if (character == '#') {
            lineComment(length);
        }
        else if (character == '/' && text[at + 1] == '*' && !commentIsOpen) {
            blockComment(length);
        }
        else if (Words.isPathCharacter(character) || character == '/' || character == '~' || character == '<') {
            word();
        }
        else {
            symbol(character);
        }
    }

    private void whitespace()
    {
        int end = at + 1;
        while (text[end] == ' ' || text[end] == '\n' || text[end] == '\t' || text[end] == '\r') {
            end++;
        }
        emit(TokenKind.WHITESPACE, end);
    }

    private void lineComment(int length)
    {
        int end = at + 1;
        while (end < length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        emit(TokenKind.LINE_COMMENT, end);
    }

    private void blockComment(int length)
    {
        for (int index = at + 2; index + 1 < length; index++) {
            if (text[index] == '*' && text[index + 1] == '/') {
                emit(TokenKind.BLOCK_COMMENT, index + 2);
                return;
            }
        }
        // Nix then takes the slash for a division; looking for an end once is enough, since there is none behind this place either.
        commentIsOpen = true;
    }

    private void word()
    {
        int pathEnd = words.pathEnd(at);
        if (pathEnd > 0) {
            push(text[pathEnd - 1] == '/' ? IN_PATH_AFTER_SLASH : IN_PATH);
            emit(TokenKind.PATH, pathEnd);
            return;
        }
        TokenKind kind = words.scan(at);
        if (words.isOutOfRange()) {
            String digits = new String(text, at, words.end() - at);
            errors.add(at,
                    kind == TokenKind.INTEGER ? "the integer " + digits + " is too large" : "the number " + digits + " is out of range");
        }
        emit(kind, words.end());
    }

    private void symbol(char character)
    {
        switch (character) {
            case '{' -> {
                push(CODE);
                emit(TokenKind.LEFT_BRACE, at + 1);
            }
            case '}' -> {
                pop();
                emit(TokenKind.RIGHT_BRACE, at + 1);
            }
            case '$' -> interpolation();
            case '"' -> {
                push(STRING);
                emit(TokenKind.STRING_OPEN, at + 1);
            }
            case '\'' -> indentedOpen();
            case '=' -> either('=', TokenKind.EQUAL, TokenKind.ASSIGN);
            case '!' -> either('=', TokenKind.NOT_EQUAL, TokenKind.NOT);
            case '>' -> either('=', TokenKind.GREATER_EQUAL, TokenKind.GREATER);
            case '&' -> either('&', TokenKind.LOGICAL_AND, TokenKind.UNKNOWN);
            case '|' -> either('|', TokenKind.LOGICAL_OR, TokenKind.UNKNOWN);
            case ';' -> emit(TokenKind.SEMICOLON, at + 1);
            case ':' -> emit(TokenKind.COLON, at + 1);
            case ',' -> emit(TokenKind.COMMA, at + 1);
            case '@' -> emit(TokenKind.AT, at + 1);
            case '?' -> emit(TokenKind.QUESTION, at + 1);
            case '*' -> emit(TokenKind.STAR, at + 1);
            case '[' -> emit(TokenKind.LEFT_BRACKET, at + 1);
            case ']' -> emit(TokenKind.RIGHT_BRACKET, at + 1);
            case '(' -> emit(TokenKind.LEFT_PARENTHESIS, at + 1);
            case ')' -> emit(TokenKind.RIGHT_PARENTHESIS, at + 1);
            default -> emit(TokenKind.UNKNOWN, at + 1);
        }
    }

    private void either(char second, TokenKind both, TokenKind first)
    {
        if (text[at + 1] == second) {
            emit(both, at + 2);
        }
        else {
            emit(first, at + 1);
        }
    }

    private void interpolation()
    {
        if (text[at + 1] == '{') {
            push(CODE);
            emit(TokenKind.INTERPOLATION, at + 2);
        }
        else {
            emit(TokenKind.UNKNOWN, at + 1);
        }
    }

    private void indentedOpen()
    {
        if (text[at + 1] == '\'') {
            push(INDENTED);
            emit(TokenKind.INDENTED_OPEN, at + 2);
        }
        else {
            emit(TokenKind.UNKNOWN, at + 1);
        }
    }

    private void string(int length)
    {
        int end = at;
        while (end < length && text[end] != '"') {
            if (text[end] == '\\') {
                end += 2;
            }
            else if (text[end] != '$' || text[end + 1] == '"') {
                end++;
            }
            else if (text[end + 1] == '{') {
                break;
            }
            else {
                end += text[end + 1] == '\\' ? 3 : 2;
            }
        }
        if (end > at) {
            emit(TokenKind.STRING_TEXT, Math.min(end, length));
        }
        else if (text[at] == '"') {
            pop();
            emit(TokenKind.STRING_CLOSE, at + 1);
        }
        else {
            push(CODE);
            emit(TokenKind.INTERPOLATION, at + 2);
        }
    }

    private void indented(int length)
    {
        int end = at;
        while (end < length) {
            char character = text[end];
            if ((character == '$' && text[end + 1] == '{') || (character == '\'' && isIndentedClose(end, length))) {
                break;
            }
            end += indentedStep(end);
        }
        if (end > at) {
            emit(TokenKind.STRING_TEXT, Math.min(end, length));
        }
        else if (text[at] == '\'') {
            pop();
            emit(TokenKind.INDENTED_CLOSE, at + 2);
        }
        else {
            push(CODE);
            emit(TokenKind.INTERPOLATION, at + 2);
        }
    }

    private boolean isIndentedClose(int index, int length)
    {
        if (text[index + 1] != '\'') {
            return false;
        }
        boolean escapes = index + 2 < length
                && (text[index + 2] == '$' || text[index + 2] == '\'' || (text[index + 2] == '\\' && index + 3 < length));
        return !escapes;
    }

    private int indentedStep(int index)
    {
        char character = text[index];
        char next = text[index + 1];
        if (character == '\'' && next == '\'') {
            return text[index + 2] == '\\' ? 4 : 3;
        }
        if (character == '$') {
            return next == '\'' ? 1 : 2;
        }
        return character == '\'' && next != '$' ? 2 : 1;
    }

    private void path()
    {
        if (text[at] == '$' && text[at + 1] == '{') {
            states[top] = IN_PATH;
            push(CODE);
            emit(TokenKind.INTERPOLATION, at + 2);
            return;
        }
        int end = words.pathTextEnd(at);
        if (end == at) {
            endPath();
            return;
        }
        states[top] = text[end - 1] == '/' ? IN_PATH_AFTER_SLASH : IN_PATH;
        emit(TokenKind.PATH_TEXT, end);
    }

    private void endPath()
    {
        if (states[top] == IN_PATH_AFTER_SLASH) {
            errors.add(at - 1, "a path may not end with '/'");
        }
        pop();
        emit(TokenKind.PATH_END, at);
    }

    private void push(byte state)
    {
        if (++top == states.length) {
            states = Arrays.copyOf(states, top * 2);
        }
        states[top] = state;
    }

    private void pop()
    {
        if (states[top] != BOTTOM) {
            top--;
        }
    }

    private void emit(TokenKind kind, int end)
    {
        tokens.add(kind, at);
        at = end;
    }
}
