package org.luminousnix.nix.daemon;

import org.luminousnix.nix.daemon.ProtocolVersion.Feature;
import org.luminousnix.nix.store.Base32;
import org.luminousnix.nix.store.BuildResult;
import org.luminousnix.nix.store.DerivedPath;
import org.luminousnix.nix.store.Derivation;
import org.luminousnix.nix.store.GarbageCollection;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixErrorCode.INVALID_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;

/// What the operations that need more than one argument ask with, and how it is written.
public final class WorkerRequests
{
    private static final int LIST_LIVE = 0;
    private static final int LIST_DEAD = 1;
    private static final int DELETE_DEAD = 2;
    private static final int DELETE_SPECIFIC = 3;

    private WorkerRequests()
    {}

    static void hashPart(String hashPart, WireWriter writer, ProtocolVersion version) throws IOException
    {
        if (!Base32.isDigest(hashPart)) {
            throw nixException(INVALID_STORE_PATH, "not a store path digest: %s", hashPart);
        }
        writer.text(hashPart);
    }

    static void contentAddresses(Map<StorePath, String> request, WireWriter writer, ProtocolVersion version) throws IOException
    {
        writer.each(request.entrySet(), entry -> {
            writer.path(entry.getKey());
            writer.text(entry.getValue());
        });
    }

    static void collect(GarbageCollection request, WireWriter writer, ProtocolVersion version) throws IOException
    {
        switch (request) {
            case GarbageCollection.ListLive _ -> collect(LIST_LIVE, Set.of(), Long.MAX_VALUE, writer, version);
            case GarbageCollection.ListDead _ -> collect(LIST_DEAD, Set.of(), Long.MAX_VALUE, writer, version);
            case GarbageCollection.DeleteDead(long mostBytes) -> collect(DELETE_DEAD, Set.of(), mostBytes, writer, version);
            case GarbageCollection.Delete(Set<StorePath> paths) -> collect(DELETE_SPECIFIC, paths, Long.MAX_VALUE, writer, version);
        }
    }

    private static void collect(int action, Set<StorePath> paths, long mostBytes, WireWriter writer, ProtocolVersion version)
            throws IOException
    {
        writer.number(action);
        if (version.has(Feature.DELETE_REFERRERS)) {
            boolean whole = action != DELETE_SPECIFIC;
            writer.flag(whole);
            if (!whole) {
                writer.paths(paths);
                writer.flag(false);
            }
        }
        else {
            writer.paths(paths);
        }
        // Whether to ignore what is alive, which no daemon allows.
        writer.flag(false);
        writer.number(mostBytes);
        // Three fields that are obsolete.
        writer.number(0);
        writer.number(0);
        writer.number(0);
    }

    static void buildDerivation(BuildDerivation request, WireWriter writer, ProtocolVersion version) throws IOException
    {
        writer.path(request.path());
        Derivation derivation = request.derivation();
        writer.each(derivation.outputs().entrySet(), entry -> {
            writer.text(entry.getKey());
            writer.text(entry.getValue().path());
            writer.text(entry.getValue().hashAlgorithm());
            writer.text(entry.getValue().hash());
        });
        writer.paths(request.inputs());
        writer.text(derivation.system());
        writer.text(derivation.builder());
        writer.texts(derivation.arguments());
        writer.textMap(derivation.environment());
        writer.number(request.mode().number);
    }

    /// How to build.
    public enum Mode
    {
        /// What is not there yet.
        NORMAL(0),
        /// What is there but damaged, too; for trusted clients.
        REPAIR(1),
        /// Once more, to see whether the same comes out.
        CHECK(2);

        private final int number;

        Mode(int number)
        {
            this.number = number;
        }

        int number()
        {
            return number;
        }
    }

    /// What to build, and how.
    public record Build(List<DerivedPath> paths, Mode mode)
    {
        public Build
        {
            paths = List.copyOf(paths);
            requireNonNull(mode, "mode is null");
        }
    }

    /// What came of one of the things to build.
    public record Built(DerivedPath path, BuildResult result)
    {
        public Built
        {
            requireNonNull(path, "path is null");
            requireNonNull(result, "result is null");
        }

        static Built read(WireReader reader, ProtocolVersion version) throws IOException
        {
            return new Built(WireTypes.readDerivedPath(reader), WireTypes.readBuildResult(reader, version));
        }
    }

    /// A derivation to build that is not in the store.
    ///
    /// @param path where it would be
    /// @param inputs all objects that the build reads, which are there already
    public record BuildDerivation(StorePath path, Derivation derivation, Set<StorePath> inputs, Mode mode)
    {
        public BuildDerivation
        {
            requireNonNull(path, "path is null");
            requireNonNull(derivation, "derivation is null");
            inputs = Set.copyOf(inputs);
            requireNonNull(mode, "mode is null");
        }
    }

    /// Whether to read every file again, and whether to mend what is damaged.
    public record Verify(boolean checkContents, boolean repair)
    {}

    /// Signatures for an object, `key:base64` each.
    public record Signatures(StorePath path, Set<String> signatures)
    {
        public Signatures
        {
            requireNonNull(path, "path is null");
            signatures = Set.copyOf(signatures);
        }
    }

    /// An object to read, and where its NAR serialisation goes.
    public record NarDownload(StorePath path, OutputStream sink)
    {
        public NarDownload
        {
            requireNonNull(path, "path is null");
            requireNonNull(sink, "sink is null");
        }
    }

    /// A symlink to make, and the object that it keeps.
    public record PermanentRoot(StorePath path, String link)
    {
        public PermanentRoot
        {
            requireNonNull(path, "path is null");
            if (!link.startsWith("/")) {
                throw nixException(INVALID_ARGUMENT, "a root needs an absolute path: %s", link);
            }
        }
    }
}
