package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.daemon.WorkerRequests.Build;
import org.luminousnix.nix.daemon.WorkerRequests.Built;
import org.luminousnix.nix.daemon.WorkerRequests.Mode;
import org.luminousnix.nix.process.NativeProcesses;
import org.luminousnix.nix.store.ClosureDifference;
import org.luminousnix.nix.store.ClosureGraph;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.DerivedPath;
import org.luminousnix.nix.store.Derivation;
import org.luminousnix.nix.store.GarbageCollection;
import org.luminousnix.nix.store.MissingPaths;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.Root;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.FILE_INACCESSIBLE;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixErrorCode.INVALID_STORE_PATH;
import static org.luminousnix.nix.NixErrorCode.NO_SUCH_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;
import static org.luminousnix.nix.daemon.Nothing.NOTHING;

/// A Nix store, asked and worked on through its daemon.
///
/// - Questions take microseconds and share a few connections. Work (`start…`) has a connection of its own and can be cancelled.
/// - What an operation throws is said at [DaemonConnection]; what it throws beyond that is said here.
///
/// Safe for use by several threads.
public final class NixStore implements AutoCloseable
{
    private static final int CONNECTIONS = 4;

    private final DaemonPool pool;
    private final ClosureMemory closures = new ClosureMemory();

    /// Creates a store on these connections, which are closed with it.
    public NixStore(DaemonPool pool)
    {
        this.pool = requireNonNull(pool, "pool is null");
    }

    /// Returns the store of a machine, through the socket of its daemon, or that of a lab, through children of ours.
    public static NixStore of(NixLayout layout, NativeProcesses processes)
    {
        DaemonEndpoint endpoint = layout.lab() ? ChildEndpoint.of(layout, processes) : SocketEndpoint.of(layout);
        return new NixStore(
                new DaemonPool(endpoint, StoreDirectory.of(layout.store()), Optional.empty(), DaemonTimes.usual(), CONNECTIONS));
    }

    /// Returns where the store is.
    public StoreDirectory directory()
    {
        return pool.directory();
    }

    /// Returns what the daemon is.
    public Handshake daemon()
    {
        return pool.with(DaemonConnection::handshake);
    }

    /// Returns whether an object is there.
    public boolean isValid(StorePath path)
    {
        return pool.ask(WorkerOperations.IS_VALID_PATH, path);
    }

    /// Returns what the store knows about an object; empty if it is not there.
    public Optional<PathInfo> pathInfo(StorePath path)
    {
        return pool.ask(WorkerOperations.QUERY_PATH_INFO, path);
    }

    /// Returns what the store knows about each of some objects; those that are not there are left out.
    public List<PathInfo> pathInfos(Collection<StorePath> paths)
    {
        return pool.with(connection -> {
            var infos = new ArrayList<PathInfo>(paths.size());
            connection.pipeline(WorkerOperations.QUERY_PATH_INFO, paths.iterator(), (_, info) -> info.ifPresent(infos::add));
            return List.copyOf(infos);
        });
    }

    /// Returns all objects that are there.
    public Set<StorePath> allPaths()
    {
        return pool.ask(WorkerOperations.QUERY_ALL_VALID_PATHS, NOTHING);
    }

    /// Returns those of some objects that are there.
    public Set<StorePath> validPaths(Set<StorePath> paths)
    {
        return pool.ask(WorkerOperations.QUERY_VALID_PATHS, paths);
    }

    /// Returns the object of a hash part, if it is there.
    public Optional<StorePath> pathOfHashPart(String hashPart)
    {
        return pool.ask(WorkerOperations.QUERY_PATH_FROM_HASH_PART, hashPart);
    }

    /// Returns what refers to an object directly, itself included if it does.
    public Set<StorePath> referrers(StorePath path)
    {
        return pool.ask(WorkerOperations.QUERY_REFERRERS, path);
    }

    /// Returns the derivations that are there and make an object.
    public Set<StorePath> derivers(StorePath path)
    {
        return pool.ask(WorkerOperations.QUERY_VALID_DERIVERS, path);
    }

    /// Returns where the outputs of a derivation are or will be; empty where that is not known before it is built.
    public Map<String, Optional<StorePath>> outputs(StorePath derivation)
    {
        return pool.ask(WorkerOperations.QUERY_DERIVATION_OUTPUT_MAP, derivation);
    }

    /// Returns everything that some objects need, with all references.
    ///
    /// @throws NixException NO_SUCH_STORE_PATH if one of them is not there
    public ClosureGraph closure(Collection<StorePath> roots)
    {
        return pool.with(connection -> new ClosureWalk(connection).from(roots));
    }

    /// Returns everything that an object needs, with all references. The last few are remembered, as long as their object is there.
    ///
    /// @throws NixException NO_SUCH_STORE_PATH if it is not there
    public ClosureGraph closure(StorePath root)
    {
        PathInfo info = pathInfo(root)
                .orElseThrow(() -> nixException(NO_SUCH_STORE_PATH, "%s is not in the store", directory().fullPath(root)));
        return closures.recall(info).orElseGet(() -> {
            ClosureGraph closure = closure(List.of(root));
            closures.remember(info, closure);
            return closure;
        });
    }

    /// Returns the NAR bytes of everything that an object needs, itself included.
    ///
    /// @throws NixException NO_SUCH_STORE_PATH if it is not there
    public long closureSize(StorePath root)
    {
        return closure(root).narSize();
    }

