package org.luminousnix.daemon.language;

import java.util.Set;
import java.util.regex.Pattern;

/// The grammar of option paths, and how one is told from a file name or a version.
final class OptionPath
{
    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z_][\\w'-]*(?:\\.(?:\"[\\w .:/@*-]+\"|<[\\w-]+>|[\\w'*-]+))+");

    private static final Set<String> ROOTS = Set.of("appstream", "boot", "console", "containers", "docker-containers", "documentation",
            "dysnomia", "ec2", "environment", "fileSystems", "fonts", "gtk", "hardware", "home", "home-manager", "i18n", "image",
            "jobs", "krb5", "lib", "location", "meta", "nix", "nixpkgs", "networking", "oci", "passthru", "power", "powerManagement",
            "programs", "qt", "security", "services", "snapraid", "sound", "specialisation", "stubby", "swapDevices", "system", "systemd",
            "time", "users", "virtualisation", "xdg", "zramSwap", "wayland", "accounts", "dconf", "targets", "news", "manual");

    private static final Pattern UNIT_FILE = Pattern.compile(".*\\.(?:service|socket|timer|target|mount|path)");

    private OptionPath()
    {}

    static boolean isLikely(String text)
    {
        int dot = text.indexOf('.');
        return dot > 0 && ROOTS.contains(text.substring(0, dot)) && GRAMMAR.matcher(text).matches() && !UNIT_FILE.matcher(text).matches();
    }

    static boolean isValid(String text)
    {
        return text.length() <= 200 && GRAMMAR.matcher(text).matches();
    }
}
