package org.luminousnix.daemon.language;

import static java.util.Objects.requireNonNull;

/// A service, module or feature that people turn on by name.
///
/// @param option the option that turns it on
/// @param unit its systemd unit without `.service`
record Service(String name, String option, String unit)
{
    Service
    {
        requireNonNull(name, "name is null");
        requireNonNull(option, "option is null");
        requireNonNull(unit, "unit is null");
    }
}
