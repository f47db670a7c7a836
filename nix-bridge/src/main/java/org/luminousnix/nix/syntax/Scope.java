package org.luminousnix.nix.syntax;

import java.util.Set;

import static java.util.Objects.requireNonNull;

/// The names that are known at one place of a text.
///
/// @param parent the scope around, or null for the outermost
/// @param names the names that this scope adds
/// @param anything whether the scope is that of a `with`, below which every name may be known
record Scope(Scope parent, Set<String> names, boolean anything)
{
    Scope
    {
        requireNonNull(names, "names is null");
    }

    static Scope outermost()
    {
        return new Scope(null, Builtins.NAMES, false);
    }

    Scope with()
    {
        return new Scope(this, Set.of(), true);
    }

    Scope with(Set<String> names)
    {
        return new Scope(this, names, false);
    }

    boolean knows(String name)
    {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.anything || scope.names.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
