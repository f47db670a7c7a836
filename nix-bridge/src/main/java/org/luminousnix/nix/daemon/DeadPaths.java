package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.StorePath;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static org.luminousnix.nix.NixErrorCode.INVALID_STORE_PATH;

/// What would be deleted if garbage were collected.
///
/// @param paths the objects
/// @param strays what lies in the store without being an object, such as what an interrupted build left, as full paths
/// @param narSize the NAR bytes of the objects, which a few questions tell: more than what is freed, by up to a sixth where the files are
///         small, and by more where equal files are linked to each other
public record DeadPaths(Set<StorePath> paths, Set<String> strays, long narSize)
{
    public DeadPaths
    {
        paths = Set.copyOf(paths);
        strays = Set.copyOf(strays);
    }

    static DeadPaths of(NixStore store, Set<String> dead)
    {
        var asked = new HashSet<StorePath>();
        var strays = new TreeSet<String>(dead);
        dead.forEach(path -> path(store, path).ifPresent(asked::add));
        var paths = new HashSet<StorePath>();
        long narSize = 0;
        for (PathInfo info : store.pathInfos(asked)) {
            paths.add(info.path());
            strays.remove(store.directory().fullPath(info.path()));
            narSize += info.narSize();
        }
        return new DeadPaths(paths, strays, narSize);
    }

    private static Optional<StorePath> path(NixStore store, String fullPath)
    {
        try {
            return Optional.of(store.directory().parse(fullPath));
        }
        catch (NixException e) {
            if (e.code() == INVALID_STORE_PATH) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
