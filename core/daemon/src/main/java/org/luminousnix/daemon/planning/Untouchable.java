package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.language.OptionValue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What no sentence sets, whoever says it: secrets in clear, code that runs as root, sources that nobody vouches for.
///
/// The files can still be edited by hand; the assistant only does not do it on hearsay.
final class Untouchable
{
    private static final Pattern PASSWORD = Pattern.compile(
            "(^|\\.)(password|initialPassword|rootPassword|adminpass|secret|secretKey|token|apiKey|privateKey|psk)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile(
            "^(system\\.(user)?[aA]ctivationScripts|boot\\.(initrd\\.)?(pre|post)\\w*Commands|nix\\.settings\\.(post-build-hook|pre-build-hook|builders|diff-hook)"
                    + "|nix\\.buildMachines|nix\\.extraOptions|security\\.wrappers|security\\.sudo\\.(extraConfig|extraRules|configFile))(\\..*)?$"
                    + "|\\.(preStart|postStart|preStop|postStop|script|extraInit|shellInit|interactiveShellInit|loginShellInit|ExecStart\\w*|ExecStop\\w*)$");
    private static final Pattern SOURCES = Pattern.compile("^nix\\.settings\\.(extra-)?(trusted-)?substituters$");
    private static final Pattern KEYS = Pattern.compile("^nix\\.settings\\.(extra-)?trusted-public-keys$");
    private static final Set<String> KNOWN_HOSTS = Set.of("cache.nixos.org", "nix-community.cachix.org");

    private Untouchable()
    {}

    /// Returns why an option does not get a value, and what would be allowed; empty where nothing speaks against it.
    static Optional<String> objection(String option, OptionValue value)
    {
        if (PASSWORD.matcher(option).find()) {
            return Optional.of(option
                    + " would put a secret in clear into the configuration and into the store, which everybody on the machine can read. Use the option for a file instead, such as hashedPasswordFile, or passwd.");
        }
        if (CODE.matcher(option).find()) {
            return Optional.of(
                    option + " holds code that runs as root; that is not taken from a sentence. Write it into the configuration yourself.");
        }
        if (SOURCES.matcher(option).matches() && texts(value).stream().anyMatch(source -> !isKnown(source))) {
            return Optional.of("Binary caches other than %s are not set from a sentence: whoever runs one can give you any program."
                    .formatted(String.join(" and ", KNOWN_HOSTS)));
        }
        if (KEYS.matcher(option).matches() || (option.equals("nix.settings.require-sigs") && value.equals(new OptionValue.Flag(false)))) {
            return Optional.of(option + " decides whose programs are trusted; that is not changed from a sentence.");
        }
        if (option.equals("nix.settings.trusted-users")
                && texts(value).stream().anyMatch(user -> user.equals("*") || user.startsWith("@users"))) {
            return Optional.of("A trusted user of Nix can become root, so not everybody is made one from a sentence.");
        }
        return option.equals("nix.enable") && value.equals(new OptionValue.Flag(false))
                ? Optional.of("Without Nix nothing could be repaired any more; it is not switched off from a sentence.")
                : Optional.empty();
    }

    private static List<String> texts(OptionValue value)
    {
        return switch (value) {
            case OptionValue.Text(String text) -> List.of(text);
            case OptionValue.Items(var items) -> items.stream().flatMap(item -> texts(item).stream()).toList();
            case OptionValue.Expression(String expression) -> List.of(expression);
            case OptionValue.Whole _,OptionValue.Decimal _,OptionValue.Flag _ -> List.of();
        };
    }

    private static boolean isKnown(String source)
    {
        try {
            URI uri = URI.create(source);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && KNOWN_HOSTS.contains(uri.getHost());
        }
        catch (IllegalArgumentException e) {
            return false;
        }
    }
}
