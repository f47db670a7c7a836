package org.luminousnix.nix.daemon;

import org.luminousnix.nix.store.ClosureGraph;
import org.luminousnix.nix.store.NarHash;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.StorePath;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The closures that were asked for last, as long as there is memory for them.
///
/// A closure stays what it is as long as its root stays registered: nothing that is referred to can be deleted, and no references of
/// an object ever change. So the root alone has to be looked at again.
final class ClosureMemory
{
    private static final int MOST = 4;

    private final Map<StorePath, Remembered> closures = new LinkedHashMap<>(2 * MOST, 0.75f, true);

    synchronized Optional<ClosureGraph> recall(PathInfo root)
    {
        return Optional.ofNullable(closures.get(root.path())).filter(remembered -> remembered.isOf(root))
                .map(remembered -> remembered.graph().get());
    }

    synchronized void remember(PathInfo root, ClosureGraph graph)
    {
        closures.put(root.path(), new Remembered(root.registered(), root.narHash(), new SoftReference<>(graph)));
        if (closures.size() > MOST) {
            closures.remove(closures.keySet().iterator().next());
        }
    }

    private record Remembered(Instant registered, NarHash narHash, SoftReference<ClosureGraph> graph)
    {
        boolean isOf(PathInfo root)
        {
            return registered.equals(root.registered()) && narHash.equals(root.narHash());
        }
    }
}
