package org.luminousnix.nix.store;

import java.util.Set;

import static java.util.Objects.requireNonNull;

/// What the name of a store path says about the package in it.
///
/// @param name without version and output: `glibc`
/// @param version from the first digit after a dash; empty if there is none
/// @param output which of several outputs it is; empty for the first
public record PackageName(String name, String version, String output)
{
    // What nixpkgs calls outputs of its packages beyond `out`, which leaves no trace in a name.
    private static final Set<String> OUTPUTS = Set.of("bin", "dev", "lib", "man", "doc", "info", "devdoc", "devman", "static", "debug",
            "data",
            "dist", "nc", "terminfo", "locale", "libgcc", "getent", "py", "tools", "modules", "su", "mount", "login", "swap", "plugins");
    private static final String DERIVATION_SUFFIX = ".drv";

    public PackageName
    {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
        requireNonNull(output, "output is null");
    }

    /// Reads the name of a store path, as Nix does: the version begins at the first dash that a digit follows.
    public static PackageName of(StorePath path)
    {
        String full = path.name();
        if (full.endsWith(DERIVATION_SUFFIX) && full.length() > DERIVATION_SUFFIX.length()) {
            full = full.substring(0, full.length() - DERIVATION_SUFFIX.length());
        }
        int last = full.lastIndexOf('-');
        String output = last > 0 && OUTPUTS.contains(full.substring(last + 1)) ? full.substring(last + 1) : "";
        String rest = output.isEmpty() ? full : full.substring(0, last);
        int version = version(rest);
        if (version < 0) {
            // Without a version, what looks like an output may as well be the end of the name: `python-static`.
            return new PackageName(full, "", "");
        }
        return new PackageName(rest.substring(0, version), rest.substring(version + 1), output);
    }

    private static int version(String name)
    {
        int dash = name.indexOf('-', 1);
        while (dash >= 0) {
            boolean digit = dash + 1 < name.length() && name.charAt(dash + 1) >= '0' && name.charAt(dash + 1) <= '9';
            if (digit) {
                return dash;
            }
            dash = name.indexOf('-', dash + 1);
        }
        return -1;
    }
}
