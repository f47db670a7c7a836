package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.luminousnix.daemon.catalog.Catalog;

import static java.util.Objects.requireNonNull;

/// Turns what a service is called into its name and the option that turns it on.
final class ServiceNames
{
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:_.@\\\\-]{0,200}");
    private static final List<String> PLACES = List.of("services.%s.enable", "programs.%s.enable", "virtualisation.%s.enable",
            "hardware.%s.enable",
            "services.desktopManager.%s.enable", "services.displayManager.%s.enable", "services.xserver.desktopManager.%s.enable",
            "services.xserver.windowManager.%s.enable", "services.xserver.displayManager.%s.enable", "networking.%s.enable",
            "security.%s.enable",
            "boot.%s.enable", "services.%s.server.enable", "i18n.inputMethod.%s.enable");

    private final Lexicon lexicon;
    private final Catalog catalog;

    /// A service, and its option where one is known.
    record Found(String name, Optional<String> option)
    {}

    ServiceNames(Lexicon lexicon, Catalog catalog)
    {
        this.lexicon = requireNonNull(lexicon, "lexicon is null");
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    /// Returns the service that a saying, a unit file or an option path means; the saying itself where none is known.
    Found named(String saying)
    {
        String bare = saying.replaceFirst("\\.(?:service|socket|timer|target)$", "");
        if (OptionPath.isLikely(bare)) {
            return ofOption(bare);
        }
        Optional<Service> listed = lexicon.service(bare);
        return listed.map(service -> new Found(service.name(), Optional.of(service.option())))
                .orElseGet(() -> new Found(bare, enabling(bare)));
    }

    static boolean isUnit(String name)
    {
        return UNIT.matcher(name).matches() && !name.contains("..");
    }

    /// Returns the option that turns on what is called so.
    Optional<String> enabling(String name)
    {
        if (!isUnit(name)) {
            return Optional.empty();
        }
        return PLACES.stream().map(place -> place.formatted(name)).filter(option -> catalog.option(option).isPresent()).findFirst();
    }

    private Found ofOption(String path)
    {
        String option = path.endsWith(".enable") ? path : path + ".enable";
        String[] parts = option.split("\\.");
        return new Found(parts[parts.length - 2], Optional.of(option));
    }
}
