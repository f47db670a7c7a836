package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.execution.ExecutionReport.Failure;
import org.luminousnix.daemon.execution.ExecutionReport.Step;
import org.luminousnix.daemon.memory.ExecutionEntry;
import org.luminousnix.daemon.memory.ExecutionEntry.Beginning;
import org.luminousnix.daemon.memory.ExecutionEntry.Ending;
import org.luminousnix.daemon.memory.Executions;
import org.luminousnix.daemon.planning.ActionJson;
import org.luminousnix.daemon.planning.Draft;
import org.luminousnix.daemon.planning.Plan;
import org.luminousnix.daemon.planning.Verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// The journal in the memory's database, and the history of executions that it is afterwards.
public final class MemoryJournal implements Journal
{
    private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new Jdk8Module()).build();

    private final Executions executions;
    private final InstantSource clock;
    private final boolean lab;

    public MemoryJournal(Executions executions, InstantSource clock, boolean lab)
    {
        this.executions = requireNonNull(executions, "executions is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.lab = lab;
    }

    @Override
    public void begun(String execution, Plan plan)
    {
        executions.begin(
                new Beginning(execution, plan.owner(), plan.id(), plan.draft().title(), ActionJson.write(plan.draft()), clock.instant()));
    }

    @Override
    public void stepBegun(String execution, int step)
    {
        executions.stepStarted(execution, step);
    }

    @Override
    public void stepEnded(String execution, int step, StepState state, String note)
    {
        executions.stepFinished(execution, step, state.name(), note);
    }

    @Override
    public void built(String execution, String system)
    {
        executions.built(execution, system);
    }

    @Override
    public void ended(ExecutionReport report)
    {
        executions.finished(report.id(),
                new Ending(report.state().name(), report.verified(), written(new Told(report.steps(), report.failure())), clock.instant()));
    }

    @Override
    public List<Unfinished> unfinished()
    {
        return executions.unfinished().stream()
                .map(entry -> new Unfinished(entry.beginning().id(), plan(entry), entry.begun(), entry.built().orElse(""))).toList();
    }

    /// Returns a person's execution that is over.
    public Optional<ExecutionReport> find(String execution, String person)
    {
        return executions.find(execution).filter(entry -> entry.beginning().person().equals(person)).flatMap(this::report);
    }

    /// Returns a person's executions that are over, newest first.
    public List<ExecutionReport> of(String person, int most)
    {
        return executions.list(person, most).stream().flatMap(entry -> report(entry).stream()).toList();
    }

    private Optional<ExecutionReport> report(ExecutionEntry entry)
    {
        return entry.ending().map(ending -> {
            Told told = read(ending.report());
            return new ExecutionReport(entry.beginning().id(), plan(entry), ExecutionState.valueOf(ending.state()), ending.verified(),
                    told.steps(), told.failure());
        });
    }

    /// What was approved once is kept without its question: it can be looked at and undone, not approved again.
    private Plan plan(ExecutionEntry entry)
    {
        Beginning beginning = entry.beginning();
        Draft draft = ActionJson.read(beginning.content());
        return new Plan(beginning.plan(), beginning.person(), beginning.title(), draft,
                new Verdict.NeedsApproval(new Verdict.Approval.YesOrNo()), lab, Instant.EPOCH,
                ActionJson.digest(draft, beginning.person(), lab));
    }

    private static String written(Told told)
    {
        try {
            return MAPPER.writeValueAsString(told);
        }
        catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Told read(String json)
    {
        try {
            return MAPPER.readValue(json, Told.class);
        }
        catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Told(List<Step> steps, Optional<Failure> failure)
    {}
}
