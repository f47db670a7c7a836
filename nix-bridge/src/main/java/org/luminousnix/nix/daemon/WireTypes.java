package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.daemon.ProtocolVersion.Feature;
import org.luminousnix.nix.store.BuildResult;
import org.luminousnix.nix.store.ContentAddress;
import org.luminousnix.nix.store.DerivedPath;
import org.luminousnix.nix.store.MissingPaths;
import org.luminousnix.nix.store.NarHash;
import org.luminousnix.nix.store.PathInfo;
import org.luminousnix.nix.store.Root;
import org.luminousnix.nix.store.StorePath;
import org.luminousnix.nix.store.SubstitutablePath;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import static org.luminousnix.nix.NixErrorCode.PROTOCOL_VIOLATION;
import static org.luminousnix.nix.NixException.nixException;

/// How the values of the store are written on the wire, in each version.
final class WireTypes
{
    private static final int SINCE_PROCESSOR_TIMES = 37;

    private WireTypes()
    {}

    static void writePathInfo(PathInfo info, WireWriter writer) throws IOException
    {
        writer.path(info.path());
        writer.optionalPath(info.deriver());
        writer.text(info.narHash().base16());
        writer.paths(info.references());
        writer.time(info.registered());
        writer.number(info.narSize());
        writer.flag(info.ultimate());
        writer.texts(info.signatures());
        writer.text(info.contentAddress().map(ContentAddress::toString).orElse(""));
    }

    static PathInfo readPathInfo(WireReader reader) throws IOException
    {
        return readPathInfo(reader.path(), reader);
    }

    static PathInfo readPathInfo(StorePath path, WireReader reader) throws IOException
    {
        Optional<StorePath> deriver = reader.optionalPath();
        NarHash narHash = parsed(NarHash::new, reader.text());
        Set<StorePath> references = reader.paths();
        Instant registered = reader.time();
        long narSize = reader.size();
        boolean ultimate = reader.flag();
        Set<String> signatures = reader.texts();
        Optional<ContentAddress> contentAddress = optional(reader.text()).map(text -> parsed(ContentAddress::parse, text));
        return new PathInfo(path, deriver, narHash, references, registered, narSize, ultimate, signatures, contentAddress);
    }

    static void writeDerivedPaths(Collection<DerivedPath> paths, WireWriter writer) throws IOException
    {
        writer.each(paths, path -> writer.text(path.wireText(writer.directory())));
    }

    static DerivedPath readDerivedPath(WireReader reader) throws IOException
    {
        return parsed(text -> DerivedPath.parse(reader.directory(), text), reader.text());
    }

    static BuildResult readBuildResult(WireReader reader, ProtocolVersion version) throws IOException
    {
        var status = BuildResult.Status.ofNumber(reader.number());
        String message = StderrLoop.plain(reader.text());
        long timesBuilt = reader.number();
        boolean nonDeterministic = reader.flag();
        Instant started = reader.time();
        Instant stopped = reader.time();
        Optional<Duration> user = version.atLeast(SINCE_PROCESSOR_TIMES) ? readMicroseconds(reader) : Optional.empty();
        Optional<Duration> system = version.atLeast(SINCE_PROCESSOR_TIMES) ? readMicroseconds(reader) : Optional.empty();
        Map<String, StorePath> outputs = readOutputs(reader, version);
        return new BuildResult(status, message, timesBuilt, nonDeterministic, started, stopped, user, system, outputs);
    }

    static Optional<Duration> readMicroseconds(WireReader reader) throws IOException
    {
        return reader.number(1, "the flag of a time") == 0
                ? Optional.empty()
                : Optional.of(Duration.of(reader.number(), ChronoUnit.MICROS));
    }

    static MissingPaths readMissingPaths(WireReader reader) throws IOException
    {
        return new MissingPaths(reader.paths(), reader.paths(), reader.paths(), reader.size(), reader.size());
    }

    static SubstitutablePath readSubstitutablePath(StorePath path, WireReader reader) throws IOException
    {
        return new SubstitutablePath(path, reader.optionalPath(), reader.paths(), reader.size(), reader.size());
    }

    static Root readRoot(WireReader reader) throws IOException
    {
        return new Root(reader.text(), reader.path());
    }

    static Optional<String> optional(String text)
    {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Map<String, StorePath> readOutputs(WireReader reader, ProtocolVersion version) throws IOException
    {
        if (version.has(Feature.REALISATION_WITH_PATH)) {
            return reader.map(reader::text, () -> {
                StorePath path = reader.path();
                reader.texts();
                return path;
            });
        }
        var outputs = new HashMap<String, StorePath>();
        for (Map.Entry<String, String> entry : reader.map(reader::text, reader::text).entrySet()) {
            // The key is `sha256:HASH!OUTPUT`.
            String output = entry.getKey().substring(entry.getKey().indexOf('!') + 1);
            outputs.put(output, parsed(Realisation::outputPath, entry.getValue()));
        }
        return outputs;
    }

    private static <T> T parsed(Function<String, T> parser, String text)
    {
        try {
            return parser.apply(text);
        }
        catch (NixException e) {
            throw nixException(PROTOCOL_VIOLATION, e, "the daemon sent something malformed: %s", e.getMessage());
        }
    }
}
