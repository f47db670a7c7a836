package org.luminousnix.nix.system;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which units an activation stops, leaves, reloads, restarts and starts.
public record UnitChanges(List<String> stopped, List<String> kept, List<String> reloaded, List<String> restarted, List<String> started)
{
    private static final Pattern LINE = Pattern
            .compile(
                    "(?:would )?(stop|NOT stop|NOT restart|reload|restart|start)(?:ping|ing|ting)? the following (?:new |changed )?units: (.+)");

    public UnitChanges
    {
        stopped = List.copyOf(stopped);
        kept = List.copyOf(kept);
        reloaded = List.copyOf(reloaded);
        restarted = List.copyOf(restarted);
        started = List.copyOf(started);
    }

    /// Reads what `switch-to-configuration` says, as `would restart the following units: a.service, b.service`; other lines are passed over.
    public static UnitChanges read(String output)
    {
        var changes = new UnitChanges.Collected();
        output.lines().map(LINE::matcher).filter(Matcher::matches)
                .forEach(line -> changes.add(line.group(1), List.of(line.group(2).strip().split(",\\s*"))));
        return new UnitChanges(changes.stopped, changes.kept, changes.reloaded, changes.restarted, changes.started);
    }

    /// Returns whether no unit changes.
    public boolean isEmpty()
    {
        return stopped.isEmpty() && reloaded.isEmpty() && restarted.isEmpty() && started.isEmpty();
    }

    private static final class Collected
    {
        private final List<String> stopped = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();
        private final List<String> reloaded = new ArrayList<>();
        private final List<String> restarted = new ArrayList<>();
        private final List<String> started = new ArrayList<>();

        void add(String verb, List<String> units)
        {
            List<String> list = switch (verb) {
                case "stop" -> stopped;
                case "reload" -> reloaded;
                case "restart" -> restarted;
                case "start" -> started;
                default -> kept;
            };
            list.addAll(units);
        }
    }
}
