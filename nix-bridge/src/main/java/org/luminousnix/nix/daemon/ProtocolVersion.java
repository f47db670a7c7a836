package org.luminousnix.nix.daemon;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.luminousnix.nix.NixErrorCode.UNSUPPORTED_PROTOCOL;
import static org.luminousnix.nix.NixException.nixException;

/// What both ends of a connection speak: the minor of protocol 1, and the features that both have.
public record ProtocolVersion(int minor, Set<Feature> features)
{
    /// The oldest minor that is spoken: Nix 2.8.
    public static final int OLDEST = 34;
    /// The newest minor that is spoken: Nix 2.24 and later, whose further changes are features.
    public static final int NEWEST = 38;

    private static final int MAJOR = 1;
    private static final int MINOR_BITS = 8;
    private static final int MINOR_MASK = 0xff;

    public ProtocolVersion
    {
        features = Set.copyOf(features);
        if (minor < OLDEST || minor > NEWEST) {
            throw unsupported("1." + minor);
        }
    }

    /// Returns what is spoken with a server of this version, given as it was sent, before any features.
    ///
    /// @throws org.luminousnix.nix.NixException UNSUPPORTED_PROTOCOL if it is older, or of another major
    static ProtocolVersion agreedWith(long server)
    {
        long major = server >>> MINOR_BITS;
        int minor = (int) (server & MINOR_MASK);
        if (major != MAJOR) {
            throw unsupported(Long.toUnsignedString(major) + "." + minor);
        }
        return new ProtocolVersion(Math.min(minor, NEWEST), Set.of());
    }

    /// Returns this version with those of its own features that the server named too.
    ProtocolVersion withFeaturesOf(Set<String> server)
    {
        var both = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            if (server.contains(feature.wireName())) {
                both.add(feature);
            }
        }
        return new ProtocolVersion(minor, both);
    }

    /// Returns whether this is the given minor or a later one.
    boolean atLeast(int wanted)
    {
        return minor >= wanted;
    }

    boolean has(Feature feature)
    {
        return features.contains(feature);
    }

    /// Returns the number that a client sends.
    static long newestNumber()
    {
        return MAJOR << MINOR_BITS | NEWEST;
    }

    @Override
    public String toString()
    {
        return MAJOR + "." + minor;
    }

    private static RuntimeException unsupported(String found)
    {
        return nixException(UNSUPPORTED_PROTOCOL, "wanted a Nix daemon that speaks protocol %d.%d to %d.%d (Nix 2.8 or later), found %s",
                MAJOR, OLDEST, MAJOR, NEWEST, found);
    }

    /// What a daemon of 1.38 may do beyond it, and this client can too.
    public enum Feature
    {
        /// A realisation is written as output name, path and signatures, not as JSON under a hash.
        REALISATION_WITH_PATH("realisation-with-path-not-hash"),
        /// Garbage collection takes the whole store or a set of paths, with their referrers if wanted.
        DELETE_REFERRERS("delete-dead-specific-referrers");

        private final String wireName;

        Feature(String wireName)
        {
            this.wireName = wireName;
        }

        String wireName()
        {
            return wireName;
        }

        static List<String> wireNames()
        {
            return Stream.of(values()).map(Feature::wireName).sorted().toList();
        }
    }
}
