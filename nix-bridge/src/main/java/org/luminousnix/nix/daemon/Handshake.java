package org.luminousnix.nix.daemon;

import java.io.IOException;
import java.util.Set;

import static org.luminousnix.nix.NixErrorCode.PROTOCOL_VIOLATION;
import static org.luminousnix.nix.NixException.nixException;

/// What both ends told each other first.
///
/// @param version what is spoken
/// @param nixVersion the daemon's own version, `2.8.0`
/// @param trust whether the daemon trusts this client
public record Handshake(ProtocolVersion version, String nixVersion, Trust trust)
{
    private static final long CLIENT_MAGIC = 0x6e697863;
    private static final long SERVER_MAGIC = 0x6478696f;
    private static final int SINCE_TRUST = 35;
    private static final int SINCE_FEATURES = 38;

    static Handshake with(WireReader reader, WireWriter writer) throws IOException
    {
        writer.number(CLIENT_MAGIC);
        writer.number(ProtocolVersion.newestNumber());
        writer.flush();
        long magic = reader.number();
        if (magic != SERVER_MAGIC) {
            throw nixException(PROTOCOL_VIOLATION, "what answers is no Nix daemon: it began with %s", Long.toHexString(magic));
        }
        ProtocolVersion version = features(ProtocolVersion.agreedWith(reader.number()), reader, writer);
        // The obsolete processor affinity and reserve space.
        writer.number(0);
        writer.number(0);
        writer.flush();
        String nixVersion = reader.text();
        Trust trust = version.atLeast(SINCE_TRUST) ? Trust.ofNumber(reader.number()) : Trust.UNKNOWN;
        return new Handshake(version, nixVersion, trust);
    }

    private static ProtocolVersion features(ProtocolVersion version, WireReader reader, WireWriter writer) throws IOException
    {
        if (!version.atLeast(SINCE_FEATURES)) {
            return version;
        }
        writer.texts(ProtocolVersion.Feature.wireNames());
        writer.flush();
        Set<String> theirs = reader.texts();
        return version.withFeaturesOf(theirs);
    }
}
