package org.luminousnix.daemon.rpc;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import org.luminousnix.protocol.Acknowledged;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Rating;
import org.luminousnix.protocol.UserExport;
import org.luminousnix.protocol.UserForgotten;
import org.luminousnix.protocol.UserPreferences;
import org.luminousnix.protocol.UserProfile;

import java.util.Map;
import java.util.Optional;

/// What is known of the person who asks; nobody else can ask for it.
public interface UserMethods
{
    /// Says what is believed of the person, and why.
    @JsonRpcMethod("user.profile")
    UserProfile profile();

    /// Returns what the person has set, after setting what is given.
    ///
    /// @param set the settings to change; null takes one away
    @JsonRpcMethod("user.preferences")
    UserPreferences preferences(@JsonRpcParam("set") Optional<Map<String, Json>> set);

    /// Takes note of what the person thinks of an answer.
    ///
    /// @param rating what the person thinks
    /// @param decision the decision that it is about; the last one without it
    /// @param comment why
    @JsonRpcMethod("user.feedback")
    Acknowledged feedback(@JsonRpcParam("rating") Rating rating, @JsonRpcParam("decision") Optional<String> decision,
            @JsonRpcParam("comment") Optional<String> comment);

    /// Returns everything that is kept about the person.
    @JsonRpcMethod("user.export")
    UserExport export();

    /// Forgets the person: removes what is kept, so that it cannot be read again.
    ///
    /// @param kind only this kind of entries
    @JsonRpcMethod("user.forget")
    UserForgotten forget(@JsonRpcParam("kind") Optional<String> kind);
}
