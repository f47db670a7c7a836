package org.luminousnix.nix.process;

import org.luminousnix.nix.NixLayout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where `<nixpkgs>` and its like are found: as the layout says, or as a NixOS with channels has it.
///
/// @param text the value of `NIX_PATH`, empty to leave the choice to Nix
public record SearchPath(String text)
{
    /// Returns the search path of a layout.
    public static SearchPath of(NixLayout layout)
    {
        String given = layout.environment().get("NIX_PATH");
        return new SearchPath(given == null ? channels(layout) : given);
    }

    /// Returns the environment that carries this search path.
    public Map<String, String> environment()
    {
        return text.isEmpty() ? Map.of() : Map.of("NIX_PATH", text);
    }

    /// Returns the directories that are searched, without their prefixes; addresses are left out.
    public List<Path> directories()
    {
        return Stream.of(text.split(":")).map(entry -> entry.substring(entry.indexOf('=') + 1)).filter(entry -> entry.startsWith("/"))
                .map(Path::of).toList();
    }

    private static String channels(NixLayout layout)
    {
        // As NixOS sets NIX_PATH (nixos/modules/config/nix-channel.nix); Nix' own default lacks the channel's name "nixos".
        Path channels = layout.state().resolve("profiles/per-user/root/channels");
        Path nixos = channels.resolve("nixos");
        return Files.exists(nixos)
                ? "nixpkgs=" + nixos + ":nixos-config=" + layout.nixos().resolve("configuration.nix") + ":" + channels
                : "";
    }
}
