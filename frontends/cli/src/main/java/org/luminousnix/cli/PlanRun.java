package org.luminousnix.cli;

import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.ExecutionStarted;
import org.luminousnix.protocol.ExecutionState;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.PlanStep;
import org.luminousnix.protocol.PlanView;
import org.luminousnix.protocol.Wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

/// Carries out an approved plan: the daemon's steps in the daemon, and those that are handed over in this terminal.
final class PlanRun
{
    private final Screen screen;
    private final DaemonClient daemon;
    private final Events events;
    private final Processes processes;
    private final Stop stop;

    PlanRun(Screen screen, DaemonClient daemon, Events events, Processes processes, Stop stop)
    {
        this.screen = requireNonNull(screen, "screen is null");
        this.daemon = requireNonNull(daemon, "daemon is null");
        this.events = requireNonNull(events, "events is null");
        this.processes = requireNonNull(processes, "processes is null");
        this.stop = requireNonNull(stop, "stop is null");
    }

    /// How it ended.
    ///
    /// @param execution the daemon's last word, where it had something to do
    record Ending(ExitCode code, Optional<Json> execution)
    {}

    Ending apply(PlanView plan)
    {
        Optional<Json> execution = Optional.empty();
        if (plan.steps().stream().anyMatch(step -> step.handoff().isEmpty())) {
            execution = Optional.of(execute(plan));
            ExecutionView view = Wire.read(execution.get(), ExecutionView.class);
            screen.show(page -> ResultView.show(page.blank(), view));
            if (view.state() != ExecutionState.SUCCEEDED) {
                return new Ending(view.state() == ExecutionState.CANCELLED ? ExitCode.INTERRUPTED : ExitCode.FAILED, execution);
            }
        }
        for (List<String> command : plan.steps().stream().map(PlanStep::handoff).flatMap(Optional::stream).toList()) {
            if (processes.handOff(command) != 0) {
                return new Ending(ExitCode.FAILED, execution);
            }
        }
        return new Ending(ExitCode.DONE, execution);
    }

    private Json execute(PlanView plan)
    {
        Json.JsonObject approved = Json.object().put("plan", plan.id()).put("digest", plan.digest()).build();
        String execution = daemon.call("plan.apply", approved, ExecutionStarted.class).execution();
        stop.executing(execution);
        Json.JsonObject name = Json.object().put("execution", execution).build();
        if (screen.quiet()) {
            return daemon.call("execution.wait", name);
        }
        ProgressView view = new ProgressView(screen.terminal(), screen.out(), plan.steps().stream().map(PlanStep::title).toList(),
                () -> NANOSECONDS.toMillis(System.nanoTime()));
        events.show(execution, view::event);
        try (Ticker _ = new Ticker(Duration.ofMillis(100), view::tick)) {
            return daemon.call("execution.wait", name);
        }
        finally {
            view.clear();
        }
    }
}
