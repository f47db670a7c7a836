package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.NixException;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.GarbageCollection;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.Root;
import org.luminousnix.nix.store.StorePath;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luminousnix.nix.daemon.Nothing.NOTHING;

/// Adds objects to a real store, keeps them, copies them and collects them.
class LiveObjectsTest
{
    @TempDir
    private Path directory;
    private TinyLab lab;
    private NixStore store;

    @BeforeEach
    void start()
    {
        lab = TinyLab.in(directory.resolve("one"));
        store = NixStore.of(lab.layout(), lab.processes());
    }

    @AfterEach
    void stop()
    {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void addText_withReferences_keepsThem()
    {
        StorePath low = store.addText("low", "low\n", Set.of()).path();

        PathInfo info = store.addText("high", "needs " + store.directory().fullPath(low), Set.of(low));

        assertThat(info.references()).containsExactly(low);
        assertThat(info.contentAddress()).map(ContentAddress::method).contains(ContentAddress.Method.TEXT);
        assertThat(store.directory().resolve(info.path())).hasContent("needs " + store.directory().fullPath(low));
    }

    @Test
    void addTextToStore_ofTheSameText_isTheSamePath()
    {
        StorePath path = store.addText("same", "text", Set.of()).path();

        assertThat(store.start(WorkerUploads.ADD_TEXT_TO_STORE, new WorkerUploads.Text("same", "text", Set.of())).await()).isEqualTo(path);
    }

    @Test
    void add_ofAFlatFile_isWhereNixPutsIt() throws IOException
    {
        Path file = Files.writeString(directory.resolve("flat.txt"), "flat");
        var content = new WorkerUploads.Content("flat.txt", ContentAddress.Method.FLAT, ContentAddress.Algorithm.SHA256, Set.of(),
                Payload.bytes("flat".getBytes(UTF_8)));

        PathInfo info = store.add(content);

        assertThat(store.directory().fullPath(info.path())).isEqualTo(lab.run("nix-store", "--add-fixed", "sha256", file.toString()));
    }

    @Test
    void addTree_ofFilesLinksAndPrograms_isWhereNixPutsIt() throws IOException
    {
        Path tree = tree();

        PathInfo info = store.addTree("tree", tree);

        assertThat(store.directory().fullPath(info.path())).isEqualTo(lab.run("nix-store", "--add", tree.toString()));
    }

    @Test
    void addTree_ofAMegabyte_isUploadedWhole() throws IOException
    {
        Path file = Files.write(directory.resolve("large"), new byte[3_000_001]);

        assertThat(store.addTree("large", file).narSize()).isGreaterThan(3_000_001);
    }

    @Test
    void writeNar_ofATree_isWhatNixDumps() throws IOException
    {
        PathInfo info = store.addTree("tree", tree());
        var nar = new ByteArrayOutputStream();

        store.writeNar(info.path(), nar);

        assertThat(nar.size()).isEqualTo(info.narSize());
        assertThat(nar.toString(ISO_8859_1)).isEqualTo(lab.runRaw("nix-store", "--dump", store.directory().fullPath(info.path())));
    }

    @Test
    void addToStoreNar_ofAnObjectOfAnotherStore_isThere() throws IOException
    {
        PathInfo info = store.addTree("tree", tree());
        var nar = new ByteArrayOutputStream();
        store.writeNar(info.path(), nar);
        StorePath copy = StorePath.ofBaseName(info.path().baseName().replaceFirst("^.{4}", "0000"));
        var renamed = new PathInfo(copy, info.deriver(), info.narHash(), Set.of(), info.registered(), info.narSize(), false, Set.of(),
                Optional.empty());

        store.start(WorkerUploads.ADD_TO_STORE_NAR, new WorkerUploads.Copy(renamed, Payload.bytes(nar.toByteArray()), true)).await();

        assertThat(store.pathInfo(copy).orElseThrow().narHash()).isEqualTo(info.narHash());
    }

    @Test
    void addMultipleToStore_ofObjectsOfAnotherStore_areThere() throws IOException
    {
        PathInfo info = store.addTree("tree", tree());
        var nar = new ByteArrayOutputStream();
        store.writeNar(info.path(), nar);
        StorePath low = StorePath.ofBaseName("00000000000000000000000000000001-low");
        StorePath high = StorePath.ofBaseName("00000000000000000000000000000002-high");
        var objects = List.of(copy(low, Set.of(), info, nar), copy(high, Set.of(low), info, nar));

        store.start(WorkerUploads.ADD_MULTIPLE_TO_STORE, new WorkerUploads.Copies(objects, true)).await();

        assertThat(store.pathInfo(high).orElseThrow().references()).containsExactly(low);
    }

    @Test
    void addToStoreNar_withAWrongHash_isRefused() throws IOException
    {
        PathInfo info = store.addTree("tree", tree());
        var copy = copy(StorePath.ofBaseName("00000000000000000000000000000001-low"), Set.of(), info, new ByteArrayOutputStream());
        DaemonTask<Nothing> task = store.start(WorkerUploads.ADD_TO_STORE_NAR, copy);

        assertThatExceptionOfType(NixException.class).isThrownBy(task::await);
    }

    @Test
    void addSignatures_toAnObject_areKept()
    {
        StorePath path = store.addText("signed", "x", Set.of()).path();
        String signature = "key-1:" + "A".repeat(86) + "==";

        store.start(WorkerOperations.ADD_SIGNATURES, new WorkerRequests.Signatures(path, Set.of(signature))).await();

        assertThat(store.pathInfo(path).orElseThrow().signatures()).containsExactly(signature);
    }

    @Test
    void optimiseStore_ofEqualFiles_isDone()
    {
        store.addText("one", "the same text", Set.of());
        store.addText("two", "the same text", Set.of());

        assertThat(store.start(WorkerOperations.OPTIMISE_STORE, NOTHING).await()).isEqualTo(NOTHING);
    }

    @Test
    void verifyStore_thatIsWhole_hasNoErrors()
    {
        store.addText("whole", "x", Set.of());

        assertThat(store.start(WorkerOperations.VERIFY_STORE, new WorkerRequests.Verify(true, false)).await()).isFalse();
    }

    @Test
    void verifyStore_withADamagedFile_hasErrors() throws IOException
    {
        Path file = store.directory().resolve(store.addText("damaged", "before", Set.of()).path());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(file, "after!");

        assertThat(store.start(WorkerOperations.VERIFY_STORE, new WorkerRequests.Verify(true, false)).await()).isTrue();
    }

    @Test
    void addIndirectRoot_ofALink_isAmongTheRoots() throws IOException
    {
        StorePath path = store.addText("rooted", "x", Set.of()).path();
        Path link = Files.createSymbolicLink(lab.directory().resolve("result"), store.directory().resolve(path));

        store.addIndirectRoot(link);

        assertThat(store.roots()).contains(new Root(link.toString(), path));
        assertThat(store.deadPaths().paths()).doesNotContain(path);
    }

    @Test
    void deadPaths_withoutRoots_areAllWithTheirSize()
    {
        PathInfo info = store.addText("dead", "x", Set.of());

        DeadPaths dead = store.deadPaths();

        assertThat(dead.paths()).containsExactly(info.path());
        assertThat(dead.narSize()).isEqualTo(info.narSize());
    }

    @Test
    void temporaryRoots_asLongAsTheyAreOpen_keepTheirObjects()
    {
        StorePath path = store.addText("kept", "x", Set.of()).path();

        try (TemporaryRoots roots = store.temporaryRoots()) {
            roots.add(path);
            store.startGarbageCollection(new GarbageCollection.DeleteDead(Long.MAX_VALUE)).await();
            assertThat(store.isValid(path)).isTrue();
        }
    }

    @Test
    void startGarbageCollection_ofAllThatIsDead_deletesIt()
    {
        PathInfo info = store.addText("gone", "x".repeat(10_000), Set.of());

        GarbageCollection.Outcome outcome = store.startGarbageCollection(new GarbageCollection.DeleteDead(Long.MAX_VALUE)).await();

        assertThat(outcome.paths()).contains(store.directory().fullPath(info.path()));
        assertThat(outcome.bytesFreed()).isGreaterThanOrEqualTo(10_000);
        assertThat(store.isValid(info.path())).isFalse();
    }

    @Test
    void startGarbageCollection_ofWhatIsAlive_listsIt() throws IOException
    {
        StorePath path = store.addText("alive", "x", Set.of()).path();
        store.addIndirectRoot(Files.createSymbolicLink(lab.directory().resolve("result"), store.directory().resolve(path)));

        assertThat(store.startGarbageCollection(new GarbageCollection.ListLive()).await().paths())
                .containsExactly(store.directory().fullPath(path));
    }

    @Test
    void startGarbageCollection_ofOneObject_leavesOthers()
    {
        StorePath one = store.addText("one", "1", Set.of()).path();
        StorePath two = store.addText("two", "2", Set.of()).path();

        store.startGarbageCollection(new GarbageCollection.Delete(Set.of(one))).await();

        assertThat(store.validPaths(Set.of(one, two))).containsExactly(two);
    }

    private Path tree() throws IOException
    {
        Path tree = Files.createDirectories(directory.resolve("tree"));
        Files.createDirectories(tree.resolve("empty"));
        Files.writeString(tree.resolve("B"), "upper");
        Files.writeString(tree.resolve("a"), "");
        Path program = Files.writeString(tree.resolve("program"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (Files.notExists(tree.resolve("link"), LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(tree.resolve("link"), Path.of("../nowhere"));
        }
        return tree;
    }

    private static WorkerUploads.Copy copy(StorePath path, Set<StorePath> references, PathInfo like, ByteArrayOutputStream nar)
    {
        var info = new PathInfo(path, Optional.empty(), like.narHash(), references, like.registered(), like.narSize(), false, Set.of(),
                Optional.empty());
        return new WorkerUploads.Copy(info, Payload.bytes(nar.toByteArray()), true);
    }
}
