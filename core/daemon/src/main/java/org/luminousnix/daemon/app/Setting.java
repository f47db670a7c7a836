package org.luminousnix.daemon.app;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that can be set, in one table: the flag, the key of the configuration file, the environment variable, the
/// default and the documentation are read off a constant of it.
public enum Setting
{
    SOCKET("PATH", Optional.empty(),
            "The Unix socket that is listened on; without it /run/luminous-nix/daemon.sock where that directory is ours,"
                    + " else luminous-nix/daemon.sock below $XDG_RUNTIME_DIR."),
    STATE("DIR", Optional.empty(), "Where the daemon keeps what it remembers and its indexes; without it $STATE_DIRECTORY,"
            + " else luminous-nix below $XDG_STATE_HOME or ~/.local/state."),
    LAB("DIR", Optional.empty(), "Works on a lab below this directory instead of on this machine; on a machine that is not NixOS"
            + " the lab below the state directory is used by itself."),
    LAB_STYLE("STYLE", Optional.of("channel"), "How the configuration of a new lab is laid out: channel or flake."),
    PACKAGES("FILE", Optional.empty(),
            "The packages of the catalogue, packages.json or packages.json.br of a channel; without it they are evaluated from <nixpkgs>."),
    OPTIONS("FILE", Optional.empty(),
            "The NixOS options of the catalogue, options.json, plain or .br or .gz; without it they are evaluated where that is possible."),
    HOME_OPTIONS("FILE", Optional.empty(), "The home-manager options of the catalogue, in the same formats."),
    PROGRAMS("FILE", Optional.empty(), "The programs of the catalogue, programs.sqlite of a channel."),
    MAX_LINE("BYTES", Optional.of("1048576"), "The longest line that a client may send."),
    MAX_CONNECTIONS("NUMBER", Optional.of("1024"), "How many clients may be connected at once."),
    PLAN_MINUTES("MINUTES", Optional.of("15"), "How long a plan can be approved after it was shown."),
    BUILD_MINUTES("MINUTES", Optional.of("240"), "How long a build may take before it is given up."),
    OPERATORS("GROUP", Optional.of("wheel"), "The group whose members may change the system; root and the daemon's own user always may."),
    LEARNING("BOOLEAN", Optional.of("true"), "Whether what people say and choose is remembered; off, nothing is written about them."),
    BACKUPS("BOOLEAN", Optional.of("true"),
            "Whether a configuration file that is edited leaves its former text beside it as NAME.backup.");

    private final String argument;
    private final Optional<String> fallback;
    private final String documentation;

    Setting(String argument, Optional<String> fallback, String documentation)
    {
        this.argument = argument;
        this.fallback = fallback;
        this.documentation = documentation;
    }

    /// Returns the flag: `--lab-style`.
    public String flag()
    {
        return "--" + key();
    }

    /// Returns the key in the configuration file: `lab-style`.
    public String key()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Returns the environment variable: `LUMINOUS_NIX_LAB_STYLE`.
    public String variable()
    {
        return "LUMINOUS_NIX_" + name();
    }

    /// Returns what its value is called in the documentation: `DIR`.
    public String argument()
    {
        return argument;
    }

    /// Returns the value that holds when nobody sets it; empty where it is worked out or simply absent.
    public Optional<String> fallback()
    {
        return fallback;
    }

    /// Returns what it does.
    public String documentation()
    {
        return documentation;
    }

    /// Returns the setting with a flag.
    public static Optional<Setting> ofFlag(String flag)
    {
        return Stream.of(values()).filter(setting -> setting.flag().equals(flag)).findFirst();
    }
}
