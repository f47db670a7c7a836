package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.luminousnix.nix.syntax.AttributePath;
import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.SyntaxTree;

import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// The names that lead to an option or a package, at least one: `services.openssh.enable`, `python3Packages.numpy`.
///
/// The names are plain text; they are quoted where Nix needs it when the path is written.
public record OptionPath(List<String> names)
{
    public OptionPath
    {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw nixException(INVALID_ARGUMENT, "a path needs a name");
        }
        for (String name : names) {
            if (name.isEmpty()) {
                throw nixException(INVALID_ARGUMENT, "a path has an empty name: %s", names);
            }
        }
    }

    /// Reads a path as Nix writes it, `a.b` or `a."b c"`; nothing but such a path is taken.
    public static OptionPath parse(String text)
    {
        SyntaxTree tree = SyntaxTree.parse("x: x." + text);
        Optional<AttributePath> path = tree.errors().isEmpty() ? selected(tree, text) : Optional.empty();
        return new OptionPath(path.flatMap(AttributePath::fixed)
                .orElseThrow(() -> nixException(INVALID_ARGUMENT, "not a path of attribute names: %s", text)));
    }

    public static OptionPath of(String... names)
    {
        return new OptionPath(List.of(names));
    }

    /// Returns the path with further names behind its own.
    public OptionPath child(String... further)
    {
        List<String> longer = new ArrayList<>(names);
        longer.addAll(List.of(further));
        return new OptionPath(longer);
    }

    /// Returns the path as Nix writes it.
    @Override
    public String toString()
    {
        return written(names);
    }

    static String written(List<String> names)
    {
        return names.stream().map(NixPrinter::name).collect(Collectors.joining("."));
    }

    static boolean startsWith(List<String> names, List<String> prefix)
    {
        return names.size() >= prefix.size() && names.subList(0, prefix.size()).equals(prefix);
    }

    private static Optional<AttributePath> selected(SyntaxTree tree, String text)
    {
        boolean whole = tree.root().expression() instanceof Expression.Lambda lambda && lambda.body() instanceof Expression.Select select
                && select.otherwise().isEmpty() && select.path().end() - select.path().start() == text.length();
        if (!whole) {
            return Optional.empty();
        }
        Expression.Lambda lambda = (Expression.Lambda) tree.root().expression();
        return Optional.of(((Expression.Select) lambda.body()).path());
    }
}
