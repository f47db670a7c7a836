package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.daemon.ProtocolVersion.Feature;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.DerivedPath;
import org.luminousnix.nix.store.Derivation;
import org.luminousnix.nix.store.GarbageCollection;
import org.luminousnix.nix.store.NarHash;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Writes, byte by byte, what each operation asks with.
class GoldenRequestsTest
{
    private static final StorePath KONSOLE = StorePath.ofBaseName("7h7qgvs4kgzsn8a6rb273saxyqh4jxlz-konsole-18.12.3");
    private static final StorePath HELLO = StorePath.ofBaseName("g1w7hy3qg1w7hy3qg1w7hy3qg1w7hyab-hello-2.10");
    private static final StorePath HELLO_DERIVATION = StorePath.ofBaseName("ac8da0sqpg4pyhzyr0qgl26d5dnpn7qp-hello-2.10.drv");
    private static final NarHash HASH = new NarHash("15e3c560894cbb27085cf65b5a2ecb18488c999497f4531b6907a7581ce6d527");
    private static final ProtocolVersion V34 = new ProtocolVersion(34, Set.of());
    private static final ProtocolVersion WITH_REFERRERS = new ProtocolVersion(38, Set.of(Feature.DELETE_REFERRERS));
    private static final PathInfo BARE = new PathInfo(HELLO, Optional.empty(), HASH, Set.of(), Instant.EPOCH, 0, false, Set.of(),
            Optional.empty());

    @Test
    void path_isFull() throws IOException
    {
        assertThat(written(WorkerOperations.IS_VALID_PATH, KONSOLE, V34)).isEqualTo(Golden.hex("path"));
    }

    @Test
    void pathInfo_isWrittenAsItIsRead() throws IOException
    {
        PathInfo info = Golden.read("path-info", WireTypes::readPathInfo);

        assertThat(Golden.written(writer -> WireTypes.writePathInfo(info, writer))).isEqualTo(Golden.hex("path-info"));
    }

    @Test
    void derivedPaths_areWrittenWithAnExclamationMark() throws IOException
    {
        List<DerivedPath> paths = List.of(new DerivedPath.Opaque(KONSOLE), new DerivedPath.Outputs(HELLO_DERIVATION, Set.of("out", "dev")),
                new DerivedPath.AllOutputs(HELLO_DERIVATION));

        assertThat(written(WorkerOperations.QUERY_MISSING, paths, V34)).isEqualTo(Golden.hex("derived-paths"));
    }

    @Test
    void build_endsInItsMode() throws IOException
    {
        var build = new WorkerRequests.Build(List.of(new DerivedPath.Outputs(HELLO_DERIVATION, Set.of("out"))), WorkerRequests.Mode.CHECK);

        assertThat(written(WorkerOperations.BUILD_PATHS_WITH_RESULTS, build, V34)).isEqualTo(Golden.hex("build"));
    }

    @Test
    void collect_ofWhatIsAlive_listsIt() throws IOException
    {
        assertThat(collect(new GarbageCollection.ListLive(), V34)).isEqualTo(Golden.hex("collect-live"));
    }

    @Test
    void collect_ofWhatIsDead_listsIt() throws IOException
    {
        assertThat(collect(new GarbageCollection.ListDead(), V34)).isEqualTo(Golden.hex("collect-dead"));
    }

    @Test
    void collect_upToAMebibyte_saysSo() throws IOException
    {
        assertThat(collect(new GarbageCollection.DeleteDead(1 << 20), V34)).isEqualTo(Golden.hex("collect-delete-dead"));
    }

    @Test
    void collect_ofOneObject_namesIt() throws IOException
    {
        assertThat(collect(new GarbageCollection.Delete(Set.of(KONSOLE)), V34)).isEqualTo(Golden.hex("collect-delete"));
    }

    @Test
    void collect_withTheFeature_saysThatTheStoreIsMeant() throws IOException
    {
        assertThat(collect(new GarbageCollection.DeleteDead(1 << 20), WITH_REFERRERS)).isEqualTo(
                Golden.hex("collect-delete-dead-with-feature"));
    }

    @Test
    void collect_ofOneObjectWithTheFeature_leavesItsReferrers() throws IOException
    {
        assertThat(collect(new GarbageCollection.Delete(Set.of(KONSOLE)), WITH_REFERRERS)).isEqualTo(
                Golden.hex("collect-delete-with-feature"));
    }

    @Test
    void hashPart_isBare() throws IOException
    {
        assertThat(written(WorkerOperations.QUERY_PATH_FROM_HASH_PART, KONSOLE.hashPart(), V34)).isEqualTo(Golden.hex("hash-part"));
    }

    @Test
    void validPaths_doNotSubstitute() throws IOException
    {
        assertThat(written(WorkerOperations.QUERY_VALID_PATHS, Set.of(KONSOLE), V34)).isEqualTo(Golden.hex("valid-paths"));
    }

    @Test
    void substitutablePaths_carryContentAddresses() throws IOException
    {
        Map<StorePath, String> request = Map.of(KONSOLE, "fixed:r:sha256:1lr187v6dck1rjh2j6svpikcfz53wyl3qrlcbb405zlh13x0khhh");

        assertThat(written(WorkerOperations.QUERY_SUBSTITUTABLE_PATH_INFOS, request, V34)).isEqualTo(Golden.hex("substitutable-paths"));
    }

