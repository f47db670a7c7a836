package org.luminousnix.nix.daemon;

import org.luminousnix.nix.daemon.WorkerOperation.Pace;
import org.luminousnix.nix.daemon.WorkerRequests.Build;
import org.luminousnix.nix.store.BuildResult;
import org.luminousnix.nix.store.DerivedPath;
import org.luminousnix.nix.store.GarbageCollection;
import org.luminousnix.nix.store.MissingPaths;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.Root;
import org.luminousnix.nix.store.StorePath;
import org.luminousnix.nix.store.SubstitutablePath;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.luminousnix.nix.daemon.Nothing.NOTHING;
import static org.luminousnix.nix.daemon.ProtocolVersion.OLDEST;

/// Every operation of the worker protocol that asks, builds, or keeps; what uploads is in [WorkerUploads].
///
/// RegisterDrvOutput (42) and QueryRealisation (43) are left out: they serve content-addressed derivations, an experiment of Nix
/// that this library does not build. Operations that no daemon of 1.34 offers any more are left out too.
public final class WorkerOperations
{
    /// Asks whether an object is in the store.
    public static final WorkerOperation<StorePath, Boolean> IS_VALID_PATH = question("IsValidPath", 1, WorkerOperations::path,
            (_, reader, _) -> reader.flag());

    /// Asks what refers to an object directly.
    public static final WorkerOperation<StorePath, Set<StorePath>> QUERY_REFERRERS = question("QueryReferrers", 6, WorkerOperations::path,
            (_, reader, _) -> reader.paths());

    /// Builds or fetches; what cannot be is an error.
    public static final WorkerOperation<Build, Nothing> BUILD_PATHS = work("BuildPaths", 9, WorkerOperations::build,
            (_, reader, _) -> done(reader));

    /// Fetches an object that is not there.
    public static final WorkerOperation<StorePath, Nothing> ENSURE_PATH = work("EnsurePath", 10, WorkerOperations::path,
            (_, reader, _) -> done(reader));

    /// Keeps an object from being collected as long as the connection lasts.
    public static final WorkerOperation<StorePath, Nothing> ADD_TEMP_ROOT = question("AddTempRoot", 11, WorkerOperations::path,
            (_, reader, _) -> done(reader));

    /// Keeps what a symlink points to, as long as it does. The request is the absolute path of the symlink.
    public static final WorkerOperation<String, Nothing> ADD_INDIRECT_ROOT = question("AddIndirectRoot", 12, WorkerOperations::text,
            (_, reader, _) -> done(reader));

    /// Asks for everything that keeps objects.
    public static final WorkerOperation<Nothing, List<Root>> FIND_ROOTS = work("FindRoots", 14, WorkerOperations::nothing,
            (_, reader, _) -> reader.list(() -> WireTypes.readRoot(reader)));

    /// Collects garbage, or says what would be.
    public static final WorkerOperation<GarbageCollection, GarbageCollection.Outcome> COLLECT_GARBAGE = work("CollectGarbage", 20,
            WorkerRequests::collect, (_, reader, _) -> {
                var outcome = new GarbageCollection.Outcome(reader.texts(), reader.size());
                reader.number();
                return outcome;
            });

    /// Asks whether substituters have an object.
    public static final WorkerOperation<StorePath, Optional<SubstitutablePath>> QUERY_SUBSTITUTABLE_PATH_INFO = question(
            "QuerySubstitutablePathInfo", 21, WorkerOperations::path,
            (path, reader, _) -> reader.flag() ? Optional.of(WireTypes.readSubstitutablePath(path, reader)) : Optional.empty());

    /// Asks for all objects of the store.
    public static final WorkerOperation<Nothing, Set<StorePath>> QUERY_ALL_VALID_PATHS = question("QueryAllValidPaths", 23,
            WorkerOperations::nothing, (_, reader, _) -> reader.paths());

    /// Asks what the store knows about an object.
    public static final WorkerOperation<StorePath, Optional<PathInfo>> QUERY_PATH_INFO = question("QueryPathInfo", 26,
            WorkerOperations::path,
            (path, reader, _) -> reader.flag() ? Optional.of(WireTypes.readPathInfo(path, reader)) : Optional.empty());

    /// Asks for the object of a hash part.
    public static final WorkerOperation<String, Optional<StorePath>> QUERY_PATH_FROM_HASH_PART = question("QueryPathFromHashPart", 29,
            WorkerRequests::hashPart, (_, reader, _) -> reader.optionalPath());

    /// Asks which objects substituters have; a value is the content address, or empty.
    public static final WorkerOperation<Map<StorePath, String>, List<SubstitutablePath>> QUERY_SUBSTITUTABLE_PATH_INFOS = work(
            "QuerySubstitutablePathInfos", 30, WorkerRequests::contentAddresses,
            (_, reader, _) -> reader.list(() -> WireTypes.readSubstitutablePath(reader.path(), reader)));

    /// Asks which of some objects are in the store.
    public static final WorkerOperation<Set<StorePath>, Set<StorePath>> QUERY_VALID_PATHS = question("QueryValidPaths", 31,
            (paths, writer, _) -> {
                writer.paths(paths);
                writer.flag(false);
            }, (_, reader, _) -> reader.paths());

