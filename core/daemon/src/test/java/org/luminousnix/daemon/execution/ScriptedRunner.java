package org.luminousnix.daemon.execution;

import org.luminousnix.daemon.planning.Action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Does nothing but keep which actions it was given; a script may fail or wait in their place.
final class ScriptedRunner implements ActionRunner
{
    final List<String> done = new ArrayList<>();
    private final BiConsumer<Action, StepContext> script;

    ScriptedRunner(BiConsumer<Action, StepContext> script)
    {
        this.script = script;
    }

    @Override
    public String run(Action action, StepContext context)
    {
        script.accept(action, context);
        synchronized (this) {
            done.add(action.kind());
        }
        return "did " + action.kind();
    }

    @Override
    public synchronized String restore(Action.EditConfiguration edit)
    {
        done.add("restored");
        return "The configuration is as it was.";
    }
}
