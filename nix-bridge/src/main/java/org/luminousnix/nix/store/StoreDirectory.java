package org.luminousnix.nix.store;

import java.nio.file.Path;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;

/// The directory of a store, by which full paths are read and written.
///
/// @param path absolute, without a slash at its end: `/nix/store`
public record StoreDirectory(String path)
{
    /// The store of every machine that has not moved it.
    public static final StoreDirectory USUAL = new StoreDirectory("/nix/store");

    public StoreDirectory
    {
        requireNonNull(path, "path is null");
        if (!path.startsWith("/") || path.endsWith("/") || path.indexOf('\0') >= 0) {
            throw nixException(INVALID_STORE_PATH, "not the absolute path of a store directory: %s", path);
        }
    }

    /// Returns the store in a directory of the file system.
    public static StoreDirectory of(Path directory)
    {
        return new StoreDirectory(directory.toString());
    }

    /// Reads the full path of an object directly in this store.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_STORE_PATH if it is none, lies in another store, or goes deeper
    public StorePath parse(String fullPath)
    {
        return StorePath.ofBaseName(inside(fullPath));
    }

    /// Reads the full path of an object in this store, or of anything below one, and returns the object.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_STORE_PATH if it is none, or lies in another store
    public StorePath parseBelow(String fullPath)
    {
        String inside = inside(fullPath);
        int slash = inside.indexOf('/');
        return StorePath.ofBaseName(slash < 0 ? inside : inside.substring(0, slash));
    }

    /// Returns the full path of an object.
    public String fullPath(StorePath object)
    {
        return path + "/" + object.hashPart() + "-" + object.name();
    }

    /// Returns where an object is in the file system.
    public Path resolve(StorePath object)
    {
        return Path.of(fullPath(object));
    }

    private String inside(String fullPath)
    {
        if (!fullPath.startsWith(path) || fullPath.length() <= path.length() + 1 || fullPath.charAt(path.length()) != '/') {
            throw nixException(INVALID_STORE_PATH, "not a path in the store %s: %s", path, fullPath);
        }
        return fullPath.substring(path.length() + 1);
    }
}
