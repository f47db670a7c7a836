package org.luminousnix.cli;

import org.luminousnix.protocol.ExecutionEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// How far an execution is, as one line: the step, a bar or counts, what is worked on, and the time since it began.
///
/// @param step the step, from 1
/// @param steps how many steps there are
/// @param title what the step does
/// @param done how much of the step is done, where it is counted
/// @param expected how much there is to do
/// @param unit what is counted
/// @param activity what is worked on right now; may be empty
record ProgressLine(int step, int steps, String title, OptionalLong done, OptionalLong expected, String unit, String activity)
{
    /// A path in a Nix store, of which a person wants the name alone; a derivation's ends with `.drv`.
    private static final Pattern STORE_PATH = Pattern.compile("'?/[^\\s']*/[0-9a-z]{32}-([^\\s'/]+?)(?:\\.drv)?(?=['\\s]|$)'?");
    private static final int BAR_WIDTH = 20;
    private static final int WIDE = 70;
    private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final String[] ASCII_SPINNER = {"|", "/", "-", "\\"};

    ProgressLine
    {
        requireNonNull(title, "title is null");
        requireNonNull(done, "done is null");
        requireNonNull(expected, "expected is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(activity, "activity is null");
    }

    static ProgressLine begun(int step, int steps, String title)
    {
        return new ProgressLine(step, steps, title, OptionalLong.empty(), OptionalLong.empty(), "", "");
    }

    /// Returns the line after an event of the same step.
    ProgressLine after(ExecutionEvent event)
    {
        Optional<String> text = event.text().filter(line -> !line.isBlank()).map(line -> STORE_PATH.matcher(line).replaceAll("$1"));
        return new ProgressLine(step, steps, title, event.done().isPresent() ? event.done() : done,
                event.expected().isPresent() ? event.expected() : expected, event.unit().orElse(unit), text.orElse(activity));
    }

    /// Draws the line so that it fits one line of the terminal and leaves its last column free, which some terminals need.
    String drawn(Terminal terminal, int frame, long milliseconds)
    {
        List<Span> spans = new ArrayList<>();
        String[] spinner = terminal.unicode() ? SPINNER : ASCII_SPINNER;
        spans.add(new Span(Ink.PLACE, spinner[frame % spinner.length] + " "));
        spans.add(Span.of(position() + title + "  "));
        if (terminal.width() >= WIDE && hasBar()) {
            spans.add(new Span(Ink.GOOD, bar() + " "));
        }
        spans.add(new Span(Ink.STRONG, counts()));
        spans.add(new Span(Ink.FAINT, Sizes.duration(milliseconds)));
        if (!activity.isBlank()) {
            spans.add(new Span(Ink.FAINT, "  " + activity.strip()));
        }
        return fitted(terminal, spans);
    }

    private static String fitted(Terminal terminal, List<Span> spans)
    {
        StringBuilder line = new StringBuilder();
        int left = terminal.width() - 1;
        for (Span span : spans) {
            String text = Harmless.line(span.text());
            String cut = Columns.cut(terminal.unicode() ? text : Ascii.of(text), left);
            String shown = terminal.unicode() ? cut : cut.replace("…", "~");
            line.append(terminal.colour() ? span.ink().around(shown) : shown);
            left -= Columns.width(shown);
        }
        return line.toString();
    }

    /// Says the counts in words, for output that is not redrawn: `3 of 7 builds`; empty where nothing is counted.
    String counted()
    {
        if (done.isEmpty()) {
            return "";
        }
        return amount(done.getAsLong()) + (expected.isPresent() ? " of " + amount(expected.getAsLong()) : "")
                + (unit.equals("bytes") || unit.isEmpty() ? "" : " " + unit);
    }

    String position()
    {
        return steps > 1 ? "[" + step + "/" + steps + "] " : "";
    }

    private boolean hasBar()
    {
        return done.isPresent() && expected.isPresent() && expected.getAsLong() > 0;
    }

    private String bar()
    {
        long filled = Math.clamp(done.getAsLong() * BAR_WIDTH / expected.getAsLong(), 0, BAR_WIDTH);
        return "█".repeat((int) filled) + "░".repeat(BAR_WIDTH - (int) filled);
    }

    private String counts()
    {
        if (done.isEmpty()) {
            return "";
        }
        String of = expected.isPresent() ? "/" + amount(expected.getAsLong()) : "";
        return amount(done.getAsLong()) + of + (unit.equals("bytes") || unit.isEmpty() ? "" : " " + unit) + "  ";
    }

    private String amount(long value)
    {
        return unit.equals("bytes") ? Sizes.bytes(value) : Long.toString(value);
    }
}
