package org.luminousnix.nix.system;

import java.nio.file.Path;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// What to activate, and how.
///
/// @param system the store path of the system
/// @param mode what to do with it
/// @param specialisation the variant that runs now; the next start takes the system itself
/// @param installBootLoader whether the boot loader itself is installed again, not its entries alone
public record Activation(Path system, ActivationMode mode, Optional<String> specialisation, boolean installBootLoader)
{
    public Activation
    {
        requireNonNull(system, "system is null");
        requireNonNull(mode, "mode is null");
        requireNonNull(specialisation, "specialisation is null");
        if (specialisation.isPresent() && mode != ActivationMode.SWITCH && mode != ActivationMode.TEST) {
            throw nixException(INVALID_ARGUMENT, "a specialisation is activated by switch or test, not by %s", mode.argument());
        }
    }
}
