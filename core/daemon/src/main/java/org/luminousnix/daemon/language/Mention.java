package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;

/// The tokens from `from` to before `to` name something, or several things of the same name.
record Mention(int from, int to, List<Name> names)
{
    Mention
    {
        names = List.copyOf(names);
    }

    boolean has(Name.Kind kind)
    {
        return value(kind).isPresent();
    }

    Optional<String> value(Name.Kind kind)
    {
        for (Name name : names) {
            if (name.kind() == kind) {
                return Optional.of(name.value());
            }
        }
        return Optional.empty();
    }
}
