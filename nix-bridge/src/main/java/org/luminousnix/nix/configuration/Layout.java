package org.luminousnix.nix.configuration;

import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.Node;
import org.luminousnix.nix.syntax.SyntaxTree;
import org.luminousnix.nix.syntax.TokenKind;
import org.luminousnix.nix.syntax.Tokens;

import static java.util.Objects.requireNonNull;

/// Puts entries into lists and sets, and takes them out, in the layout that the text has.
///
/// An entry is put behind something that is neither white space nor left out, together with white space of its own, and is taken
/// out with the white space before it; so taking out undoes putting in, byte by byte.
final class Layout
{
    private final SyntaxTree tree;
    private final String newline;
    private final String unit;

    Layout(SyntaxTree tree)
    {
        this.tree = requireNonNull(tree, "tree is null");
        this.newline = usualNewline(tree.text());
        this.unit = usualUnit(tree.text());
    }

    /// Returns a printer of values in the style of the text.
    NixPrinter printer()
    {
        return new NixPrinter(newline, unit);
    }

    String newline()
    {
        return newline;
    }

    /// Returns one step of indentation.
    String unit()
    {
        return unit;
    }

    /// Returns the white space that the line of an offset begins with.
    String indentation(int offset)
    {
        String text = tree.text();
        int line = lineStart(offset);
        int end = line;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    /// Tells whether nothing but white space stands before the node in its line.
    boolean beginsLine(Node node)
    {
        return lineStart(node.start()) + indentation(node.start()).length() == node.start();
    }

    boolean isOneLine(int start, int end)
    {
        return tree.text().indexOf('\n', start) < 0 || tree.text().indexOf('\n', start) >= end;
    }

    /// Returns the indentation that a new last entry between brackets gets.
    String entryIndentation(List<? extends Node> entries, int open, int close)
    {
        if (!entries.isEmpty() && beginsLine(entries.getLast())) {
            return indentation(entries.getLast().start());
        }
        return isOneLine(open, close) ? "" : indentation(open) + unit;
    }

    /// Puts an entry behind the given one.
    TextEdit after(Node entry, String written)
    {
        return after(entry, written, false);
    }

    /// Puts an entry behind the given one, with an empty line between them if `apart` and each has lines of its own.
    TextEdit after(Node entry, String written, boolean apart)
    {
        if (!beginsLine(entry)) {
            return TextEdit.insert(entry.end(), " " + written);
        }
        return TextEdit.insert(endOfLineContent(entry.end()), (apart ? newline : "") + newline + indentation(entry.start()) + written);
    }

    /// Puts a first entry into brackets that hold none; `open` is behind the opening bracket, `close` before the closing one.
    TextEdit only(int open, int close, String written)
    {
        if (open == close) {
            return TextEdit.insert(open, written);
        }
        if (isOneLine(open, close)) {
            boolean comment = lastContent(close) > open;
            return TextEdit.insert(comment ? lastContent(close) : open, " " + written);
        }
        return TextEdit.insert(Math.max(open, lastContent(close)), newline + indentation(open) + unit + written);
    }

    /// Puts an entry before the first one of brackets; `open` is behind the opening bracket.
    TextEdit first(int open, Node entry, String written)
    {
        if (!beginsLine(entry)) {
            return TextEdit.insert(open, " " + written);
        }
        return TextEdit.insert(endOfLineContent(open), newline + indentation(entry.start()) + written);
    }

    /// Takes an entry out, with the comment that follows it in a line of its own.
    TextEdit remove(Node entry)
    {
        int start = entry.start();
        int end = beginsLine(entry) ? endOfOwnComment(entry) : entry.end();
        int before = lastContent(start);
        if (isLineComment(before) && !startsWithNewline(end)) {
            return TextEdit.delete(start, firstContent(end));
        }
        if (beginsLine(entry) && end == entry.end() && !startsWithNewline(end) && !closes(firstContent(end))) {
            return TextEdit.delete(start, firstContent(end));
        }
        boolean joins = before == start || end == firstContent(end);
        return new TextEdit(before, end, joins && wouldJoin(before, end) ? " " : "");
    }

    /// Returns the comment right before a node, without its marks.
    Optional<Comment> commentBefore(Node node)
    {
        int end = lastContent(node.start());
        int token = end == 0 ? 0 : tree.tokens().indexAt(end - 1);
        if (!tree.tokens().kind(token).isComment()) {
            return Optional.empty();
        }
        String text = tree.tokens().text(token).replaceAll("^(#|/\\*)|\\*/$", "").strip();
        return Optional.of(new Comment(tree.tokens().start(token), text));
    }

    /// Returns the end of the last token before an offset that is not white space.
    int lastContent(int offset)
    {
        Tokens tokens = tree.tokens();
        int token = offset == 0 ? -1 : tokens.indexAt(offset - 1);
        while (token >= 0 && tokens.kind(token) == TokenKind.WHITESPACE) {
            token--;
        }
        return token < 0 ? 0 : Math.min(tokens.end(token), offset);
    }

    private int firstContent(int offset)
    {
        Tokens tokens = tree.tokens();
        int token = tokens.indexAt(offset);
        while (tokens.kind(token) == TokenKind.WHITESPACE) {
            token++;
        }
        return Math.max(offset, tokens.start(token));
    }

    private int endOfLineContent(int offset)
    {
        Tokens tokens = tree.tokens();
        int end = offset;
        int token = tokens.indexAt(offset);
        while (tokens.kind(token).isTrivia() && (tokens.kind(token).isComment() || tokens.text(token).indexOf('\n') < 0)) {
            if (tokens.kind(token).isComment()) {
                end = tokens.end(token);
            }
            token++;
        }
        return end;
    }

    private int endOfOwnComment(Node entry)
    {
        int end = endOfLineContent(entry.end());
        return startsWithNewline(end) ? end : entry.end();
    }

    private boolean startsWithNewline(int offset)
    {
        String text = tree.text();
        int index = offset;
        while (index < text.length() && (text.charAt(index) == ' ' || text.charAt(index) == '\t' || text.charAt(index) == '\r')) {
            index++;
        }
        return index < text.length() && text.charAt(index) == '\n';
    }

    private boolean isLineComment(int end)
    {
        return end > 0 && tree.tokens().kind(tree.tokens().indexAt(end - 1)) == TokenKind.LINE_COMMENT;
    }

    private boolean wouldJoin(int before, int end)
    {
        String text = tree.text();
        return before > 0 && end < text.length() && isPartOfWord(text.charAt(before - 1)) && isPartOfWord(text.charAt(end));
    }

    private boolean closes(int offset)
    {
        TokenKind kind = tree.tokens().kind(tree.tokens().indexAt(offset));
        return kind == TokenKind.RIGHT_BRACKET || kind == TokenKind.RIGHT_BRACE;
    }

    private static boolean isPartOfWord(char character)
    {
        return "[](){};".indexOf(character) < 0 && !Character.isWhitespace(character);
    }

    private int lineStart(int offset)
    {
        return tree.text().lastIndexOf('\n', offset - 1) + 1;
    }

    private static String usualNewline(String text)
    {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    private static String usualUnit(String text)
    {
        int spaces = Integer.MAX_VALUE;
        int tabs = 0;
        for (String line : text.split("\n", -1)) {
            int width = 0;
            while (width < line.length() && line.charAt(width) == ' ') {
                width++;
            }
            tabs += line.startsWith("\t") ? 1 : 0;
            boolean counts = width > 1 && width < line.length() && line.charAt(width) != '#' && line.charAt(width) != '\r'
                    && line.charAt(width) != '*';
            spaces = counts ? Math.min(spaces, width) : spaces;
        }
        if (spaces == Integer.MAX_VALUE) {
            return tabs > 0 ? "\t" : "  ";
        }
        return " ".repeat(Math.min(spaces, 8));
    }

    /// A comment and where it starts.
    record Comment(int start, String text)
    {}
}
