package org.luminousnix.nix.generation;

import java.nio.file.Path;

import static java.util.Objects.requireNonNull;

/// The name and the version that the name of a store path holds, cut as Nix cuts it (`DrvName`): before the first dash that no letter follows.
///
/// @param name as `firefox`
/// @param version as `128.0`, empty if there is none
public record PackageName(String name, String version)
{
    public PackageName
    {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
    }

    /// Returns the package name of a store path, `<hash>-<name>`.
    public static PackageName of(Path storePath)
    {
        String file = storePath.getFileName().toString();
        return parse(file.substring(file.indexOf('-') + 1));
    }

    /// Cuts a name.
    public static PackageName parse(String text)
    {
        for (int index = 0; index + 1 < text.length(); index++) {
            if (text.charAt(index) == '-' && !Character.isLetter(text.charAt(index + 1))) {
                return new PackageName(text.substring(0, index), text.substring(index + 1));
            }
        }
        return new PackageName(text, "");
    }
}
