package org.luminousnix.nix.syntax;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// A Nix text, its tokens, what it consists of, and what is wrong with it.
///
/// - [#print] gives the text that was parsed, whatever it was.
/// - [#errors] is empty exactly when Nix 2.8 would parse the text.
/// - Every place in the tree is an offset into [#text], counted in `char`s.
public final class SyntaxTree
{
    /// The most characters that are parsed; a longer text has one error and no structure.
    public static final int LONGEST = 10 << 20;

    private final String text;
    private final Tokens tokens;
    private final SourceFile root;
    private final List<SyntaxError> errors;

    private SyntaxTree(String text, Tokens tokens, SourceFile root, List<SyntaxError> errors)
    {
        this.text = text;
        this.tokens = tokens;
        this.root = root;
        this.errors = List.copyOf(errors);
    }

    /// Parses a text; never fails, since what is wrong with the text is told by [#errors].
    public static SyntaxTree parse(String text)
    {
        requireNonNull(text, "text is null");
        Errors errors = new Errors(text);
        if (text.length() > LONGEST) {
            return tooLong(text, errors);
        }
        Tokens tokens = Lexer.lex(text, errors);
        SourceFile root = new ExpressionParser(new Cursor(text, tokens, errors)).file(text.length());
        if (errors.isEmpty()) {
            new BindingCheck(text, errors).check(root.expression());
        }
        return new SyntaxTree(text, tokens, root, errors.inOrder());
    }

    /// Returns the text that was parsed.
    public String text()
    {
        return text;
    }

    /// Returns the text between two offsets.
    public String text(int start, int end)
    {
        return text.substring(start, end);
    }

    /// Returns the text of a node, without the white space and comments around it.
    public String text(Node node)
    {
        return text.substring(node.start(), node.end());
    }

    public Tokens tokens()
    {
        return tokens;
    }

    public SourceFile root()
    {
        return root;
    }

    /// Returns what is wrong, in the order of the text.
    public List<SyntaxError> errors()
    {
        return errors;
    }

    /// Returns the first thing that is wrong.
    public Optional<SyntaxError> firstError()
    {
        return errors.stream().findFirst();
    }

    /// Returns line and column of an offset.
    public Position position(int offset)
    {
        return Position.of(text, offset);
    }

    /// Writes the tree back: every token below the node that holds it, none left out, none twice.
    public String print()
    {
        StringBuilder printed = new StringBuilder(text.length());
        int next = print(root, 0, printed);
        for (int index = next; index < tokens.size(); index++) {
            printed.append(text, tokens.start(index), tokens.end(index));
        }
        return printed.toString();
    }

    private int print(Node node, int first, StringBuilder printed)
    {
        int index = first;
        for (Node child : node.children()) {
            index = printUpTo(child.start(), index, printed);
            index = print(child, index, printed);
        }
        return printUpTo(node.end(), index, printed);
    }

    private int printUpTo(int offset, int first, StringBuilder printed)
    {
        int index = first;
        while (tokens.start(index) < offset) {
            printed.append(text, tokens.start(index), tokens.end(index));
            index++;
        }
        return index;
    }

    private static SyntaxTree tooLong(String text, Errors errors)
    {
        errors.add(0, "the text has " + text.length() + " characters, of which no more than " + LONGEST + " are read");
        Tokens tokens = new Tokens(text);
        tokens.add(TokenKind.UNKNOWN, 0);
        tokens.add(TokenKind.END, text.length());
        return new SyntaxTree(text, tokens, new SourceFile(text.length(), new Expression.Invalid(0, text.length()), Optional.empty()),
                errors.inOrder());
    }
}
