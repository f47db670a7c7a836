package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Steps that together are one intent: inputs brought forward, then rebuilt, is an update.
final class Macros
{
    private static final Map<List<IntentName>, IntentName> JOINED = Map.of(
            List.of(IntentName.SOURCE_UPDATE, IntentName.SYSTEM_REBUILD), IntentName.SYSTEM_UPDATE,
            List.of(IntentName.SYSTEM_UPDATE, IntentName.SYSTEM_REBUILD), IntentName.SYSTEM_UPDATE,
            List.of(IntentName.SOURCE_UPDATE, IntentName.SYSTEM_UPDATE), IntentName.SYSTEM_UPDATE,
            List.of(IntentName.SERVICE_STOP, IntentName.SERVICE_DISABLE), IntentName.SERVICE_DISABLE,
            List.of(IntentName.SERVICE_STOP, IntentName.SERVICE_START), IntentName.SERVICE_RESTART,
            List.of(IntentName.SYSTEM_REBUILD, IntentName.SYSTEM_REBUILD), IntentName.SYSTEM_REBUILD);

    private Macros()
    {}

    static Optional<IntentName> joined(List<IntentName> steps)
    {
        return Optional.ofNullable(JOINED.get(steps));
    }
}
