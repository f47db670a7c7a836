package org.luminousnix.daemon.rpc;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luminousnix.protocol.Acknowledged;
import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.Rating;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.UserExport;
import org.luminousnix.protocol.UserForgotten;
import org.luminousnix.protocol.UserPreferences;
import org.luminousnix.protocol.UserProfile;
import org.luminousnix.protocol.UserProfile.Belief;
import org.luminousnix.protocol.Wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What goes through the server is on the wire as the codec of the protocol writes it, which the clients read it with.
@Timeout(20)
class WireShapesTest
{
    private static final JsonObject NONE = Json.object().build();

    @TempDir
    private Path directory;

    @Test
    void result_isOnTheWireAsTheCodecWritesIt() throws IOException
    {
        try (RpcServer _ = RpcServer.open(directory.resolve("s"), Limits.defaults(), List.of(new KnownUser()));
                DaemonClient client = DaemonClient.connect(directory.resolve("s"))) {
            assertThat(client.call("user.profile", NONE)).isEqualTo(Wire.write(new KnownUser().profile()));
            assertThat(client.call("user.profile", NONE, UserProfile.class)).isEqualTo(new KnownUser().profile());
            assertThat(client.call("user.forget", NONE, UserForgotten.class).removed()).containsEntry("all", 3L);
        }
    }

    @Test
    void parameters_enumsAndMaps_areReadAsTheCodecReadsThem() throws IOException
    {
        try (RpcServer _ = RpcServer.open(directory.resolve("s"), Limits.defaults(), List.of(new KnownUser()));
                DaemonClient client = DaemonClient.connect(directory.resolve("s"))) {
            JsonObject settings = Json.object().put("style", Json.of("brief")).put("learning", Json.ofNull()).build();

            assertThat(client.call("user.preferences", Json.object().put("set", settings).build(), UserPreferences.class).values())
                    .isEqualTo(settings.members());
            assertThat(client.call("user.feedback", Json.object().put("rating", "good").build(), Acknowledged.class))
                    .isEqualTo(new Acknowledged());
        }
    }

    @Test
    void error_ofAMethod_keepsItsCodeMessageAndData() throws IOException
    {
        try (RpcServer _ = RpcServer.open(directory.resolve("s"), Limits.defaults(), List.of(new KnownUser()));
                DaemonClient client = DaemonClient.connect(directory.resolve("s"))) {
            assertThatThrownBy(() -> client.call("user.feedback", Json.object().put("rating", "bad").build()))
                    .isInstanceOfSatisfying(RpcException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
                        assertThat(e).hasMessage("100 % is not enough");
                        assertThat(e.data()).contains(Json.of(7));
                    });
        }
    }

    private static final class KnownUser implements UserMethods
    {
        @Override
        public UserProfile profile()
        {
            return new UserProfile("anna", true,
                    List.of(new Belief("skill.flakes", Json.array(List.of(Json.of(1), Json.of(true))), 0.25, List.of(), Instant.EPOCH)));
        }

        @Override
        public UserPreferences preferences(Optional<Map<String, Json>> set)
        {
            return new UserPreferences(set.orElse(Map.of()));
        }

        @Override
        public Acknowledged feedback(Rating rating, Optional<String> decision, Optional<String> comment)
        {
            if (rating == Rating.BAD) {
                throw new RpcException(ErrorCode.NOT_ALLOWED, "100 % is not enough", Optional.of(Json.of(7)));
            }
            return new Acknowledged();
        }

        @Override
        public UserExport export()
        {
            return new UserExport("anna", Instant.EPOCH, Map.of());
        }

        @Override
        public UserForgotten forget(Optional<String> kind)
        {
            return new UserForgotten(Map.of(kind.orElse("all"), 3L));
        }
    }
}