    @Test
    void verify_saysWhatToCheckFirst() throws IOException
    {
        assertThat(written(WorkerOperations.VERIFY_STORE, new WorkerRequests.Verify(true, false), V34)).isEqualTo(Golden.hex("verify"));
    }

    @Test
    void signatures_followTheirPath() throws IOException
    {
        assertThat(written(WorkerOperations.ADD_SIGNATURES, new WorkerRequests.Signatures(KONSOLE, Set.of("key-1:c2ln")), V34)).isEqualTo(
                Golden.hex("signatures"));
    }

    @Test
    void permanentRoot_followsItsPath() throws IOException
    {
        var root = new WorkerRequests.PermanentRoot(KONSOLE, "/nix/var/nix/gcroots/mine");

        assertThat(written(WorkerOperations.ADD_PERM_ROOT, root, new ProtocolVersion(36, Set.of()))).isEqualTo(Golden.hex("perm-root"));
    }

    @Test
    void buildDerivation_isWrittenWithoutItsInputDerivations() throws IOException
    {
        var derivation = new Derivation(Map.of("out", new Derivation.Output("/nix/store/" + HELLO, "", "")), Map.of(), Set.of(),
                "x86_64-linux", "/bin/sh", List.of("-c", "true"), Map.of("name", "hello-2.10"));
        var request = new WorkerRequests.BuildDerivation(HELLO_DERIVATION, derivation, Set.of(KONSOLE), WorkerRequests.Mode.NORMAL);

        assertThat(written(WorkerOperations.BUILD_DERIVATION, request, V34)).isEqualTo(Golden.hex("build-derivation"));
    }

    @Test
    void addToStore_endsInFrames() throws IOException
    {
        var content = new WorkerUploads.Content("notes", ContentAddress.Method.TEXT, ContentAddress.Algorithm.SHA256, Set.of(KONSOLE),
                Payload.bytes("hello".getBytes(UTF_8)));

        assertThat(written(WorkerUploads.ADD_TO_STORE, content, V34)).isEqualTo(Golden.hex("add-to-store"));
    }

    @Test
    void addTextToStore_isWrittenInOne() throws IOException
    {
        assertThat(written(WorkerUploads.ADD_TEXT_TO_STORE, new WorkerUploads.Text("notes", "hello", Set.of(KONSOLE)), V34)).isEqualTo(
                Golden.hex("add-text"));
    }

    @Test
    void addToStoreNar_endsInFrames() throws IOException
    {
        assertThat(written(WorkerUploads.ADD_TO_STORE_NAR, copy(), V34)).isEqualTo(Golden.hex("add-nar"));
    }

    @Test
    void addMultipleToStore_framesEverything() throws IOException
    {
        assertThat(written(WorkerUploads.ADD_MULTIPLE_TO_STORE, new WorkerUploads.Copies(List.of(copy()), true), V34)).isEqualTo(
                Golden.hex("add-multiple"));
    }

    @Test
    void addBuildLog_namesTheDerivationByItsBaseName() throws IOException
    {
        var log = new WorkerUploads.BuildLog(HELLO_DERIVATION, Payload.bytes("log\n".getBytes(UTF_8)));

        assertThat(written(WorkerUploads.ADD_BUILD_LOG, log, V34)).isEqualTo(Golden.hex("add-log"));
    }

    @Test
    void settings_areTwelveNumbersAndOverrides() throws IOException
    {
        var settings = new DaemonSettings(true, false, true, 3, 4, Duration.ofMinutes(1), 2, false, Map.of("timeout", "5"));

        assertThat(Golden.written(settings::write)).isEqualTo(Golden.hex("settings"));
    }

    @Test
    void nar_ofATree_isSortedAndKeepsTheExecutableBit(@TempDir Path directory) throws IOException
    {
        Files.createSymbolicLink(directory.resolve("b"), Path.of("a"));
        Files.setPosixFilePermissions(Files.writeString(directory.resolve("a"), "#!\n"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var nar = new ByteArrayOutputStream();

        Payload.nar(directory).writeTo(nar);

        assertThat(HexFormat.of().formatHex(nar.toByteArray())).isEqualTo(Golden.hex("nar"));
    }

    @Test
    void nar_thatIsCopied_endsWhereItEnds() throws IOException
    {
        var copied = new ByteArrayOutputStream();
        byte[] twice = HexFormat.of().parseHex(Golden.hex("nar") + Golden.hex("path"));
        var reader = new WireReader(new ByteArrayInputStream(twice), StoreDirectory.USUAL);

        NarCopy.copy(reader, copied);

        assertThat(HexFormat.of().formatHex(copied.toByteArray())).isEqualTo(Golden.hex("nar"));
        assertThat(reader.path()).isEqualTo(KONSOLE);
    }

    private static WorkerUploads.Copy copy()
    {
        return new WorkerUploads.Copy(BARE, Payload.bytes("12345678".getBytes(UTF_8)), true);
    }

    private static String collect(GarbageCollection request, ProtocolVersion version) throws IOException
    {
        return written(WorkerOperations.COLLECT_GARBAGE, request, version);
    }

    private static <Q> String written(WorkerOperation<Q, ?> operation, Q request, ProtocolVersion version) throws IOException
    {
        return Golden.written(writer -> operation.request().write(request, writer, version));
    }
}
