package org.luminousnix.cli;

import org.junit.jupiter.api.Test;
import org.luminousnix.protocol.ExecutionEvent;
import org.luminousnix.protocol.ExecutionEvent.Kind;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressViewTest
{
    private static final List<String> TITLES = List.of("Edit the configuration", "Build the system");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong();

    @Test
    void event_onAPipe_writesWholeLinesOnly()
    {
        run(view(new Terminal(80, false, true, false, false, false)));

        assertThat(written()).isEqualTo("""
                                        [1/2] Edit the configuration
                                        [2/2] Build the system
                                          1 of 7 builds: ripgrep
                                          2 of 7 builds: system-path
                                        """);
    }

    @Test
    void event_onATerminal_redrawsOneLineAndLeavesOneForEachStep()
    {
        ProgressView view = view(new Terminal(80, false, true, false, true, true));
        run(view);
        view.clear();

        Golden.check("progress", written().replace("\r", "\n<CR>").replace("\u001b", "<ESC>"));
    }

    @Test
    void drawn_onNarrowTerminal_fitsOneLine()
    {
        var line = new ProgressLine(2, 3, "Build the whole system anew", OptionalLong.of(3), OptionalLong.of(70), "builds", "a".repeat(90));

        assertThat(Columns.width(line.drawn(new Terminal(40, false, true, false, true, true), 3, 125_000))).isEqualTo(39);
    }

    @Test
    void drawn_bytes_areWrittenForPeople()
    {
        var line = new ProgressLine(1, 1, "Download", OptionalLong.of(1_572_864), OptionalLong.of(3_145_728), "bytes", "");

        assertThat(line.drawn(new Terminal(80, false, false, false, true, true), 0, 1000))
                .isEqualTo("| Download  ##########.......... 1.5 MiB/3.0 MiB  1.0 s");
    }

    @Test
    void after_storePath_keepsItsName()
    {
        var event = event(0, Kind.PROGRESS, OptionalLong.of(1), "building '/l/store/k0r6ny5mwvq7v09728fqzx1bky39np59-ripgrep-14.1.1.drv'");

        assertThat(ProgressLine.begun(1, 1, "Build").after(event).activity()).isEqualTo("building ripgrep-14.1.1");
    }

    private ProgressView view(Terminal terminal)
    {
        return new ProgressView(terminal, out, TITLES, clock::get);
    }

    private void run(ProgressView view)
    {
        view.event(event(0, Kind.STARTED, OptionalLong.empty(), "Edit the configuration"));
        clock.addAndGet(20);
        view.event(event(0, Kind.FINISHED, OptionalLong.empty(), ""));
        view.event(event(1, Kind.STARTED, OptionalLong.empty(), "Build the system"));
        view.event(event(1, Kind.PROGRESS, OptionalLong.of(1), "ripgrep"));
        view.event(event(1, Kind.LOG, OptionalLong.empty(), "unpacking \u001b[31msources"));
        view.event(event(1, Kind.PROGRESS, OptionalLong.of(2), "system-path"));
        clock.addAndGet(1500);
        view.tick();
        view.event(event(1, Kind.FAILED, OptionalLong.empty(), ""));
    }

    private static ExecutionEvent event(int step, Kind kind, OptionalLong done, String text)
    {
        boolean counts = done.isPresent();
        return new ExecutionEvent("execution-1", step, kind, done, counts ? OptionalLong.of(7) : OptionalLong.empty(),
                counts ? Optional.of("builds") : Optional.empty(), Optional.of(text));
    }

    private String written()
    {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
