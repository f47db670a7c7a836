package org.luminousnix.cli;

import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.DaemonClient;
import org.luminousnix.protocol.ExecutionStarted;
import org.luminousnix.protocol.ExecutionView;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.PlanAnswer;
import org.luminousnix.protocol.PlanView;
import org.luminousnix.protocol.RpcException;
import org.luminousnix.protocol.SessionOpened;
import org.luminousnix.protocol.Software;
import org.luminousnix.protocol.Wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// What a client says over the socket, without the client.
final class SocketFlow
{
    private final DaemonClient daemon;
    private final String session;

    SocketFlow(DaemonClient daemon)
    {
        this.daemon = daemon;
        session = daemon.call("session.open", Json.object().put("client", Wire.write(new Software("test", "1"))).build(),
                SessionOpened.class).session();
    }

    AskReply ask(String text)
    {
        return daemon.call("ask", Json.object().put("text", text).put("session", session).build(), AskReply.class);
    }

    PlanView plan(String text)
    {
        AskReply reply = ask(text);
        assertThat(reply.plan()).as(reply.toString()).isPresent();
        return reply.plan().orElseThrow();
    }

    ExecutionView apply(PlanView plan, String digest)
    {
        String execution = daemon.call("plan.apply", params(plan, digest), ExecutionStarted.class).execution();
        return daemon.call("execution.wait", Json.object().put("execution", execution).build(), ExecutionView.class);
    }

    PlanView undo(ExecutionView execution)
    {
        return daemon.call("execution.undo", Json.object().put("execution", execution.execution()).build(), PlanAnswer.class).plan();
    }

    /// Applies a plan that must not be, and returns the code of the error.
    int refusal(PlanView plan, String digest)
    {
        return catchThrowableOfType(RpcException.class, () -> daemon.call("plan.apply", params(plan, digest))).code().code();
    }

    private static Json.JsonObject params(PlanView plan, String digest)
    {
        return Json.object().put("plan", plan.id()).put("digest", digest).build();
    }
}
