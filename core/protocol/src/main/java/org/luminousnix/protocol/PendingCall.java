package org.luminousnix.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.luminousnix.protocol.DaemonUnreachableException.Reason.LOST;
import static org.luminousnix.protocol.DaemonUnreachableException.Reason.TIMEOUT;

/// A request that was sent, and whose answer may not have come yet.
public final class PendingCall
{
    private final DaemonClient client;
    private final long id;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Json answer = Json.ofNull();
    private volatile Optional<String> loss = Optional.empty();

    PendingCall(DaemonClient client, long id)
    {
        this.client = client;
        this.id = id;
    }

    long id()
    {
        return id;
    }

    /// Waits for the result, however long it takes; an error that is answered is thrown.
    public Json await()
    {
        try {
            done.await();
        }
        catch (InterruptedException _) {
            throw interrupted();
        }
        return result();
    }

    /// Waits for the result; after `timeout` the request is cancelled.
    public Json await(Duration timeout)
    {
        try {
            if (!done.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                cancel();
                client.forget(this);
                throw new DaemonUnreachableException(TIMEOUT, "no answer from the daemon within %s ms".formatted(timeout.toMillis()));
            }
        }
        catch (InterruptedException _) {
            throw interrupted();
        }
        return result();
    }

    /// Asks the daemon to give the request up; it is then answered with [ErrorCode#CANCELLED], unless it was done before.
    public void cancel()
    {
        client.notify("$/cancel", Json.object().put("id", id).build());
    }

    void complete(Json message)
    {
        answer = message;
        done.countDown();
    }

    void lose(String message)
    {
        loss = Optional.of(message);
        done.countDown();
    }

    private DaemonUnreachableException interrupted()
    {
        Thread.currentThread().interrupt();
        client.forget(this);
        return new DaemonUnreachableException(LOST, "interrupted while waiting for the daemon");
    }

    private Json result()
    {
        if (loss.isPresent()) {
            throw new DaemonUnreachableException(LOST, loss.get());
        }
        Optional<Json> error = answer.get("error");
        if (error.isPresent()) {
            throw error(error.get());
        }
        return answer.get("result").orElseGet(Json::ofNull);
    }

    private static RpcException error(Json error)
    {
        Optional<Json> number = error.get("code");
        ErrorCode code = ErrorCode.INTERNAL;
        if (number.isPresent() && number.get() instanceof Json.JsonNumber known) {
            code = known.longValue().flatMap(ErrorCode::fromCode).orElse(ErrorCode.INTERNAL);
        }
        return new RpcException(code, error.get("message").flatMap(Json::text).orElse("the daemon gave no reason"), error.get("data"));
    }
}
