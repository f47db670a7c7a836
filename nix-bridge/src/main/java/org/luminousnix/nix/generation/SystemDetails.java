package org.luminousnix.nix.generation;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/// What a NixOS system says of itself, read from its files.
///
/// @param nixosVersion as `24.05.20240601.abcdef`
/// @param kernelVersion as `6.6.32`; empty in a container
/// @param configurationRevision the revision of the configuration's repository, if it was told (`system.configurationRevision`)
/// @param specialisations the names of its variants, sorted
/// @param description its label: what follows the host's name in the name of the store path
public record SystemDetails(Optional<String> nixosVersion, Optional<String> kernelVersion, Optional<String> configurationRevision,
        List<String> specialisations, String description)
{
    private static final Pattern SYSTEM_NAME = Pattern.compile("[0-9a-z]{32}-nixos-system-(.+)");
    private static final int LARGEST_FILE = 1 << 16;
    // The script prints a literal JSON object for --json (nixos/modules/installer/tools/nixos-version.sh).
    private static final Pattern HEREDOC = Pattern.compile("<<\\s*(['\"]?)(\\w+)\\1\\n(\\{.*?})\\n\\2\\n", Pattern.DOTALL);

    public SystemDetails
    {
        requireNonNull(nixosVersion, "nixosVersion is null");
        requireNonNull(kernelVersion, "kernelVersion is null");
        requireNonNull(configurationRevision, "configurationRevision is null");
        specialisations = List.copyOf(specialisations);
        requireNonNull(description, "description is null");
    }

    /// Reads the details of a system; whatever cannot be read is empty.
    ///
    /// @param system the store path of the system, or a link to it
    public static SystemDetails read(Path system)
    {
        Optional<String> version = text(system.resolve("nixos-version")).map(String::strip).filter(text -> !text.isEmpty());
        return new SystemDetails(version, names(system.resolve("kernel-modules/lib/modules")).stream().findFirst(),
                text(system.resolve("sw/bin/nixos-version")).flatMap(SystemDetails::revision), names(system.resolve("specialisation")),
                label(system, version));
    }

    private static Optional<String> revision(String script)
    {
        Matcher matcher = HEREDOC.matcher(script);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return JsonReader.read(matcher.group(3)).member("configurationRevision").flatMap(Json::asText).filter(text -> !text.isEmpty());
        }
        catch (NixException _) {
            return Optional.empty();
        }
    }

    private static String label(Path system, Optional<String> version)
    {
        String name = system.getFileName().toString();
        Matcher matcher = SYSTEM_NAME.matcher(name);
        if (!matcher.matches()) {
            return version.orElse("");
        }
        String hostAndLabel = matcher.group(1);
        // Both the host's name and the label may hold dashes; where the label is the version, as usual, that tells them apart.
        return version.filter(hostAndLabel::endsWith).orElseGet(() -> hostAndLabel.substring(hostAndLabel.indexOf('-') + 1));
    }

    private static Optional<String> text(Path file)
    {
        try (InputStream input = Files.newInputStream(file)) {
            return Optional.of(new String(input.readNBytes(LARGEST_FILE), UTF_8));
        }
        catch (IOException _) {
            return Optional.empty();
        }
    }

    private static List<String> names(Path directory)
    {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        catch (IOException _) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }
}
