package org.luminousnix.cli;

import org.luminousnix.protocol.DaemonClient.NotificationListener;
import org.luminousnix.protocol.ExecutionEvent;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.Wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Passes events of executions on to whoever looks. Events that come before anybody does are kept, since the first of them can
/// overtake the answer that names their execution.
final class Events implements NotificationListener
{
    private final List<ExecutionEvent> early = new ArrayList<>();
    private Consumer<ExecutionEvent> viewer = early::add;

    @Override
    public synchronized void received(String method, Json params)
    {
        if (method.equals("execution.event")) {
            try {
                viewer.accept(Wire.read(params, ExecutionEvent.class));
            }
            catch (RpcException _) {
                // An event of a shape that this client does not know is of a newer daemon, and only decoration.
            }
        }
    }

    /// Lets `viewer` see the events of one execution, first those that came already.
    synchronized void show(String execution, Consumer<ExecutionEvent> events)
    {
        viewer = event -> {
            if (event.execution().equals(execution)) {
                events.accept(event);
            }
        };
        early.forEach(viewer);
        early.clear();
    }
}