    /// Returns why one object needs another: the shortest chains of references, at most so many; none if it does not.
    ///
    /// @throws NixException NO_SUCH_STORE_PATH if the first is not there
    public List<List<StorePath>> whyDepends(StorePath from, StorePath to, int most)
    {
        ClosureGraph closure = closure(from);
        return closure.contains(to) ? closure.shortestChains(from, to, most) : List.of();
    }

    /// Returns how the closure of one object differs from that of another.
    ///
    /// @throws NixException NO_SUCH_STORE_PATH if one of them is not there
    public ClosureDifference difference(StorePath before, StorePath after)
    {
        return ClosureDifference.between(closure(before), closure(after));
    }

    /// Reads a derivation from its file.
    ///
    /// @throws NixException INVALID_STORE_PATH if it is none, FILE_INACCESSIBLE if it cannot be read
    public Derivation derivation(StorePath path)
    {
        if (!path.isDerivation()) {
            throw nixException(INVALID_STORE_PATH, "not a derivation: %s", path);
        }
        try {
            return Derivation.parse(directory(), new String(Files.readAllBytes(directory().resolve(path)), UTF_8));
        }
        catch (IOException e) {
            throw nixException(FILE_INACCESSIBLE, e, "cannot read %s: %s", directory().fullPath(path), e.getMessage());
        }
    }

    /// Returns everything that keeps objects from being collected, with what each keeps.
    public List<Root> roots()
    {
        return start(WorkerOperations.FIND_ROOTS, NOTHING).await();
    }

    /// Returns what would be deleted if garbage were collected now.
    public DeadPaths deadPaths()
    {
        GarbageCollection.Outcome dead = startGarbageCollection(new GarbageCollection.ListDead()).await();
        return DeadPaths.of(this, dead.paths());
    }

    /// Collects garbage, or lists what is alive or dead. What was deleted when it is cancelled stays deleted.
    public DaemonTask<GarbageCollection.Outcome> startGarbageCollection(GarbageCollection request)
    {
        pool.closeIdle();
        return start(WorkerOperations.COLLECT_GARBAGE, request);
    }

    /// Returns what has to be built or fetched before some derived paths are there.
    public MissingPaths missing(List<DerivedPath> paths)
    {
        return start(WorkerOperations.QUERY_MISSING, paths).await();
    }

    /// Builds or fetches. What fails is told in the results, not thrown.
    ///
    /// What was built may be collected once the task has ended: hold [#temporaryRoots] over it where that must not be.
    ///
    /// @param listener hears of activities, for an [org.luminousnix.nix.activity.ActivityTree]; called by the thread of the task
    public DaemonTask<List<Built>> startBuild(List<DerivedPath> paths, Mode mode, Consumer<LogEvent> listener)
    {
        return DaemonTask.start(pool,
                connection -> connection.call(WorkerOperations.BUILD_PATHS_WITH_RESULTS, new Build(paths, mode), listener));
    }

    /// Adds a file with references to the store, and returns what the store knows about it.
    public PathInfo addText(String name, String text, Set<StorePath> references)
    {
        var data = Payload.bytes(text.getBytes(UTF_8));
        return add(new WorkerUploads.Content(name, ContentAddress.Method.TEXT, ContentAddress.Algorithm.SHA256, references, data));
    }

    /// Adds a copy of a file tree to the store, and returns what the store knows about it.
    ///
    /// @throws NixException FILE_INACCESSIBLE, FILE_CHANGED or UNSUPPORTED_SHAPE as of [Payload#nar]
    public PathInfo addTree(String name, Path tree)
    {
        return add(
                new WorkerUploads.Content(name, ContentAddress.Method.NAR, ContentAddress.Algorithm.SHA256, Set.of(), Payload.nar(tree)));
    }

    /// Adds an object whose path is made from its content, and returns what the store knows about it.
    public PathInfo add(WorkerUploads.Content content)
    {
        return start(WorkerUploads.ADD_TO_STORE, content).await();
    }

    /// Writes the NAR serialisation of an object to a stream, which is not closed.
    ///
    /// @throws NixException NO_SUCH_STORE_PATH if it is not there
    public void writeNar(StorePath path, OutputStream sink)
    {
        if (!isValid(path)) {
            throw nixException(NO_SUCH_STORE_PATH, "%s is not in the store", directory().fullPath(path));
        }
        start(WorkerOperations.NAR_FROM_PATH, new WorkerRequests.NarDownload(path, sink)).await();
    }

    /// Opens roots that last until they are closed.
    public TemporaryRoots temporaryRoots()
    {
        return new TemporaryRoots(pool);
    }

    /// Keeps what a symlink points to from being collected, as long as it does.
    ///
    /// @throws NixException INVALID_ARGUMENT if its path is not absolute
    public void addIndirectRoot(Path link)
    {
        if (!link.isAbsolute()) {
            throw nixException(INVALID_ARGUMENT, "a root needs an absolute path: %s", link);
        }
        pool.ask(WorkerOperations.ADD_INDIRECT_ROOT, link.toString());
    }

    /// Starts any operation on a connection of its own.
    public <Q, R> DaemonTask<R> start(WorkerOperation<Q, R> operation, Q request)
    {
        return DaemonTask.start(pool, connection -> connection.call(operation, request));
    }

    /// Closes all connections; what is being asked or done is cancelled.
    @Override
    public void close()
    {
        pool.close();
    }
}
