package org.luminousnix.cli;

import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.PendingCall;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/// A sign of life while an answer is waited for: nothing for 150 ms, then a line that is drawn over and taken away at the end.
final class Waiting
{
    private static final Duration SILENCE = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final PrintStream out;
    private final String what;
    private final long begun = System.nanoTime();
    private int frame;

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
        Waiting waiting = new Waiting(screen, what);
        try (Ticker _ = new Ticker(SILENCE, waiting::draw)) {
            return work.get();
        }
        finally {
            waiting.erase();
        }
    }

    static Json answer(Screen screen, String what, PendingCall call)
    {
        return during(screen, what, call::await);
    }

    private void draw()
    {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        String text = elapsed.compareTo(LONG) < 0 ? what : what + ", longer than usual";
        out.print(ERASE + ProgressLine.begun(1, 1, text).drawn(terminal, frame++, elapsed.toMillis()));
        out.flush();
    }

    private void erase()
    {
        if (frame > 0) {
            out.print(ERASE);
            out.flush();
        }
    }
}
