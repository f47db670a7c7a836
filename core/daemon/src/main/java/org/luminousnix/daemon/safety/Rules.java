package org.luminousnix.daemon.safety;

import org.luminousnix.daemon.planning.Action;
import org.luminousnix.daemon.planning.Action.EditConfiguration;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.FileChange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules that no setting loosens.
public final class Rules
{
    private Rules()
    {}

    /// Returns all of them, for a configuration that lives below a directory.
    public static List<Rule> all(Path configuration)
    {
        return List.of(Rules::roleSuffices, (draft, _) -> staysBelow(configuration, draft));
    }

    static Optional<String> roleSuffices(Draft draft, Role role)
    {
        return draft.actions().stream().filter(action -> !role.allows(action.traits().privilege())).findFirst()
                .map(action -> "\"%s\" needs %s; you are a %s here. Somebody in the operators' group can do it.".formatted(
                        action.traits().title(),
                        needed(action), role.name().toLowerCase(java.util.Locale.ROOT)));
    }

    static Optional<String> staysBelow(Path configuration, Draft draft)
    {
        return edits(draft).map(FileChange::file).filter(file -> !file.normalize().startsWith(configuration)).findFirst()
                .map(file -> "%s lies outside of %s, and only the configuration there is edited.".formatted(file, configuration));
    }

    private static Stream<FileChange> edits(Draft draft)
    {
        return draft.actions().stream().filter(EditConfiguration.class::isInstance).map(EditConfiguration.class::cast)
                .flatMap(edit -> edit.changes().stream());
    }

    private static String needed(Action action)
    {
        return switch (action.traits().privilege()) {
            case NONE -> "nobody's rights";
            case USER -> "the rights of a user";
            case ROOT -> "an operator's rights";
        };
    }
}
