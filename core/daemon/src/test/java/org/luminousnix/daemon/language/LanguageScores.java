package org.luminousnix.daemon.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.luminousnix.daemon.catalog.CatalogSources;
import org.luminousnix.daemon.catalog.LuceneCatalog;

/// Scores the held-out sentences and prints which intents are taken for which.
///
/// Arguments: a directory for the index, and the files `packages.json[.br]` and `options.json[.br]` of a channel.
final class LanguageScores
{
    private LanguageScores()
    {}

    public static void main(String[] arguments) throws IOException
    {
        CatalogSources sources = new CatalogSources(Optional.of(Path.of(arguments[1])), Optional.of(Path.of(arguments[2])),
                Optional.empty(), Optional.empty());
        try (LuceneCatalog catalog = LuceneCatalog.open(Path.of(arguments[0]), sources)) {
            catalog.ready().join();
            print(LanguageEngine.open(catalog));
        }
    }

    private static void print(LanguageEngine engine) throws IOException
    {
        Map<String, Integer> confusions = new TreeMap<>();
        int all = 0;
        int wrong = 0;
        for (String line : heldOut()) {
            List<String> wanted = List.of(line.substring(0, line.indexOf(':')).split("\\+"));
            for (String text : line.substring(line.indexOf(':') + 1).split(" \\| ")) {
                List<String> got = engine.understand(text.strip(), Dialogue.empty()).wishes().stream().map(Intent::name).toList();
                all++;
                if (!got.equals(wanted)) {
                    wrong++;
                    confusions.merge(wanted + " read as " + got, 1, Integer::sum);
                }
            }
        }
        System.out.printf("held out: %d of %d right, %.1f %%%n", all - wrong, all, 100.0 * (all - wrong) / all);
        confusions.forEach((confusion, times) -> System.out.println(times + " " + confusion));
    }

    private static List<String> heldOut() throws IOException
    {
        try (var in = LanguageScores.class.getResourceAsStream("held-out.txt")) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.startsWith("#") && line.contains(":")).toList();
        }
    }
}
