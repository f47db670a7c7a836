package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Plan;

import java.util.ArrayList;
import java.util.List;

/// A journal in memory that keeps what it is told, in order.
final class RecordingJournal implements Journal
{
    final List<String> lines = new ArrayList<>();
    final List<Unfinished> left = new ArrayList<>();

    @Override
    public synchronized void begun(String execution, Plan plan)
    {
        lines.add("begun " + execution);
    }

    @Override
    public synchronized void stepBegun(String execution, int step)
    {
        lines.add("step " + step + " begun");
    }

    @Override
    public synchronized void stepEnded(String execution, int step, StepState state, String note)
    {
        lines.add("step " + step + " " + state);
    }

    @Override
    public synchronized void built(String execution, String system)
    {
        lines.add("built " + system);
    }

    @Override
    public synchronized void ended(ExecutionReport report)
    {
        lines.add("ended " + report.state());
    }

    @Override
    public List<Unfinished> unfinished()
    {
        return left;
    }
}
