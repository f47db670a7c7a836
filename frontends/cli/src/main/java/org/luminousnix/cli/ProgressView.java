package org.luminousnix.cli;

import org.luminousnix.protocol.ExecutionEvent;

import java.io.PrintStream;
import java.util.List;
import java.util.function.LongSupplier;

import static java.util.Objects.requireNonNull;

/// Shows an execution while it runs. On a terminal one line is drawn over and over and each step that ends leaves a line; elsewhere
/// there are only whole lines, one when a step begins and one when a build is done.
///
/// Events come from the connection's thread and ticks from another, so every method takes the view's lock.
final class ProgressView
{
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final PrintStream out;
    private final List<String> titles;
    private final LongSupplier clock;
    private final long begun;
    private ProgressLine line;
    private long stepBegun;
    private int frame;
    private boolean drawn;

    /// Creates a view of a plan's steps.
    ///
    /// @param titles what each step does, in order
    /// @param clock the time in milliseconds, from any beginning
    ProgressView(Terminal terminal, PrintStream out, List<String> titles, LongSupplier clock)
    {
        this.terminal = requireNonNull(terminal, "terminal is null");
        this.out = requireNonNull(out, "out is null");
        this.titles = List.copyOf(titles);
        this.clock = requireNonNull(clock, "clock is null");
        begun = clock.getAsLong();
        stepBegun = begun;
        line = ProgressLine.begun(1, Math.max(1, titles.size()), titles.isEmpty() ? "Working" : titles.getFirst());
    }

    synchronized void event(ExecutionEvent event)
    {
        switch (event.kind()) {
            case STARTED -> started(event);
            case PROGRESS -> progressed(event);
            case LOG -> line = line.after(event);
            case FINISHED -> ended(Mark.DONE);
            case FAILED -> ended(Mark.FAILED);
        }
    }

    /// Draws the line anew, so that the time and the sign of life go on.
    synchronized void tick()
    {
        if (terminal.redraws()) {
            frame++;
            draw();
        }
    }

    /// Takes the line away, so that other text can be written.
    synchronized void clear()
    {
        if (drawn) {
            out.print(ERASE);
            out.flush();
            drawn = false;
        }
    }

    private void started(ExecutionEvent event)
    {
        stepBegun = clock.getAsLong();
        String title = event.text().orElseGet(() -> event.step() < titles.size() ? titles.get(event.step()) : "Step " + (event.step() + 1));
        line = ProgressLine.begun(event.step() + 1, Math.max(titles.size(), event.step() + 1), title);
        if (terminal.redraws()) {
            draw();
        }
        else {
            print(new Page(terminal).line(Span.of(line.position() + title)));
        }
    }

    private void progressed(ExecutionEvent event)
    {
        ProgressLine before = line;
        line = line.after(event);
        if (!terminal.redraws() && event.unit().filter("builds"::equals).isPresent() && !line.done().equals(before.done())) {
            print(new Page(terminal).line(Span.of("  " + line.counted() + (line.activity().isBlank() ? "" : ": " + line.activity()))));
        }
    }

    private void ended(Mark mark)
    {
        if (terminal.redraws()) {
            clear();
            print(new Page(terminal).line(new Span(mark.ink(), mark.on(terminal) + " "), Span.of(line.title() + "  "),
                    new Span(Ink.FAINT, Sizes.duration(clock.getAsLong() - stepBegun))));
        }
    }

    private void draw()
    {
        out.print(ERASE + line.drawn(terminal, frame, clock.getAsLong() - begun));
        out.flush();
        drawn = true;
    }

    private void print(Page page)
    {
        out.print(page);
        out.flush();
    }
}
