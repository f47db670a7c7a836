package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.Software;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers [ArithmeticMethods] and counts what it was asked.
class Arithmetic implements ArithmeticMethods
{
    final AtomicInteger updates = new AtomicInteger();
    final AtomicInteger waiting = new AtomicInteger();
    final AtomicInteger interrupted = new AtomicInteger();
    final Semaphore released = new Semaphore(0);

    @Override
    public long subtract(long minuend, long subtrahend)
    {
        return minuend - subtrahend;
    }

    @Override
    public long sum(long a, long b, long c)
    {
        return a + b + c;
    }

    @Override
    public void update(long a, long b, long c, long d, long e)
    {
        updates.incrementAndGet();
    }

    @Override
    public void notifyHello(long a)
    {
        updates.incrementAndGet();
    }

    @Override
    public List<Json> data()
    {
        return List.of(Json.of("hello"), Json.of(5));
    }

    @Override
    public Json echo(Json value)
    {
        return value;
    }

    @Override
    public String optional(Optional<String> text, OptionalInt number, Optional<Software> software)
    {
        return text + " " + number + " " + software;
    }

    @Override
    public String await() throws InterruptedException
    {
        waiting.incrementAndGet();
        try {
            released.acquire();
            return "released";
        }
        catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
        }
    }

    @Override
    public void release()
    {
        released.release();
    }

    @Override
    public void breakDown()
    {
        throw new IllegalStateException("secret");
    }

    @Override
    public String who()
    {
        return CurrentPeer.get().user();
    }

    @Override
    public void flood(int number, int bytes)
    {
        String text = "a".repeat(bytes);
        for (int i = 0; i < number; i++) {
            CurrentPeer.get().notify("flood", Map.of("number", i, "text", text));
        }
    }

    @Override
    public String text(int bytes)
    {
        return "a".repeat(bytes);
    }
}
