package org.luminousnix.nix.daemon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;

import static org.luminousnix.nix.NixErrorCode.PROTOCOL_VIOLATION;
import static org.luminousnix.nix.NixException.nixException;

/// The JSON by which protocols before the feature `realisation-with-path-not-hash` say where an output is.
final class Realisation
{
    private static final JsonFactory JSON = new JsonFactory();

    private Realisation()
    {}

    /// Returns the path under `outPath`, which is a base name.
    static StorePath outputPath(String json)
    {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("outPath")) {
                    return StorePath.ofBaseName(parser.getValueAsString(""));
                }
                parser.skipChildren();
            }
        }
        catch (IOException e) {
            throw nixException(PROTOCOL_VIOLATION, e, "not the JSON of a realisation: %s", json);
        }
        throw nixException(PROTOCOL_VIOLATION, "a realisation without outPath: %s", json);
    }
}
