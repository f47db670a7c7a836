package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.Test;
import org.luminousnix.nix.daemon.ProtocolVersion.Feature;
import org.luminousnix.nix.store.BuildResult;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.DerivedPath;
import org.luminousnix.nix.store.GarbageCollection;
import org.luminousnix.nix.store.MissingPaths;
import org.luminousnix.nix.store.NarHash;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.Root;
import org.luminousnix.nix.store.StorePath;
import org.luminousnix.nix.store.SubstitutablePath;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/// Reads, byte by byte, what a daemon of each version replies.
class GoldenRepliesTest
{
    private static final StorePath KONSOLE = StorePath.ofBaseName("7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-konsole-18.12.3");
    private static final StorePath HELLO = StorePath.ofBaseName("g1w7hy3qg1w7hy3qg1w7hy3qg1w7hyab-hello-2.10");
    private static final StorePath HELLO_DERIVATION = StorePath.ofBaseName("ac8da0sqpg4pyhzyr0qgl26d5dnpn7qp-hello-2.10.drv");
    private static final NarHash HASH = new NarHash("15e3c560894cbb27085cf65b5a2ecb18488c999497f4531b6907a7581ce6d527");
    private static final ProtocolVersion V34 = new ProtocolVersion(34, Set.of());
    private static final ProtocolVersion V37 = new ProtocolVersion(37, Set.of());
    private static final PathInfo INFO = new PathInfo(HELLO, Optional.of(HELLO_DERIVATION), HASH, Set.of(KONSOLE, HELLO),
            Instant.ofEpochSecond(1_700_000_000), 34_878, true, Set.of("cache.example-1:c2ln"),
            Optional.of(ContentAddress.parse("fixed:r:sha256:1lr187v6dck1rjh2j6svpikcfz53wyl3qrlcbb405zlh13x0khhh")));

    @Test
    void pathInfo_withPath_isReadWhole() throws IOException
    {
        Golden.assertRead("path-info", WireTypes::readPathInfo).isEqualTo(INFO);
    }

    @Test
    void pathInfo_withoutPath_isThatOfTheRequest() throws IOException
    {
        Golden.assertRead("path-info-unkeyed", reader -> WireTypes.readPathInfo(HELLO, reader)).isEqualTo(INFO);
    }

    @Test
    void pathInfo_withNothingOptional_isEmptyThere() throws IOException
    {
        PathInfo info = Golden.read("path-info-bare", WireTypes::readPathInfo);

        assertThat(info.deriver()).isEmpty();
        assertThat(info.contentAddress()).isEmpty();
        assertThat(info.references()).isEmpty();
    }

    @Test
    void derivedPaths_ofEachKind_areToldApart() throws IOException
    {
        Golden.assertRead("derived-paths", reader -> reader.list(() -> WireTypes.readDerivedPath(reader))).isEqualTo(List.of(
                new DerivedPath.Opaque(KONSOLE), new DerivedPath.Outputs(HELLO_DERIVATION, Set.of("out", "dev")),
                new DerivedPath.AllOutputs(HELLO_DERIVATION)));
    }

    @Test
    void buildResult_of134_hasNoProcessorTimes() throws IOException
    {
        Golden.assertRead("build-result-1.34", reader -> WireTypes.readBuildResult(reader, V34)).isEqualTo(
                built(Optional.empty(), Optional.empty()));
    }

    @Test
    void buildResult_of137_hasProcessorTimes() throws IOException
    {
        Golden.assertRead("build-result-1.37", reader -> WireTypes.readBuildResult(reader, V37)).isEqualTo(
                built(Optional.of(Duration.ofSeconds(500)), Optional.of(Duration.ofSeconds(604))));
    }

    @Test
    void buildResult_of137WithoutTimes_leavesThemEmpty() throws IOException
    {
        Golden.assertRead("build-result-1.37-without-times", reader -> WireTypes.readBuildResult(reader, V37)).isEqualTo(
                built(Optional.empty(), Optional.empty()));
    }

    @Test
    void buildResult_withRealisationsByPath_hasTheSameOutputs() throws IOException
    {
        var version = new ProtocolVersion(38, Set.of(Feature.REALISATION_WITH_PATH));

        Golden.assertRead("build-result-1.38-realisation-with-path", reader -> WireTypes.readBuildResult(reader, version)).isEqualTo(
                built(Optional.empty(), Optional.empty()));
    }

