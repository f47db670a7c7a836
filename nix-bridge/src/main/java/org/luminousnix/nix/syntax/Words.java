package org.luminousnix.nix.syntax;

import static java.util.Objects.requireNonNull;

/// Recognises what begins with a letter, a digit or one of `. _ - + / ~ <`: identifiers, keywords, numbers, paths, URIs and operators.
///
/// The text is followed by two zeros, so that looking ahead needs no bounds.
final class Words
{
    private static final boolean[] PATH_CHARACTER = table("._-+");
    private static final boolean[] IDENTIFIER_CHARACTER = table("_'-");
    private static final boolean[] URI_CHARACTER = table("%/?:@&=+$,-_.!~*'");

    private final char[] text;
    private int end;
    private boolean outOfRange;
    private int runStart = -1;
    private int runEnd = -1;
    private int notScheme = -1;

    Words(char[] text)
    {
        this.text = requireNonNull(text, "text is null");
    }

    static boolean isPathCharacter(char character)
    {
        return character < 128 && PATH_CHARACTER[character];
    }

    /// Returns where the token found last ends.
    int end()
    {
        return end;
    }

    /// Tells whether the token found last is a number that Nix cannot hold.
    boolean isOutOfRange()
    {
        return outOfRange;
    }

    /// Returns where the literal part of the path at `start` ends, or -1 if no path begins there.
    int pathEnd(int start)
    {
        if (text[start] == '<') {
            return -1;
        }
        int index = text[start] == '~' ? start + 1 : pathCharacters(start);
        if (text[index] != '/') {
            return -1;
        }
        if (isPathCharacter(text[index + 1])) {
            return segments(index);
        }
        return text[index + 1] == '$' && text[index + 2] == '{' ? index + 1 : -1;
    }

    /// Returns where the literal text within a path that starts at `start` ends; `start` itself if there is none.
    int pathTextEnd(int start)
    {
        int index = pathCharacters(start);
        if (text[index] == '/') {
            return isPathCharacter(text[index + 1]) ? segments(index) : index + 1;
        }
        return index;
    }

    /// Recognises the token at `start`, which is no path.
    TokenKind scan(int start)
    {
        outOfRange = false;
        char character = text[start];
        if (isLetter(character) || character == '_') {
            return identifierOrUri(start);
        }
        if (isDigit(character) || (character == '.' && isDigit(text[start + 1]))) {
            return number(start);
        }
        return operator(start, character);
    }

    private int pathCharacters(int start)
    {
        // A run is asked for once for each of its dots; remembering its end keeps a long attribute path linear.
        if (start >= runStart && start < runEnd) {
            return runEnd;
        }
        int index = start;
        while (isPathCharacter(text[index])) {
            index++;
        }
        runStart = start;
        runEnd = index;
        return index;
    }

    private int segments(int slash)
    {
        int index = slash;
        while (text[index] == '/' && isPathCharacter(text[index + 1])) {
            index = pathCharacters(index + 1);
        }
        return text[index] == '/' ? index + 1 : index;
    }

    private TokenKind identifierOrUri(int start)
    {
        int index = start + 1;
        while (text[index] < 128 && IDENTIFIER_CHARACTER[text[index]]) {
            index++;
        }
        end = index;
        int scheme = pathCharacters(index);
        if (text[scheme] == ':' && text[scheme + 1] < 128 && URI_CHARACTER[text[scheme + 1]] && isScheme(start, scheme)) {
            end = scheme + 1;
            while (text[end] < 128 && URI_CHARACTER[text[end]]) {
                end++;
            }
            return TokenKind.URI;
        }
        return keyword(start, end - start);
    }

    private boolean isScheme(int start, int colon)
    {
        if (notScheme >= start && notScheme < colon) {
            return false;
        }
        for (int index = colon - 1; index >= start; index--) {
            if (text[index] == '_' || text[index] == '\'') {
                notScheme = index;
                return false;
            }
        }
        return true;
    }

    private TokenKind keyword(int start, int length)
    {
        return switch (length) {
            case 2 -> switch (text[start]) {
                case 'i' -> text[start + 1] == 'f' ? TokenKind.IF : text[start + 1] == 'n' ? TokenKind.IN : TokenKind.IDENTIFIER;
                case 'o' -> text[start + 1] == 'r' ? TokenKind.OR : TokenKind.IDENTIFIER;
                default -> TokenKind.IDENTIFIER;
            };
            case 3 -> is(start, "let") ? TokenKind.LET : is(start, "rec") ? TokenKind.REC : TokenKind.IDENTIFIER;
            case 4 -> is(start, "then")
                    ? TokenKind.THEN
                    : is(start, "else") ? TokenKind.ELSE : is(start, "with") ? TokenKind.WITH : TokenKind.IDENTIFIER;
            case 6 -> is(start, "assert") ? TokenKind.ASSERT : TokenKind.IDENTIFIER;
            case 7 -> is(start, "inherit") ? TokenKind.INHERIT : TokenKind.IDENTIFIER;
            default -> TokenKind.IDENTIFIER;
        };
    }

