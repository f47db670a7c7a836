package org.luminousnix.daemon.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What the methods, records and members are for, in words: taken from their documentation comments when the project is
/// built, since those are not in the program.
///
/// The key of a method is its name, of a parameter `method/parameter`, of a record or enum its name, of a member or
/// constant `Record/member`.
final class Descriptions
{
    static final String FILE = "descriptions.properties";

    private final Properties texts;

    private Descriptions(Properties texts)
    {
        this.texts = texts;
    }

    static Descriptions of(Map<String, String> texts)
    {
        Properties properties = new Properties();
        properties.putAll(texts);
        return new Descriptions(properties);
    }

    /// Returns those that the program was built with.
    static Descriptions load()
    {
        Properties texts = new Properties();
        try (InputStream stream = Descriptions.class.getResourceAsStream(FILE)) {
            if (stream != null) {
                texts.load(new InputStreamReader(stream, UTF_8));
            }
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Descriptions(texts);
    }

    /// Returns a description; an empty text where there is none, as for the methods of a test.
    String of(String key)
    {
        return texts.getProperty(key, "");
    }
}