    @Test
    void buildResult_ofAFailure_saysWhyWithoutColours() throws IOException
    {
        BuildResult result = Golden.read("build-result-failed", reader -> WireTypes.readBuildResult(reader, V34));

        assertThat(result.status()).isEqualTo(BuildResult.Status.PERMANENT_FAILURE);
        assertThat(result.message()).isEqualTo("builder for 'hello' failed");
    }

    @Test
    void buildResult_ofAnUnknownStatus_isAFailure() throws IOException
    {
        BuildResult result = Golden.read("build-result-unknown-status", reader -> WireTypes.readBuildResult(reader, V34));

        assertThat(result.status()).isEqualTo(BuildResult.Status.UNKNOWN_FAILURE);
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void buildPathsWithResults_pairsPathsWithResults() throws IOException
    {
        Golden.assertRead("built-1.34", reader -> WorkerOperations.BUILD_PATHS_WITH_RESULTS.reply()
                .read(new WorkerRequests.Build(List.of(), WorkerRequests.Mode.NORMAL), reader, V34))
                .isEqualTo(List.of(new WorkerRequests.Built(new DerivedPath.Outputs(HELLO_DERIVATION, Set.of("out")),
                        built(Optional.empty(), Optional.empty()))));
    }

    @Test
    void missingPaths_areReadWhole() throws IOException
    {
        Golden.assertRead("missing", WireTypes::readMissingPaths).isEqualTo(
                new MissingPaths(Set.of(HELLO_DERIVATION), Set.of(KONSOLE), Set.of(), 123_456, 234_567));
    }

    @Test
    void roots_areLinksAndOthers() throws IOException
    {
        List<Root> roots = Golden.read("roots", reader -> WorkerOperations.FIND_ROOTS.reply().read(Nothing.NOTHING, reader, V34));

        assertThat(roots).containsExactly(new Root("/nix/var/nix/profiles/system-1-link", KONSOLE), new Root("{temp:4242}", HELLO));
        assertThat(roots).map(Root::isLink).containsExactly(true, false);
    }

    @Test
    void substitutablePath_isThatOfTheRequest() throws IOException
    {
        Golden.assertRead("substitutable",
                reader -> WorkerOperations.QUERY_SUBSTITUTABLE_PATH_INFO.reply().read(HELLO, reader, V34))
                .isEqualTo(Optional.of(new SubstitutablePath(HELLO, Optional.of(HELLO_DERIVATION), Set.of(KONSOLE), 1_000, 2_000)));
    }

    @Test
    void substitutablePaths_nameThemselves() throws IOException
    {
        Golden.assertRead("substitutables",
                reader -> WorkerOperations.QUERY_SUBSTITUTABLE_PATH_INFOS.reply().read(Map.of(), reader, V34))
                .isEqualTo(List.of(new SubstitutablePath(HELLO, Optional.empty(), Set.of(), 1_000, 2_000)));
    }

    @Test
    void outcomeOfCollection_isReadWithItsObsoleteField() throws IOException
    {
        Golden.assertRead("outcome-of-collection",
                reader -> WorkerOperations.COLLECT_GARBAGE.reply().read(new GarbageCollection.ListDead(), reader, V34))
                .isEqualTo(new GarbageCollection.Outcome(Set.of("/nix/store/" + KONSOLE), 4_096));
    }

    @Test
    void outputMap_leavesUnknownPathsEmpty() throws IOException
    {
        Golden.assertRead("output-map",
                reader -> WorkerOperations.QUERY_DERIVATION_OUTPUT_MAP.reply().read(HELLO_DERIVATION, reader, V34))
                .isEqualTo(Map.of("dev", Optional.empty(), "out", Optional.of(HELLO)));
    }

    private static BuildResult built(Optional<Duration> user, Optional<Duration> system)
    {
        return new BuildResult(BuildResult.Status.BUILT, "", 1, false, Instant.ofEpochSecond(30), Instant.ofEpochSecond(50), user, system,
                Map.of("out", HELLO));
    }
}
