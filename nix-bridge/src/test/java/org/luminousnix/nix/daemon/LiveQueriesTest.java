package org.luminousnix.nix.daemon;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.StorePath;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luminousnix.nix.daemon.Nothing.NOTHING;

/// Asks a real daemon.
class LiveQueriesTest
{
    private static final StorePath ABSENT = StorePath.ofBaseName("00000000000000000000000000000000-absent");

    @TempDir
    private static Path directory;
    private static TinyLab lab;
    private static DaemonConnection connection;
    private static StorePath lower;
    private static StorePath upper;
    private static StorePath upperDerivation;

    @BeforeAll
    static void start()
    {
        lab = TinyLab.in(directory);
        StorePath lowerDerivation = lab.derivation("lower-1.0", "echo low > $out", List.of());
        lower = lab.build(lowerDerivation);
        upperDerivation = lab.derivation("upper-2.0", "echo $inputs > $out", List.of(lowerDerivation));
        upper = lab.build(upperDerivation);
        connection = lab.connect();
    }

    @AfterAll
    static void stop()
    {
        if (connection != null) {
            connection.close();
        }
    }

    @Test
    void handshake_withNix28_agreesOn134()
    {
        assertThat(connection.handshake().version().minor()).isEqualTo(34);
        assertThat(connection.handshake().nixVersion()).isEqualTo("2.8.0");
        assertThat(connection.handshake().trust()).isEqualTo(Trust.UNKNOWN);
    }

    @Test
    void isValidPath_ofWhatWasBuilt_isTrue()
    {
        assertThat(connection.call(WorkerOperations.IS_VALID_PATH, upper)).isTrue();
    }

    @Test
    void isValidPath_ofWhatIsNotThere_isFalse()
    {
        assertThat(connection.call(WorkerOperations.IS_VALID_PATH, ABSENT)).isFalse();
    }

    @Test
    void queryPathInfo_ofWhatWasBuilt_saysWhatNixSays()
    {
        PathInfo info = connection.call(WorkerOperations.QUERY_PATH_INFO, upper).orElseThrow();

        assertThat(info.references()).containsExactly(lower);
        assertThat(info.deriver()).contains(upperDerivation);
        assertThat(info.ultimate()).isTrue();
        assertThat(info.narHash().nix32()).isEqualTo(query("--hash", upper));
        assertThat(info.narSize()).isEqualTo(Long.parseLong(query("--size", upper)));
    }

    @Test
    void queryPathInfo_ofADerivation_isContentAddressed()
    {
        PathInfo info = connection.call(WorkerOperations.QUERY_PATH_INFO, upperDerivation).orElseThrow();

        assertThat(info.contentAddress()).map(ContentAddress::method).contains(ContentAddress.Method.TEXT);
    }

    @Test
    void queryPathInfo_ofWhatIsNotThere_isEmpty()
    {
        assertThat(connection.call(WorkerOperations.QUERY_PATH_INFO, ABSENT)).isEmpty();
    }

    @Test
    void queryReferrers_ofWhatIsUsed_areItsUsers()
    {
        assertThat(connection.call(WorkerOperations.QUERY_REFERRERS, lower)).containsExactly(upper);
    }

    @Test
    void queryAllValidPaths_inASmallStore_areThoseThatNixLists()
    {
        Set<StorePath> paths = connection.call(WorkerOperations.QUERY_ALL_VALID_PATHS, NOTHING);

        assertThat(paths).map(lab.store()::fullPath).containsExactlyInAnyOrder(lab.run("nix", "path-info", "--all").split("\n"));
    }

    @Test
    void queryValidPaths_ofSome_areThoseThatAreThere()
    {
        assertThat(connection.call(WorkerOperations.QUERY_VALID_PATHS, Set.of(lower, ABSENT))).containsExactly(lower);
    }

    @Test
    void querySubstitutablePaths_withoutSubstituters_areNone()
    {
        assertThat(connection.call(WorkerOperations.QUERY_SUBSTITUTABLE_PATHS, Set.of(ABSENT))).isEmpty();
    }

    @Test
    void queryValidDerivers_ofWhatWasBuilt_isItsDerivation()
    {
        assertThat(connection.call(WorkerOperations.QUERY_VALID_DERIVERS, upper)).containsExactly(upperDerivation);
    }

    @Test
    void queryPathFromHashPart_ofAHashThatIsThere_isThePath()
    {
        assertThat(connection.call(WorkerOperations.QUERY_PATH_FROM_HASH_PART, upper.hashPart())).contains(upper);
    }

    @Test
    void queryPathFromHashPart_ofAnotherHash_isEmpty()
    {
        assertThat(connection.call(WorkerOperations.QUERY_PATH_FROM_HASH_PART, ABSENT.hashPart())).isEmpty();
    }

    @Test
    void queryDerivationOutputMap_ofADerivation_saysWhereItsOutputIs()
    {
        assertThat(connection.call(WorkerOperations.QUERY_DERIVATION_OUTPUT_MAP, upperDerivation)).containsExactly(
                Map.entry("out", Optional.of(upper)));
    }

    @Test
    void pipeline_ofManyQuestions_answersInOrder()
    {
        var asked = new ArrayList<StorePath>();
        var answered = new ArrayList<StorePath>();
        for (int round = 0; round < 5_000; round++) {
            asked.add(round % 3 == 0 ? lower : upper);
        }

        connection.pipeline(WorkerOperations.QUERY_PATH_INFO, asked.iterator(), (path, info) -> answered.add(info.orElseThrow().path()));

        assertThat(answered).isEqualTo(asked);
    }

    private static String query(String what, StorePath path)
    {
        return lab.run("nix-store", "--query", what, lab.store().fullPath(path));
    }
}
