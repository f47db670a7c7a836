package org.luminousnix.daemon.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import static org.luminousnix.daemon.catalog.CatalogException.Code.MALFORMED_SOURCE;
import static org.luminousnix.daemon.catalog.CatalogException.catalogException;

/// Reads options one at a time from an `options.json`, as NixOS and home-manager write it: defaults and descriptions are
/// strings or `{_type, text}`, declarations are strings or `{name, url}`.
final class OptionReader
{
    private OptionReader()
    {}

    static void read(Path file, OptionSource source, Consumer<OptionEntry> options)
    {
        try (InputStream in = SourceFile.open(file); JsonParser json = PackageReader.JSON.createParser(in)) {
            PackageReader.expect(json.nextToken() == JsonToken.START_OBJECT, file);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    options.accept(new Fields(name, source).read(json));
                }
            }
        }
        catch (IOException e) {
            throw catalogException(MALFORMED_SOURCE, e, file + " is not an option list: " + e.getMessage());
        }
    }

    /// The fields of one option while it is read.
    private static final class Fields
    {
        private final String name;
        private final OptionSource source;
        private final List<String> declarations = new ArrayList<>();
        private String type = "";
        private String description = "";
        private String defaultText = "";
        private String example = "";
        private boolean readOnly;

        Fields(String name, OptionSource source)
        {
            this.name = name;
            this.source = source;
        }

        OptionEntry read(JsonParser json) throws IOException
        {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "type" -> type = PackageReader.text(json);
                    case "description" -> description = textOf(json).strip();
                    case "default" -> defaultText = textOf(json);
                    case "example" -> example = textOf(json);
                    case "readOnly" -> readOnly = json.getValueAsBoolean();
                    case "declarations" -> readDeclarations(json);
                    default -> json.skipChildren();
                }
            }
            return new OptionEntry(name, type, present(defaultText), present(example), description, source, declarations, readOnly);
        }

        private static Optional<String> present(String text)
        {
            return Optional.of(text).filter(value -> !value.isEmpty());
        }

        private static String textOf(JsonParser json) throws IOException
        {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return PackageReader.text(json);
            }
            String text = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                text = field.equals("text") ? PackageReader.text(json) : text;
                json.skipChildren();
            }
            return text;
        }

        private void readDeclarations(JsonParser json) throws IOException
        {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                return;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                declarations.add(json.currentToken() == JsonToken.START_OBJECT ? nameOf(json) : PackageReader.text(json));
            }
        }

        private static String nameOf(JsonParser json) throws IOException
        {
            String name = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                name = field.equals("name") ? PackageReader.text(json) : name;
                json.skipChildren();
            }
            return name.replaceAll("[<>]", "");
        }
    }
}
