package org.luminousnix.daemon.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import static org.luminousnix.daemon.language.LanguageError.INVALID_DATA;
import static org.luminousnix.daemon.language.LanguageError.UNREADABLE_DATA;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// A YAML document as plain maps, lists and scalars, with the shape checked where it is read.
///
/// @param source the file's name, for messages
record Yaml(String source, Object root)
{
    private static final int LARGEST_USER_FILE = 256 * 1024;

    static Yaml ofResource(String name)
    {
        try (InputStream in = Yaml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw languageException(UNREADABLE_DATA, "no such language data: %s", name);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        catch (IOException e) {
            throw languageException(UNREADABLE_DATA, "%s: %s", name, e.getMessage());
        }
    }

    static Yaml ofFile(Path file)
    {
        try {
            if (Files.size(file) > LARGEST_USER_FILE) {
                throw languageException(INVALID_DATA, "%s is larger than %s bytes", file, LARGEST_USER_FILE);
            }
            return parse(file.toString(), Files.readString(file));
        }
        catch (IOException e) {
            throw languageException(UNREADABLE_DATA, "%s: %s", file, e.getMessage());
        }
    }

    private static Yaml parse(String source, String text)
    {
        try {
            return new Yaml(source,
                    new Load(LoadSettings.builder().setLabel(source).setMaxAliasesForCollections(10).build()).loadFromString(text));
        }
        catch (YamlEngineException e) {
            throw languageException(INVALID_DATA, "%s: %s", source, e.getMessage());
        }
    }

    Yaml at(String key)
    {
        return new Yaml(source + ": " + key, map().get(key));
    }

    boolean has(String key)
    {
        return map().containsKey(key);
    }

    Map<?, ?> map()
    {
        if (!(root instanceof Map<?, ?> map)) {
            throw languageException(INVALID_DATA, "%s: expected a mapping", source);
        }
        return map;
    }

    List<String> keys()
    {
        return map().keySet().stream().map(String::valueOf).toList();
    }

    String text()
    {
        if (root == null || root instanceof Map || root instanceof List) {
            throw languageException(INVALID_DATA, "%s: expected a text", source);
        }
        return root.toString();
    }

    List<String> texts()
    {
        if (root == null) {
            return List.of();
        }
        if (!(root instanceof List<?> items)) {
            throw languageException(INVALID_DATA, "%s: expected a list", source);
        }
        return items.stream().map(item -> new Yaml(source, item).text()).toList();
    }

    List<Yaml> items()
    {
        if (!(root instanceof List<?> items)) {
            throw languageException(INVALID_DATA, "%s: expected a list", source);
        }
        return items.stream().map(item -> new Yaml(source, item)).toList();
    }
}
