package org.luminousnix.daemon.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Reads a knowledge file beside this class: one entry a line, `left, left: right right`; empty lines and lines that begin with
/// `#` say nothing. What the two sides mean is said at the head of each file.
final class KnowledgeFile
{
    /// One line.
    record Entry(List<String> left, List<String> right)
    {}

    private KnowledgeFile()
    {}

    static List<Entry> read(String name)
    {
        List<Entry> entries = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(open(name), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    entries.add(entry(name, line));
                }
            }
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static InputStream open(String name)
    {
        InputStream in = KnowledgeFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the resource " + name + " is not on the class path");
        }
        return in;
    }

    private static Entry entry(String name, String line)
    {
        int colon = line.indexOf(": ");
        if (colon < 1) {
            throw new IllegalStateException(name + ": expected 'left, left: right right', found '" + line + "'");
        }
        return new Entry(Arrays.asList(line.substring(0, colon).strip().split("\\s*,\\s*")),
                Arrays.asList(line.substring(colon + 2).strip().split("\\s+")));
    }
}
