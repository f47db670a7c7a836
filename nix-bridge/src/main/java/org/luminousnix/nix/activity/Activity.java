package org.luminousnix.nix.activity;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One activity as it is at a moment.
///
/// @param id unique within one tree
/// @param parent the activity that it is a part of, 0 if none or unknown
/// @param type the number of its type
/// @param text what people are told
/// @param subject the store path or URI that it is about, empty if it has none
/// @param phase the phase of a build, as `buildPhase`
/// @param progress what it told of itself
/// @param log the last lines of a build, at most [ActivityTree#LOG_LINES]
/// @param running whether it has not ended
public record Activity(long id, long parent, long type, String text, String subject, Optional<String> phase, Totals progress,
        List<String> log, boolean running)
{
    public Activity
    {
        requireNonNull(text, "text is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(phase, "phase is null");
        requireNonNull(progress, "progress is null");
        log = List.copyOf(log);
    }

    /// Returns the type if it is a known one.
    public Optional<ActivityType> knownType()
    {
        return ActivityType.of(type);
    }

    /// Returns whether this is an activity of that type.
    public boolean is(ActivityType wanted)
    {
        return type == wanted.number();
    }
}
