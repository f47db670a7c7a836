package org.luminousnix.daemon.catalog;

import com.fasterxml.jackson.core.JsonFactory;
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

/// Reads packages one at a time from a channel's `packages.json` (`{"version":2,"packages":{attribute:{…}}}`) or from the
/// output of `nix-env -qaP --json --meta` (`{attribute:{…}}`), so that memory does not grow with the file.
final class PackageReader
{
    // 97 000 attribute names as field names would fill the parser's symbol table for nothing.
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /// A package, and the text that is searched but not shown.
    record Row(PackageEntry entry, String longDescription, boolean mainProgram)
    {}

    private PackageReader()
    {}

    static void read(Path file, Consumer<Row> rows)
    {
        try (InputStream in = SourceFile.open(file); JsonParser json = JSON.createParser(in)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, file);
            readPackages(json, rows);
        }
        catch (IOException e) {
            throw catalogException(MALFORMED_SOURCE, e, file + " is not a package list: " + e.getMessage());
        }
    }

    static void expect(boolean held, Path file)
    {
        if (!held) {
            throw catalogException(MALFORMED_SOURCE, file + " does not hold a JSON object");
        }
    }

    private static void readPackages(JsonParser json, Consumer<Row> rows) throws IOException
    {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("packages") && value == JsonToken.START_OBJECT) {
                readPackages(json, rows);
            }
            else if (value == JsonToken.START_OBJECT) {
                rows.accept(new Fields(name).read(json));
            }
        }
    }

    /// Reads a string, or what is nearest to one; leaves the parser at the end of the value.
    static String text(JsonParser json) throws IOException
    {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return "";
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    /// Reads a string or a list of strings.
    static List<String> texts(JsonParser json) throws IOException
    {
        List<String> texts = new ArrayList<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                texts.add(text(json));
            }
        }
        else {
            texts.add(text(json));
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    /// The fields of one package while it is read.
    private static final class Fields
    {
        private final String attribute;
        private final List<String> licenses = new ArrayList<>();
        private String name = "";
        private String pname = "";
        private String version = "";
        private String description = "";
        private String longDescription = "";
        private String homepage = "";
        private String mainProgram = "";
        private List<String> vulnerabilities = List.of();
        private boolean unfree;
        private boolean broken;
        private boolean insecure;

        Fields(String attribute)
        {
            this.attribute = attribute;
        }

        Row read(JsonParser json) throws IOException
        {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "name" -> name = text(json);
                    case "pname" -> pname = text(json);
                    case "version" -> version = text(json);
                    case "meta" -> readMeta(json);
                    default -> json.skipChildren();
                }
            }
            return row();
        }

        private void readMeta(JsonParser json) throws IOException
        {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                readMetaField(field, json);
            }
        }

        private void readMetaField(String field, JsonParser json) throws IOException
        {
            switch (field) {
                case "description" -> description = text(json).strip();
                case "longDescription" -> longDescription = text(json);
                case "homepage" -> homepage = texts(json).stream().findFirst().orElse("");
                case "mainProgram" -> mainProgram = text(json);
                case "license" -> readLicenses(json);
                case "unfree" -> unfree = json.getValueAsBoolean();
                case "broken" -> broken = json.getValueAsBoolean();
                case "insecure" -> insecure = json.getValueAsBoolean();
                case "knownVulnerabilities" -> vulnerabilities = texts(json);
                default -> json.skipChildren();
            }
        }

        private void readLicenses(JsonParser json) throws IOException
        {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    readLicenses(json);
                }
            }
            else if (json.currentToken() == JsonToken.START_OBJECT) {
                readLicense(json);
            }
            else {
                addLicense(text(json));
            }
        }

        private void readLicense(JsonParser json) throws IOException
        {
            String spdx = "";
            String shortName = "";
            String fullName = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "spdxId" -> spdx = text(json);
                    case "shortName" -> shortName = text(json);
                    case "fullName" -> fullName = text(json);
                    // Lists made by hand or by an old Nix have no meta.unfree.
                    case "free" -> unfree |= json.currentToken() == JsonToken.VALUE_FALSE;
                    default -> json.skipChildren();
                }
            }
            addLicense(spdx.isEmpty() ? shortName.isEmpty() ? fullName : shortName : spdx);
        }

        private void addLicense(String license)
        {
            if (!license.isBlank()) {
                licenses.add(license);
            }
        }

        private Row row()
        {
            if (pname.isEmpty()) {
                splitName();
            }
            var entry = new PackageEntry(attribute, pname, version, description, licenses, unfree, broken,
                    insecure || !vulnerabilities.isEmpty(), vulnerabilities, Optional.of(homepage).filter(url -> !url.isBlank()),
                    mainProgram.isEmpty() ? List.of() : List.of(mainProgram));
            return new Row(entry, longDescription, !mainProgram.isEmpty());
        }

        // Nix's own rule: the version begins at the first dash that no letter follows.
        private void splitName()
        {
            pname = name.isEmpty() ? attribute : name;
            for (int i = 0; i + 1 < name.length(); i++) {
                if (name.charAt(i) == '-' && !Character.isLetter(name.charAt(i + 1))) {
                    pname = name.substring(0, i);
                    version = version.isEmpty() ? name.substring(i + 1) : version;
                    return;
                }
            }
        }
    }
}
