package org.luminousnix.nix.activity;

import org.luminousnix.nix.activity.LogEvent.Field;
import org.luminousnix.nix.activity.LogEvent.Foreign;
import org.luminousnix.nix.activity.LogEvent.Message;
import org.luminousnix.nix.activity.LogEvent.Result;
import org.luminousnix.nix.activity.LogEvent.Started;
import org.luminousnix.nix.activity.LogEvent.Stopped;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one Nix command or connection is doing, drawn from its log events in bounded memory.
///
/// - Every activity is kept while it runs; ended builds are kept with their last lines, the newest [#ENDED_BUILDS] of them.
/// - Totals follow Nix' own progress bar: what live activities of a type tell, plus what ended ones left, at least what was set as
///   expected by activities that still run.
/// - Types that are not known are kept like any other.
///
/// Safe for use by several threads.
public final class ActivityTree
{
    /// How many of the last lines of each build are kept.
    public static final int LOG_LINES = 50;
    /// How many ended builds are kept.
    public static final int ENDED_BUILDS = 200;
    private static final int MESSAGES = 200;
    private static final int RUNNING_AT_MOST = 100_000;

    private final Map<Long, Entry> running = new LinkedHashMap<>();
    private final Deque<Activity> endedBuilds = new ArrayDeque<>();
    private final Map<Long, Totals> left = new HashMap<>();
    private final Deque<String> messages = new ArrayDeque<>();
    private final List<LogEvent.Problem> problems = new ArrayList<>();

    /// Takes in one event. An event about an activity that never started is without effect.
    public synchronized void apply(LogEvent event)
    {
        switch (event) {
            case Started started -> start(started);
            case Stopped(var id) -> stop(id);
            case Result result -> Optional.ofNullable(running.get(result.id())).ifPresent(entry -> entry.apply(result));
            case Message message -> say(message);
            case Foreign(var line) -> keep(messages, line, MESSAGES);
        }
    }

    /// Returns all that runs, in the order in which it started, with parents before their parts.
    public synchronized List<Activity> running()
    {
        return running.values().stream().map(entry -> entry.activity(true)).toList();
    }

    /// Returns the builds that have ended, oldest first.
    public synchronized List<Activity> endedBuilds()
    {
        return List.copyOf(endedBuilds);
    }

    /// Returns how far the activities of this type are.
    ///
    /// [ActivityType#BUILDS] counts derivations, [ActivityType#COPY_PATHS] paths, [ActivityType#FILE_TRANSFER] and
    /// [ActivityType#COPY_PATH] bytes.
    public synchronized Totals totals(ActivityType type)
    {
        long number = type.number();
        Totals sum = left.getOrDefault(number, Totals.NONE);
        long expected = 0;
        for (Entry entry : running.values()) {
            if (entry.started.type() == number) {
                sum = sum.plus(entry.progress);
            }
            expected += entry.expected.getOrDefault(number, 0L);
        }
        return sum.atLeastExpecting(expected);
    }

    /// Returns the last messages and foreign lines, oldest first.
    public synchronized List<String> messages()
    {
        return List.copyOf(messages);
    }

    /// Returns the errors that Nix told, in their order.
    public synchronized List<LogEvent.Problem> problems()
    {
        return List.copyOf(problems);
    }

    private void start(Started started)
    {
        if (running.size() < RUNNING_AT_MOST) {
            running.put(started.id(), new Entry(started));
        }
    }

    private void stop(long id)
    {
        Entry entry = running.remove(id);
        if (entry == null) {
            return;
        }
        Totals progress = entry.progress;
        left.merge(entry.started.type(), new Totals(progress.done(), progress.done(), 0, progress.failed()), Totals::plus);
        if (entry.started.type() == ActivityType.BUILD.number()) {
            keep(endedBuilds, entry.activity(false), ENDED_BUILDS);
        }
    }

    private void say(Message message)
    {
        keep(messages, message.text(), MESSAGES);
        if (problems.size() < MESSAGES) {
            message.problem().ifPresent(problems::add);
        }
    }

    private static <T> void keep(Deque<T> last, T element, int limit)
    {
        if (last.size() == limit) {
            last.removeFirst();
        }
        last.addLast(element);
    }

    private static final class Entry
    {
        private final Started started;
        private final Deque<String> log = new ArrayDeque<>();
        private final Map<Long, Long> expected = new HashMap<>();
        private Optional<String> phase = Optional.empty();
        private Totals progress = Totals.NONE;

        Entry(Started started)
        {
            this.started = started;
        }

        void apply(Result result)
        {
            List<Field> fields = result.fields();
            Optional<ResultType> type = ResultType.of(result.type());
            if (type.isEmpty()) {
                return;
            }
            switch (type.get()) {
                case BUILD_LOG_LINE, POST_BUILD_LOG_LINE -> keep(log, text(fields), LOG_LINES);
                case SET_PHASE -> phase = Optional.of(text(fields));
                case PROGRESS -> progress = new Totals(number(fields, 0), number(fields, 1), number(fields, 2), number(fields, 3));
                case SET_EXPECTED -> expected.put(number(fields, 0), number(fields, 1));
                case FILE_LINKED, UNTRUSTED_PATH, CORRUPTED_PATH, FETCH_STATUS -> {
                }
            }
        }

        Activity activity(boolean stillRunning)
        {
            return new Activity(started.id(), started.parent(), started.type(), started.text(), text(started.fields()), phase, progress,
                    List.copyOf(log), stillRunning);
        }

        private static String text(List<Field> fields)
        {
            return fields.isEmpty() ? "" : fields.getFirst().asText();
        }

        private static long number(List<Field> fields, int index)
        {
            return index < fields.size() ? fields.get(index).asNumber() : 0;
        }
    }
}
