package org.luminousnix.nix.daemon;

import org.luminousnix.nix.daemon.WorkerOperation.Pace;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.StoreDirectory;
import org.luminousnix.nix.store.StorePath;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;
import static org.luminousnix.nix.daemon.Nothing.NOTHING;
import static org.luminousnix.nix.daemon.ProtocolVersion.OLDEST;

/// Every operation of the worker protocol that uploads; the others are in [WorkerOperations].
public final class WorkerUploads
{
    /// Adds an object whose path is made from its content; the answer is what the store knows about it now.
    public static final WorkerOperation<Content, PathInfo> ADD_TO_STORE = new WorkerOperation<>("AddToStore", 7, OLDEST, Pace.UPLOAD,
            (request, writer, _) -> {
                writer.text(request.name());
                writer.text(ContentAddress.scheme(request.method(), request.algorithm()));
                writer.paths(request.references());
                writer.flag(false);
                FramedOutput.write(request.data(), writer);
            }, (_, reader, _) -> WireTypes.readPathInfo(reader));

    /// Adds a file with references by its text; obsolete, but still served.
    public static final WorkerOperation<Text, StorePath> ADD_TEXT_TO_STORE = new WorkerOperation<>("AddTextToStore", 8, OLDEST, Pace.UPLOAD,
            (request, writer, _) -> {
                writer.text(request.name());
                writer.text(request.text());
                writer.paths(request.references());
            }, (_, reader, _) -> reader.path());

    /// Adds an object as it is in another store.
    public static final WorkerOperation<Copy, Nothing> ADD_TO_STORE_NAR = new WorkerOperation<>("AddToStoreNar", 39, OLDEST, Pace.UPLOAD,
            (request, writer, _) -> {
                WireTypes.writePathInfo(request.info(), writer);
                writer.flag(false);
                writer.flag(request.unsigned());
                FramedOutput.write(request.nar(), writer);
            }, (_, _, _) -> NOTHING);

    /// Adds objects as they are in another store, each after those that it refers to.
    public static final WorkerOperation<Copies, Nothing> ADD_MULTIPLE_TO_STORE = new WorkerOperation<>("AddMultipleToStore", 44, OLDEST,
            Pace.UPLOAD, (request, writer, _) -> {
                writer.flag(false);
                writer.flag(request.unsigned());
                FramedOutput.write(output -> request.write(output, writer.directory()), writer);
            }, (_, _, _) -> NOTHING);

    /// Adds the log of a build; for trusted clients.
    public static final WorkerOperation<BuildLog, Nothing> ADD_BUILD_LOG = new WorkerOperation<>("AddBuildLog", 45, OLDEST, Pace.UPLOAD,
            (request, writer, _) -> {
                writer.text(request.derivation().baseName());
                FramedOutput.write(request.log(), writer);
            }, (_, reader, _) -> WorkerOperations.done(reader));

    private WorkerUploads()
    {}

    /// An object whose path is made from its content.
    ///
    /// @param name the name part of its path
    /// @param data the bytes of the file for [ContentAddress.Method#TEXT] and [ContentAddress.Method#FLAT], a NAR otherwise
    public record Content(String name, ContentAddress.Method method, ContentAddress.Algorithm algorithm, Set<StorePath> references,
            Payload data)
    {
        public Content
        {
            StorePath.requireName(name);
            requireNonNull(method, "method is null");
            requireNonNull(algorithm, "algorithm is null");
            references = Set.copyOf(references);
            requireNonNull(data, "data is null");
        }
    }

    /// A file with references.
    public record Text(String name, String text, Set<StorePath> references)
    {
        public Text
        {
            StorePath.requireName(name);
            requireNonNull(text, "text is null");
            references = Set.copyOf(references);
        }
    }

    /// An object of another store.
    ///
    /// @param unsigned whether it may come without a signature that is trusted; for trusted clients
    public record Copy(PathInfo info, Payload nar, boolean unsigned)
    {
        public Copy
        {
            requireNonNull(info, "info is null");
            requireNonNull(nar, "nar is null");
        }
    }

    /// Objects of another store.
    ///
    /// @param unsigned whether they may come without a signature that is trusted; for trusted clients
    public record Copies(List<Copy> objects, boolean unsigned)
    {
        public Copies
        {
            objects = List.copyOf(objects);
        }

        private void write(OutputStream output, StoreDirectory directory) throws IOException
        {
            var writer = new WireWriter(output, directory);
            writer.number(objects.size());
            for (Copy object : objects) {
                WireTypes.writePathInfo(object.info(), writer);
                writer.flush();
                object.nar().writeTo(output);
            }
            writer.flush();
        }
    }

    /// The log of a build.
    public record BuildLog(StorePath derivation, Payload log)
    {
        public BuildLog
        {
            if (!derivation.isDerivation()) {
                throw nixException(INVALID_STORE_PATH, "not a derivation: %s", derivation);
            }
            requireNonNull(log, "log is null");
        }
    }
}
