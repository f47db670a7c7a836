package org.luminousnix.protocol;

import java.util.List;
import java.util.OptionalLong;

import static java.util.Objects.requireNonNull;

/// What a plan would do, computed without doing it.
///
/// @param edits the files that change
/// @param builds what would be built
/// @param downloadBytes what would be downloaded, in bytes, where known
/// @param closureDelta how the closure changes
/// @param commands what a person would type instead
/// @param warnings what to know before approving
/// @param restarts the services that would restart
public record PlanPreview(List<FileEdit> edits, List<String> builds, OptionalLong downloadBytes, ClosureDelta closureDelta,
        List<String> commands, List<String> warnings, List<String> restarts)
{
    public PlanPreview
    {
        edits = List.copyOf(edits);
        builds = List.copyOf(builds);
        requireNonNull(downloadBytes, "downloadBytes is null");
        requireNonNull(closureDelta, "closureDelta is null");
        commands = List.copyOf(commands);
        warnings = List.copyOf(warnings);
        restarts = List.copyOf(restarts);
    }
}
