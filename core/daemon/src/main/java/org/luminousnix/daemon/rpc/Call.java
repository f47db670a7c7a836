package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.ErrorCode;
import org.luminousnix.protocol.Json;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.RpcException.rpcException;

/// A request that is being answered: once, by its result, its error, or because it was cancelled.
final class Call
{
    private final Incoming.Request request;
    private final Consumer<Optional<Json>> answers;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile Optional<Thread> worker = Optional.empty();

    /// @param answers takes the answer; nothing for a notification
    Call(Incoming.Request request, Consumer<Optional<Json>> answers)
    {
        this.request = requireNonNull(request, "request is null");
        this.answers = requireNonNull(answers, "answers is null");
    }

    Incoming.Request request()
    {
        return request;
    }

    void workOn(Thread thread)
    {
        worker = Optional.of(thread);
    }

    void succeed(Json result)
    {
        if (answered.compareAndSet(false, true)) {
            answers.accept(request.id().map(id -> Messages.result(id, result)));
        }
    }

    void fail(Throwable thrown)
    {
        if (answered.compareAndSet(false, true)) {
            Json answer = Messages.error(request.id().orElseGet(Json::ofNull), thrown);
            answers.accept(request.id().map(_ -> answer));
        }
    }

    /// Answers that it was cancelled, and interrupts the work on it.
    ///
    /// The thread is interrupted only when the answer is not its own: an interrupt while it writes would close the channel.
    void cancel()
    {
        if (answered.compareAndSet(false, true)) {
            worker.ifPresent(Thread::interrupt);
            Json answer = Messages.error(request.id().orElseGet(Json::ofNull), rpcException(ErrorCode.CANCELLED, "Request cancelled"));
            answers.accept(request.id().map(_ -> answer));
        }
    }
}
