package org.luminousnix.nix.process;

import org.luminousnix.nix.sandbox.Guard;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends a process with all of its descendants.
final class ProcessTree
{
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration FORCE = Duration.ofSeconds(5);

    private ProcessTree()
    {}

    /// Asks all to end, kills what is left after two seconds, and returns when all are gone.
    ///
    /// Bubblewrap itself is not asked: it would end at once, and with it the whole process namespace, before the child could tidy
    /// up. It ends by itself after its child.
    static void end(ProcessHandle root, Guard guard)
    {
        Set<ProcessHandle> tree = tree(root);
        tree.stream().filter(handle -> guard != Guard.BUBBLEWRAP || !handle.equals(root)).forEach(ProcessHandle::destroy);
        if (!ended(tree, GRACE)) {
            tree.addAll(tree(root));
            tree.forEach(ProcessHandle::destroyForcibly);
            ended(tree, FORCE);
        }
    }

    private static Set<ProcessHandle> tree(ProcessHandle root)
    {
        var tree = new LinkedHashSet<ProcessHandle>();
        root.descendants().forEach(tree::add);
        tree.add(root);
        return tree;
    }

    private static boolean ended(Set<ProcessHandle> handles, Duration patience)
    {
        var all = CompletableFuture.allOf(handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        }
        catch (TimeoutException _) {
            return false;
        }
        catch (InterruptedException _) {
            // The caller is a thread of its own, whose interruption can only mean haste.
            return false;
        }
        catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
