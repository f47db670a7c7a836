package org.luminousnix.daemon.planning;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Actions and probes as canonical JSON: members sorted, no white space, the kind in the member `kind`.
///
/// The digest that a person approves and the journal that survives a crash are made of it.
public final class ActionJson
{
    private static final ObjectMapper MAPPER = mapper();

    private ActionJson()
    {}

    /// Writes a draft.
    public static String write(Draft draft)
    {
        try {
            return MAPPER.writeValueAsString(draft);
        }
        catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads what {@link #write} wrote; text that it did not write throws an `UncheckedIOException`.
    public static Draft read(String json)
    {
        try {
            return MAPPER.readValue(json, Draft.class);
        }
        catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the digest that binds an approval to what would be done, for whom, and where.
    public static String digest(Draft draft, String owner, boolean lab)
    {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] canonical = MAPPER.writeValueAsBytes(List.of(owner, lab, draft.actions(), draft.probes()));
            return HexFormat.of().formatHex(sha256.digest(canonical));
        }
        catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a plan could not be digested", e);
        }
    }

    private static ObjectMapper mapper()
    {
        JsonMapper mapper = JsonMapper.builder().addModule(new Jdk8Module())
                .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .addMixIn(Action.class, Kind.class)
                .addMixIn(Probe.class, Kind.class)
                .build();
        register(mapper, Action.class);
        register(mapper, Probe.class);
        return mapper;
    }

    private static void register(ObjectMapper mapper, Class<?> sum)
    {
        for (Class<?> kind : sum.getPermittedSubclasses()) {
            mapper.registerSubtypes(new NamedType(kind, Action.kindOf(kind)));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind
    {}
}
