package org.luminousnix.cli;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.PendingCall;

import java.io.PrintStream;
import java.util.function.Supplier;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/// A sign of life while an answer is waited for: nothing for 150 ms, then a line that is drawn over. Closed when the answer is there.
final class Waiting implements AutoCloseable
{
    private static final long SILENCE_MILLISECONDS = 150;
    private static final long FRAME_MILLISECONDS = 100;
    private static final long LONG_MILLISECONDS = 5_000;
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final PrintStream out;
    private final String what;
    private final long begun = System.nanoTime();
    private boolean ended;
    private boolean drawn;

    private Waiting(Screen screen, String what)
    {
        terminal = screen.terminal();
        out = screen.out();
        this.what = what;
    }

    /// Runs `work` with a sign of life where the terminal can redraw one.
    static <T> T during(Screen screen, String what, Supplier<T> work)
    {
        if (!screen.terminal().redraws()) {
            return work.get();
        }
        try (Waiting waiting = new Waiting(screen, what)) {
            Thread thread = new Thread(waiting::draw, "waiting");
            thread.setDaemon(true);
            thread.start();
            return work.get();
        }
    }

    static Json answer(Screen screen, String what, PendingCall call)
    {
        return during(screen, what, call::await);
    }

    private synchronized void draw()
    {
        try {
            wait(SILENCE_MILLISECONDS);
            for (int frame = 0; !ended; frame++) {
                long elapsed = NANOSECONDS.toMillis(System.nanoTime() - begun);
                String text = elapsed < LONG_MILLISECONDS ? what : what + ", longer than usual";
                out.print(ERASE + ProgressLine.begun(1, 1, text).drawn(terminal, frame, elapsed));
                out.flush();
                drawn = true;
                wait(FRAME_MILLISECONDS);
            }
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close()
    {
        ended = true;
        notifyAll();
        if (drawn) {
            out.print(ERASE);
            out.flush();
        }
    }
}