    /// Asks which of some objects substituters have.
    public static final WorkerOperation<Set<StorePath>, Set<StorePath>> QUERY_SUBSTITUTABLE_PATHS = work("QuerySubstitutablePaths", 32,
            (paths, writer, _) -> writer.paths(paths), (_, reader, _) -> reader.paths());

    /// Asks which derivations in the store make an object.
    public static final WorkerOperation<StorePath, Set<StorePath>> QUERY_VALID_DERIVERS = question("QueryValidDerivers", 33,
            WorkerOperations::path, (_, reader, _) -> reader.paths());

    /// Replaces equal files by hard links.
    public static final WorkerOperation<Nothing, Nothing> OPTIMISE_STORE = work("OptimiseStore", 34, WorkerOperations::nothing,
            (_, reader, _) -> done(reader));

    /// Verifies the store; the answer is whether there are errors that were not repaired.
    public static final WorkerOperation<WorkerRequests.Verify, Boolean> VERIFY_STORE = work("VerifyStore", 35, (request, writer, _) -> {
        writer.flag(request.checkContents());
        writer.flag(request.repair());
    }, (_, reader, _) -> reader.flag());

    /// Builds a derivation that is not in the store.
    public static final WorkerOperation<WorkerRequests.BuildDerivation, BuildResult> BUILD_DERIVATION = work("BuildDerivation", 36,
            WorkerRequests::buildDerivation, (_, reader, version) -> WireTypes.readBuildResult(reader, version));

    /// Adds signatures to an object.
    public static final WorkerOperation<WorkerRequests.Signatures, Nothing> ADD_SIGNATURES = question("AddSignatures", 37,
            (request, writer, _) -> {
                writer.path(request.path());
                writer.texts(request.signatures());
            }, (_, reader, _) -> done(reader));

    /// Reads the NAR serialisation of an object into a stream.
    public static final WorkerOperation<WorkerRequests.NarDownload, Nothing> NAR_FROM_PATH = work("NarFromPath", 38,
            (request, writer, _) -> writer.path(request.path()), (request, reader, _) -> {
                NarCopy.copy(reader, request.sink());
                return NOTHING;
            });

    /// Asks what has to be built or fetched.
    public static final WorkerOperation<List<DerivedPath>, MissingPaths> QUERY_MISSING = work("QueryMissing", 40,
            (paths, writer, _) -> WireTypes.writeDerivedPaths(paths, writer), (_, reader, _) -> WireTypes.readMissingPaths(reader));

    /// Asks where the outputs of a derivation are; empty where that is not known before it is built.
    public static final WorkerOperation<StorePath, Map<String, Optional<StorePath>>> QUERY_DERIVATION_OUTPUT_MAP = question(
            "QueryDerivationOutputMap", 41, WorkerOperations::path, (_, reader, _) -> reader.map(reader::text, reader::optionalPath));

    /// Builds or fetches; what cannot be is a result.
    public static final WorkerOperation<Build, List<WorkerRequests.Built>> BUILD_PATHS_WITH_RESULTS = work("BuildPathsWithResults", 46,
            WorkerOperations::build, (_, reader, version) -> reader.list(() -> WorkerRequests.Built.read(reader, version)));

    /// Makes a symlink that keeps an object, with the daemon's rights; for trusted clients.
    public static final WorkerOperation<WorkerRequests.PermanentRoot, String> ADD_PERM_ROOT = new WorkerOperation<>("AddPermRoot", 47, 36,
            Pace.QUESTION, (request, writer, _) -> {
                writer.path(request.path());
                writer.text(request.link());
            }, (_, reader, _) -> reader.text());

    private WorkerOperations()
    {}

    private static <Q, R> WorkerOperation<Q, R> question(String name, int code, WorkerOperation.RequestWriter<Q> request,
            WorkerOperation.ReplyReader<Q, R> reply)
    {
        return new WorkerOperation<>(name, code, OLDEST, Pace.QUESTION, request, reply);
    }

    private static <Q, R> WorkerOperation<Q, R> work(String name, int code, WorkerOperation.RequestWriter<Q> request,
            WorkerOperation.ReplyReader<Q, R> reply)
    {
        return new WorkerOperation<>(name, code, OLDEST, Pace.WORK, request, reply);
    }

    private static void nothing(Nothing request, WireWriter writer, ProtocolVersion version)
    {
        // The number of the operation says it all.
    }

    private static void path(StorePath path, WireWriter writer, ProtocolVersion version) throws IOException
    {
        writer.path(path);
    }

    private static void text(String text, WireWriter writer, ProtocolVersion version) throws IOException
    {
        writer.text(text);
    }

    private static void build(Build request, WireWriter writer, ProtocolVersion version) throws IOException
    {
        WireTypes.writeDerivedPaths(request.paths(), writer);
        writer.number(request.mode().number());
    }

    static Nothing done(WireReader reader) throws IOException
    {
        reader.number();
        return NOTHING;
    }
}
