package org.luminousnix.daemon.app;

import org.luminousnix.daemon.safety.Role;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Processes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import static java.util.Objects.requireNonNull;

/// Who may do what: root, the daemon's own user and the operators' group change the system, other people their own things.
///
/// Groups are those of the account (`id -Gn`), asked at most once in a minute for each; SO_PEERCRED knows the primary one only.
final class Roles
{
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Processes processes;
    private final String operators;
    private final String own;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Roles(Processes processes, String operators, String own, InstantSource clock)
    {
        this.processes = requireNonNull(processes, "processes is null");
        this.operators = requireNonNull(operators, "operators is null");
        this.own = requireNonNull(own, "own is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    Role of(String user)
    {
        if (user.equals("root") || user.equals(own)) {
            return Role.OPERATOR;
        }
        Known found = known.compute(user, (name, before) -> before != null && before.until() > clock.millis() ? before : look(name));
        return found.role();
    }

    private Known look(String user)
    {
        // An account without a name is its number, which has no groups that could be asked for.
        Completed asked = processes.run(Command.of("id", "-Gn", "--", user).within(Duration.ofSeconds(5)));
        List<String> groups = asked.succeeded() ? List.of(asked.output().text().strip().split(" ")) : List.of();
        Role role = groups.contains(operators) ? Role.OPERATOR : asked.succeeded() ? Role.USER : Role.VIEWER;
        return new Known(role, clock.millis() + FRESH.toMillis());
    }

    private record Known(Role role, long until)
    {}
}
