package org.luminousnix.daemon.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Scores the ranking on labelled queries, one JSON object a line: `{"query": …, "acceptable": […]}`. Run by hand:
/// `java … CatalogScores STATE packages|options FILE [failures]`, with the data of `LUMINOUS_NIX_DATA`.
public final class CatalogScores
{
    /// What a set of queries scored: shares from 0 to 1, processor times in microseconds,
    /// so that a busy machine does not show.
    record Score(int queries, double first, double inTen, double reciprocal, long median, long slowest1, long slowest5,
            List<String> failures)
    {
        @Override
        public String toString()
        {
            return String.format(Locale.ROOT, "n=%d hit@1=%.3f hit@10=%.3f mrr=%.3f p50=%dus p95=%dus p99=%dus", queries, first, inTen,
                    reciprocal, median, slowest5, slowest1);
        }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CatalogScores()
    {}

    public static void main(String[] arguments) throws IOException
    {
        Path data = Path.of(System.getenv("LUMINOUS_NIX_DATA")).resolve("data");
        long start = System.nanoTime();
        try (var catalog = LuceneCatalog.open(Path.of(arguments[0]), sources(data))) {
            catalog.ready().join();
            System.out.printf(Locale.ROOT, "ready after %d ms: %s%n", (System.nanoTime() - start) / 1_000_000, catalog.status());
            List<JsonNode> rows = rows(Path.of(arguments[2]));
            Function<String, List<String>> search = arguments[1].equals("packages") ? packages(catalog) : options(catalog);
            score(rows, search);
            Score score = score(rows, search);
            if (arguments.length > 3) {
                score.failures().forEach(System.out::println);
            }
            System.out.println(score);
        }
    }

    static CatalogSources sources(Path data)
    {
        return new CatalogSources(Optional.of(data.resolve("packages.json.br")),
                Optional.of(data.resolve("nixos-options.unstable-2025-02.json.br")), Optional.of(data.resolve("hm-options.26.05.json.gz")),
                Optional.of(data.resolve("programs.sqlite")));
    }

    static Function<String, List<String>> packages(Catalog catalog)
    {
        return query -> catalog.searchPackages(query, 10).stream().map(hit -> hit.entry().attribute()).toList();
    }

    static Function<String, List<String>> options(Catalog catalog)
    {
        return query -> catalog.searchOptions(query, 10, Optional.empty()).stream().map(hit -> hit.entry().name()).toList();
    }

    static List<JsonNode> rows(Path file) throws IOException
    {
        var json = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(json.readTree(line));
            }
        }
        return rows;
    }

    static Score score(List<JsonNode> rows, Function<String, List<String>> search)
    {
        int first = 0;
        int found = 0;
        double reciprocal = 0;
        List<Long> times = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (JsonNode row : rows) {
            List<String> acceptable = new ArrayList<>();
            row.get("acceptable").forEach(name -> acceptable.add(name.asText()));
            long start = THREADS.getCurrentThreadCpuTime();
            List<String> hits = search.apply(row.get("query").asText());
            times.add((THREADS.getCurrentThreadCpuTime() - start) / 1000);
            int rank = rank(hits, acceptable);
            first += rank == 1 ? 1 : 0;
            found += rank > 0 ? 1 : 0;
            reciprocal += rank > 0 ? 1.0 / rank : 0;
            if (rank != 1) {
                failures.add(rank + " | " + row.get("query").asText() + " | want " + acceptable.subList(0, Math.min(3, acceptable.size()))
                        + " | got " + hits.subList(0, Math.min(5, hits.size())));
            }
        }
        times.sort(Long::compare);
        int last = rows.size() - 1;
        return new Score(rows.size(), first / (double) rows.size(), found / (double) rows.size(), reciprocal / rows.size(),
                times.get(last / 2),
                times.get((int) (0.99 * last)), times.get((int) (0.95 * last)), failures);
    }

    private static int rank(List<String> hits, List<String> acceptable)
    {
        for (int i = 0; i < hits.size(); i++) {
            if (acceptable.contains(hits.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
