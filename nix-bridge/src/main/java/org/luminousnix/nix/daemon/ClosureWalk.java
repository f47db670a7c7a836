package org.luminousnix.nix.daemon;

import org.luminousnix.nix.store.ClosureGraph;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.StorePath;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.NO_SUCH_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;

/// Follows references through the store, asking for each object as soon as it is known, without waiting for one answer before the
/// next question.
final class ClosureWalk
{
    private final DaemonConnection connection;
    private final ClosureGraph.Builder graph = ClosureGraph.builder();
    private final Deque<StorePath> waiting = new ArrayDeque<>();

    ClosureWalk(DaemonConnection connection)
    {
        this.connection = requireNonNull(connection, "connection is null");
    }

    ClosureGraph from(Collection<StorePath> roots)
    {
        roots.forEach(this::meet);
        connection.pipeline(WorkerOperations.QUERY_PATH_INFO, new Unasked(), this::answered);
        return graph.build();
    }

    private void answered(StorePath path, Optional<PathInfo> answer)
    {
        PathInfo info = answer.orElseThrow(() -> nixException(NO_SUCH_STORE_PATH, "%s is not in the store",
                connection.directory().fullPath(path)));
        info.references().forEach(this::meet);
        graph.add(info);
    }

    private void meet(StorePath path)
    {
        if (graph.mention(path)) {
            waiting.addLast(path);
        }
    }

    /// Has something whenever an answer has led to something new.
    private final class Unasked implements Iterator<StorePath>
    {
        @Override
        public boolean hasNext()
        {
            return !waiting.isEmpty();
        }

        @Override
        public StorePath next()
        {
            return waiting.removeFirst();
        }
    }
}
