package org.luminousnix.cli;

import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.DaemonInfo;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Json.JsonObject;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.SessionOpened;
import org.luminousnix.protocol.Software;
import org.luminousnix.protocol.Wire;

import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Connects, says who we are, and sees to it that both sides are of one version: a daemon of another version is ended once what it
/// does is done, and started anew.
final class Greeting
{
    /// What either side calls itself when it does not come from a jar, and so has no version.
    private static final String DEVELOPMENT = "development";
    private static final JsonObject NOTHING = Json.object().build();

    private final Screen screen;
    private final DaemonConnector connector;
    private final Map<String, String> environment;
    private final Optional<String> version;

    /// Creates a greeting.
    ///
    /// @param version the client's version; without one every daemon will do
    Greeting(Screen screen, DaemonConnector connector, Map<String, String> environment, Optional<String> version)
    {
        this.screen = requireNonNull(screen, "screen is null");
        this.connector = requireNonNull(connector, "connector is null");
        this.environment = Map.copyOf(environment);
        this.version = requireNonNull(version, "version is null");
    }

    /// A connection on which a session is open.
    record Greeted(DaemonClient daemon, SessionOpened session)
    {}

    Greeted greet(Events events)
    {
        DaemonClient daemon = connector.connect(events);
        SessionOpened session = open(daemon);
        String found = session.server().version();
        if (version.isEmpty() || version.get().equals(found) || found.equals(DEVELOPMENT)) {
            return new Greeted(daemon, session);
        }
        screen.complain("The daemon is of another version: wanted " + version.get() + ", found " + found + ".");
        if (!connector.starts() || !ended(daemon)) {
            return new Greeted(daemon, session);
        }
        DaemonClient anew = connector.connect(events);
        return new Greeted(anew, open(anew));
    }

    private SessionOpened open(DaemonClient daemon)
    {
        Json.Builder params = Json.object().put("client", Wire.write(new Software("ask-nix", version.orElse(DEVELOPMENT))))
                .put("plain", screen.terminal().plain());
        Optional.ofNullable(environment.get("LANG")).filter(value -> !value.isEmpty()).ifPresent(value -> params.put("locale", value));
        Json answer = Waiting.answer(screen, "Connecting", daemon.send("session.open", params.build()));
        return Wire.read(answer, SessionOpened.class);
    }

    private boolean ended(DaemonClient daemon)
    {
        try {
            end(screen, daemon);
            return true;
        }
        catch (RpcException e) {
            screen.complain("It could not be ended: " + e.getMessage());
            return false;
        }
    }

    /// Ends the daemon, and waits until it has: it finishes what it does, or writes down how far it is.
    static void end(Screen screen, DaemonClient daemon)
    {
        try (daemon) {
            long pid = daemon.call("daemon.info", NOTHING, DaemonInfo.class).pid();
            daemon.call("daemon.stop", NOTHING);
            Waiting.during(screen, "Waiting for the daemon to finish", () -> ProcessHandle.of(pid).map(handle -> handle.onExit().join()));
        }
    }
}
