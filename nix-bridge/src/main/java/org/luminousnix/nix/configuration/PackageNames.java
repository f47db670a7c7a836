package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.luminousnix.nix.syntax.Expression;

/// Tells which package an expression names, and how a package is named at a place.
final class PackageNames
{
    private static final int DEEPEST_ALIAS = 16;
    private static final Set<String> VARIANTS = Set.of("override", "overrideAttrs", "overrideDerivation", "withPackages", "withPlugins",
            "withExtensions");

    private PackageNames()
    {}

    /// Returns the path below the package set that an expression names; empty path for the set itself.
    static Optional<List<String>> path(Expression expression, Surroundings surroundings)
    {
        return path(expression, surroundings, 0);
    }

    /// Returns the path of the package that an element is or is made from, as in `(vim.override { … })`.
    static Optional<List<String>> variantOf(Expression element, Surroundings surroundings)
    {
        Expression inner = unwrapped(element);
        if (!(inner instanceof Expression.Apply apply)) {
            return Optional.empty();
        }
        Expression function = unwrapped(apply.function());
        if (function instanceof Expression.Apply) {
            return variantOf(function, surroundings);
        }
        Optional<List<String>> named = path(function, surroundings);
        if (named.isPresent() && named.get().size() > 1 && VARIANTS.contains(named.get().getLast())) {
            return Optional.of(named.get().subList(0, named.get().size() - 1));
        }
        return Optional.empty();
    }

    /// Returns how the package is written at a place; empty if no name for the package set is known there.
    static Optional<String> reference(OptionPath wanted, Surroundings surroundings)
    {
        List<Surroundings.Opened> opened = surroundings.opened();
        if (!opened.isEmpty()) {
            Optional<List<String>> prefix = path(opened.getFirst().scope(), opened.getFirst().surroundings());
            Optional<String> bare = prefix.flatMap(names -> bare(wanted.names(), names, surroundings));
            if (bare.isPresent()) {
                return bare;
            }
        }
        return packageSet(surroundings).map(name -> name + "." + wanted);
    }

    /// Returns the name of the package set at a place, `pkgs` if it has that one.
    static Optional<String> packageSet(Surroundings surroundings)
    {
        List<String> candidates = new ArrayList<>(List.of("pkgs"));
        candidates.addAll(surroundings.names());
        return candidates.stream().filter(NixPrinter::isIdentifier).filter(name -> isPackageSet(name, surroundings)).findFirst();
    }

    static Expression unwrapped(Expression expression)
    {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return inner;
    }

    private static boolean isPackageSet(String name, Surroundings surroundings)
    {
        return surroundings.binds(name) && path(new Expression.Identifier(0, 0, name), surroundings).filter(List::isEmpty).isPresent();
    }

    private static Optional<String> bare(List<String> wanted, List<String> prefix, Surroundings surroundings)
    {
        if (wanted.size() <= prefix.size() || !OptionPath.startsWith(wanted, prefix)) {
            return Optional.empty();
        }
        List<String> rest = wanted.subList(prefix.size(), wanted.size());
        boolean free = NixPrinter.isIdentifier(rest.getFirst()) && !surroundings.binds(rest.getFirst());
        return free ? Optional.of(OptionPath.written(rest)) : Optional.empty();
    }

    private static Optional<List<String>> path(Expression expression, Surroundings surroundings, int depth)
    {
        if (depth > DEEPEST_ALIAS) {
            return Optional.empty();
        }
        return switch (expression) {
            case Expression.Parenthesized parenthesized -> path(parenthesized.inner(), surroundings, depth);
            case Expression.Identifier identifier -> ofName(identifier.name(), surroundings, depth);
            case Expression.Select select -> select.otherwise().isPresent() ? Optional.empty() : ofSelection(select, surroundings, depth);
            case Expression.Apply apply -> importedNixpkgs(apply);
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> ofSelection(Expression.Select select, Surroundings surroundings, int depth)
    {
        Optional<List<String>> names = select.path().fixed();
        Optional<List<String>> subject = path(select.subject(), surroundings, depth + 1);
        return names.isPresent() && subject.isPresent() ? Optional.of(joined(subject.get(), names.get())) : Optional.empty();
    }

    private static Optional<List<String>> ofName(String name, Surroundings surroundings, int depth)
    {
        if (surroundings.isArgument(name)) {
            return name.equals("pkgs") ? Optional.of(List.of()) : Optional.empty();
        }
        Optional<Surroundings.Bound> bound = surroundings.definition(name);
        if (bound.isPresent()) {
            return path(bound.get().value(), bound.get().surroundings(), depth + 1);
        }
        if (surroundings.binds(name)) {
            return Optional.empty();
        }
        for (Surroundings.Opened opened : surroundings.opened()) {
            Optional<List<String>> scope = path(opened.scope(), opened.surroundings(), depth + 1);
            if (scope.isPresent()) {
                return Optional.of(joined(scope.get(), List.of(name)));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> importedNixpkgs(Expression.Apply apply)
    {
        boolean imported = apply.function() instanceof Expression.Identifier function && function.name().equals("import")
                && apply.arguments().size() == 2 && apply.arguments().getFirst() instanceof Expression.SearchPath path
                && path.end() - path.start() == "<nixpkgs>".length();
        return imported ? Optional.of(List.of()) : Optional.empty();
    }

    private static List<String> joined(List<String> first, List<String> second)
    {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
