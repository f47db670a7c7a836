package org.luminousnix.nix.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.luminousnix.nix.syntax.Expression;

import static java.util.Objects.requireNonNull;

/// A function of the module system around a value, as in `lib.mkIf condition value`.
///
/// @param function the function's name without the set it is taken from
/// @param value what it is around
record Wrapper(String function, Expression value)
{
    private static final Set<String> WITH_ONE_ARGUMENT = Set.of("mkDefault", "mkForce", "mkBefore", "mkAfter", "mkMerge", "mkOptionDefault",
            "mkVMOverride", "mkImageMediaOverride", "unique", "lists.unique");
    private static final Set<String> WITH_TWO_ARGUMENTS = Set.of("mkIf", "mkOverride", "mkOrder", "optionals", "optional", "optionalAttrs");
    private static final Set<String> CONDITIONS = Set.of("mkIf", "optionals", "optional", "optionalAttrs");

    Wrapper
    {
        requireNonNull(function, "function is null");
        requireNonNull(value, "value is null");
    }

    static Optional<Wrapper> of(Expression expression)
    {
        if (!(expression instanceof Expression.Apply apply)) {
            return Optional.empty();
        }
        String function = name(apply.function());
        List<Expression> arguments = apply.arguments();
        boolean known = (arguments.size() == 1 && WITH_ONE_ARGUMENT.contains(function))
                || (arguments.size() == 2 && WITH_TWO_ARGUMENTS.contains(function));
        return known ? Optional.of(new Wrapper(function, arguments.getLast())) : Optional.empty();
    }

    /// Tells whether the value counts only under a condition.
    boolean isConditional()
    {
        return CONDITIONS.contains(function);
    }

    /// Tells whether the value is a list of values that are merged.
    boolean isMerge()
    {
        return function.equals("mkMerge");
    }

    private static String name(Expression function)
    {
        return switch (function) {
            case Expression.Identifier identifier -> identifier.name();
            case Expression.Select select -> select.path().names().getLast().fixed().orElse("");
            default -> "";
        };
    }
}