    private boolean is(int start, String word)
    {
        for (int index = 0; index < word.length(); index++) {
            if (text[start + index] != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private TokenKind number(int start)
    {
        int index = digits(start);
        int whole = index - start;
        boolean fraction = text[index] == '.' && isFloat(start, whole, isDigit(text[index + 1]));
        if (!fraction) {
            end = index;
            outOfRange = whole > 18 && isTooLarge(start, index);
            return TokenKind.INTEGER;
        }
        end = exponent(digits(index + 1));
        outOfRange = isOutsideOfDouble(new String(text, start, end - start));
        return TokenKind.FLOAT;
    }

    // Nix: ([1-9][0-9]*\.[0-9]*)|(0?\.[0-9]+)
    private boolean isFloat(int start, int whole, boolean digitFollows)
    {
        if (whole > 0 && text[start] != '0') {
            return true;
        }
        return whole <= 1 && digitFollows;
    }

    private int exponent(int index)
    {
        if (text[index] != 'e' && text[index] != 'E') {
            return index;
        }
        int sign = text[index + 1] == '+' || text[index + 1] == '-' ? 1 : 0;
        int exponentEnd = digits(index + 1 + sign);
        return exponentEnd > index + 1 + sign ? exponentEnd : index;
    }

    private int digits(int start)
    {
        int index = start;
        while (isDigit(text[index])) {
            index++;
        }
        return index;
    }

    private boolean isTooLarge(int start, int stop)
    {
        try {
            Long.parseLong(new String(text, start, stop - start));
            return false;
        }
        catch (NumberFormatException e) {
            return true;
        }
    }

    private static boolean isOutsideOfDouble(String digits)
    {
        double value = Double.parseDouble(digits);
        boolean zero = digits.chars().takeWhile(c -> c != 'e' && c != 'E').noneMatch(c -> c >= '1' && c <= '9');
        return Double.isInfinite(value) || (!zero && value < Double.MIN_NORMAL);
    }

    private TokenKind operator(int start, char first)
    {
        char second = text[start + 1];
        if (first == '<') {
            return less(start);
        }
        if (first == '.' && second == '.' && text[start + 2] == '.') {
            end = start + 3;
            return TokenKind.ELLIPSIS;
        }
        TokenKind pair = pair(first, second);
        end = start + (pair == TokenKind.UNKNOWN ? 1 : 2);
        return pair == TokenKind.UNKNOWN ? single(first) : pair;
    }

    private static TokenKind pair(char first, char second)
    {
        return switch (first) {
            case '+' -> second == '+' ? TokenKind.CONCAT : TokenKind.UNKNOWN;
            case '-' -> second == '>' ? TokenKind.IMPLIES : TokenKind.UNKNOWN;
            case '/' -> second == '/' ? TokenKind.UPDATE : TokenKind.UNKNOWN;
            default -> TokenKind.UNKNOWN;
        };
    }

    private static TokenKind single(char character)
    {
        return switch (character) {
            case '.' -> TokenKind.DOT;
            case '+' -> TokenKind.PLUS;
            case '-' -> TokenKind.MINUS;
            case '/' -> TokenKind.SLASH;
            default -> TokenKind.UNKNOWN;
        };
    }

    // Nix: \<{PATH_CHAR}+(\/{PATH_CHAR}+)*\>
    private TokenKind less(int start)
    {
        int index = pathCharacters(start + 1);
        if (index > start + 1) {
            while (text[index] == '/' && isPathCharacter(text[index + 1])) {
                index = pathCharacters(index + 1);
            }
            if (text[index] == '>') {
                end = index + 1;
                return TokenKind.SEARCH_PATH;
            }
        }
        boolean orEqual = text[start + 1] == '=';
        end = start + (orEqual ? 2 : 1);
        return orEqual ? TokenKind.LESS_EQUAL : TokenKind.LESS;
    }

    private static boolean isLetter(char character)
    {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static boolean isDigit(char character)
    {
        return character >= '0' && character <= '9';
    }

    private static boolean[] table(String others)
    {
        boolean[] table = new boolean[128];
        for (char character = 0; character < 128; character++) {
            table[character] = others.indexOf(character) >= 0 || isLetter(character) || isDigit(character);
        }
        return table;
    }
}
