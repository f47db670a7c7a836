package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.AttributeName;
import org.luminousnix.nix.syntax.Binding;
import org.luminousnix.nix.syntax.Builtins;
import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.Parameter;

/// What the names at one place of a text may stand for: the definitions, arguments and `with` around it, the nearest first.
final class Surroundings
{
    private static final Surroundings NONE = new Surroundings(null, List.of(), null, null);

    private final Surroundings outer;
    private final List<Binding> definitions;
    private final Parameter parameter;
    private final Expression opened;

    private Surroundings(Surroundings outer, List<Binding> definitions, Parameter parameter, Expression opened)
    {
        this.outer = outer;
        this.definitions = definitions;
        this.parameter = parameter;
        this.opened = opened;
    }

    static Surroundings none()
    {
        return NONE;
    }

    Surroundings defining(List<Binding> bindings)
    {
        return new Surroundings(this, bindings, null, null);
    }

    Surroundings taking(Parameter argument)
    {
        return new Surroundings(this, List.of(), argument, null);
    }

    Surroundings opening(Expression scope)
    {
        return new Surroundings(this, List.of(), null, scope);
    }

    /// Returns what a definition around gives the name, if it is written down.
    Optional<Bound> definition(String name)
    {
        for (Surroundings place = this; place != null; place = place.outer) {
            Optional<Bound> found = place.own(name);
            if (found.isPresent() || place.takes(name)) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Tells whether the name is bound without any `with`.
    boolean binds(String name)
    {
        for (Surroundings place = this; place != null; place = place.outer) {
            if (place.takes(name) || place.defines(name)) {
                return true;
            }
        }
        return Builtins.contains(name);
    }

    /// Tells whether the name is, first of all, an argument of a function.
    boolean isArgument(String name)
    {
        for (Surroundings place = this; place != null; place = place.outer) {
            if (place.takes(name)) {
                return true;
            }
            if (place.defines(name)) {
                return false;
            }
        }
        return false;
    }

    /// Returns the scopes of the `with` around, the nearest first.
    List<Opened> opened()
    {
        List<Opened> all = new ArrayList<>();
        for (Surroundings place = this; place != null; place = place.outer) {
            if (place.opened != null) {
                all.add(new Opened(place.opened, place.outer));
            }
        }
        return all;
    }

    /// Returns the names that the definitions and arguments around give, the nearest first.
    List<String> names()
    {
        List<String> names = new ArrayList<>();
        for (Surroundings place = this; place != null; place = place.outer) {
            for (Binding binding : place.definitions) {
                if (binding instanceof Binding.Attribute attribute && attribute.path().names().size() == 1) {
                    attribute.path().names().getFirst().fixed().ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private Optional<Bound> own(String name)
    {
        for (Binding binding : definitions) {
            if (binding instanceof Binding.Attribute attribute && attribute.path().names().size() == 1
                    && isNamed(attribute.path().names().getFirst(), name)) {
                return Optional.of(new Bound(attribute.value(), this));
            }
        }
        return Optional.empty();
    }

    private boolean defines(String name)
    {
        return definitions.stream().anyMatch(binding -> switch (binding) {
            case Binding.Attribute attribute -> isNamed(attribute.path().names().getFirst(), name);
            case Binding.Inherit inherit -> inherit.names().stream().anyMatch(inherited -> isNamed(inherited, name));
            case Binding.Unreadable _ -> false;
        });
    }

    private boolean takes(String name)
    {
        if (parameter == null) {
            return false;
        }
        boolean whole = parameter.whole().filter(identifier -> identifier.name().equals(name)).isPresent();
        return whole || (parameter instanceof Parameter.Formals set
                && set.formals().stream().anyMatch(formal -> formal.name().name().equals(name)));
    }

    private static boolean isNamed(AttributeName attribute, String name)
    {
        return attribute.fixed().filter(name::equals).isPresent();
    }

    /// An expression that a name stands for, and what is around that.
    record Bound(Expression value, Surroundings surroundings)
    {}

    /// The scope of a `with`, and what is around that.
    record Opened(Expression scope, Surroundings surroundings)
    {}
}
