package org.luminousnix.daemon.catalog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/// Holds the ranking against labelled queries on the real package set and options.
@EnabledIfEnvironmentVariable(named = "LUMINOUS_NIX_DATA", matches = ".+", disabledReason = "LUMINOUS_NIX_DATA names no directory of real data")
class CatalogRankingTest
{
    @TempDir
    private static Path directory;
    private static Path data;
    private static LuceneCatalog catalog;

    @BeforeAll
    static void build()
    {
        data = Path.of(System.getenv("LUMINOUS_NIX_DATA"));
        catalog = LuceneCatalog.open(directory, CatalogScores.sources(data.resolve("data")));
        catalog.ready().join();
    }

    @AfterAll
    static void close()
    {
        catalog.close();
    }

    @Test
    void searchPackages_queriesWrittenForIt_meetsTheGoals() throws IOException, URISyntaxException
    {
        checkPackages(CatalogScores.score(CatalogScores.rows(resource("package-queries.jsonl")), CatalogScores.packages(catalog)));
    }

    @Test
    void searchPackages_labelledQueries_meetsTheGoals() throws IOException
    {
        checkPackages(CatalogScores.score(CatalogScores.rows(data.resolve("eval/package_search.jsonl")), CatalogScores.packages(catalog)));
    }

    @Test
    void searchOptions_queriesWrittenForIt_meetsTheGoals() throws IOException, URISyntaxException
    {
        checkOptions(CatalogScores.score(CatalogScores.rows(resource("option-queries.jsonl")), CatalogScores.options(catalog)));
    }

    @Test
    void searchOptions_labelledQueries_meetsTheGoals() throws IOException
    {
        checkOptions(CatalogScores.score(CatalogScores.rows(data.resolve("eval/option_search.jsonl")), CatalogScores.options(catalog)));
    }

    private static void checkPackages(CatalogScores.Score score)
    {
        assertThat(score.first()).as("%s", score).isGreaterThanOrEqualTo(0.75);
        assertThat(score.inTen()).as("%s", score).isGreaterThanOrEqualTo(0.95);
        assertThat(score.reciprocal()).as("%s", score).isGreaterThanOrEqualTo(0.83);
    }

    private static void checkOptions(CatalogScores.Score score)
    {
        assertThat(score.first()).as("%s", score).isGreaterThanOrEqualTo(0.65);
        assertThat(score.inTen()).as("%s", score).isGreaterThanOrEqualTo(0.92);
    }

    private static Path resource(String name) throws URISyntaxException
    {
        return Path.of(requireNonNull(CatalogRankingTest.class.getResource(name), name + " is not a test resource").toURI());
    }
}
