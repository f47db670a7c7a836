package org.luminousnix.protocol;

import java.time.Instant;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// The answer of `user.profile`: what is believed of the person who asks.
///
/// @param user the account
/// @param learning whether anything is learnt
/// @param beliefs what is believed
public record UserProfile(String user, boolean learning, List<Belief> beliefs)
{
    public UserProfile
    {
        requireNonNull(user, "user is null");
        beliefs = List.copyOf(beliefs);
    }

    /// One thing that is believed, and why.
    ///
    /// @param name what it is about
    /// @param value what is believed
    /// @param confidence how sure this is, 0 to 1
    /// @param evidence what led to it
    /// @param since since when
    public record Belief(String name, Json value, double confidence, List<String> evidence, Instant since)
    {
        public Belief
        {
            requireNonNull(name, "name is null");
            requireNonNull(value, "value is null");
            evidence = List.copyOf(evidence);
            requireNonNull(since, "since is null");
        }
    }
}
