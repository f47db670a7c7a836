package org.luminousnix.nix.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// How a daemon is to work for one connection; without any, it works as its own configuration says.
///
/// @param keepFailed whether the directory of a failed build is kept
/// @param keepGoing whether other builds go on after one has failed
/// @param fallback whether what cannot be fetched is built
/// @param verbosity how much is logged, 0 (errors) to 7
/// @param maxBuildJobs how many builds run at once
/// @param maxSilent how long a build may say nothing; zero is for ever
/// @param buildCores how many cores a build is told to use; 0 is all
/// @param substitute whether objects may be fetched instead of built
/// @param overrides other settings by name, of which a daemon takes from an untrusted client only the harmless ones
public record DaemonSettings(boolean keepFailed, boolean keepGoing, boolean fallback, int verbosity, int maxBuildJobs,
        Duration maxSilent, int buildCores, boolean substitute, Map<String, String> overrides)
{
    private static final int HIGHEST_VERBOSITY = 7;

    public DaemonSettings
    {
        requireNonNull(maxSilent, "maxSilent is null");
        overrides = Map.copyOf(overrides);
        if (verbosity < 0 || verbosity > HIGHEST_VERBOSITY || maxBuildJobs < 0 || buildCores < 0 || maxSilent.isNegative()) {
            throw nixException(INVALID_ARGUMENT, "a setting is out of range: verbosity %d, jobs %d, cores %d, silence %s", verbosity,
                    maxBuildJobs, buildCores, maxSilent);
        }
    }

    /// Returns what Nix itself uses where nothing is configured.
    public static DaemonSettings usual()
    {
        return new DaemonSettings(false, false, false, 3, 1, Duration.ZERO, 0, true, Map.of());
    }

    void write(WireWriter writer) throws IOException
    {
        writer.flag(keepFailed);
        writer.flag(keepGoing);
        writer.flag(fallback);
        writer.number(verbosity);
        writer.number(maxBuildJobs);
        writer.number(maxSilent.toSeconds());
        writer.number(1);
        // Obsolete fields follow in between: use-build-hook above, then build verbosity, log type and print-build-trace.
        writer.number(0);
        writer.number(0);
        writer.number(0);
        writer.number(buildCores);
        writer.flag(substitute);
        writer.textMap(overrides);
    }
}
