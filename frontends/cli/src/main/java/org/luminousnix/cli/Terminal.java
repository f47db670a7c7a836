package org.luminousnix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// What the place of output can show, and whether somebody sits before it.
///
/// @param width columns, 20 at least
/// @param colour whether escape sequences for colour may be written
/// @param unicode whether characters beyond ASCII may be written
/// @param plain whether words stand for symbols and nothing is redrawn, as screen readers need it
/// @param redraws whether a line may be drawn over the one before
/// @param asks whether a person can be asked: both input and output are a terminal
record Terminal(int width, boolean colour, boolean unicode, boolean plain, boolean redraws, boolean asks)
{
    private static final int MINIMUM_WIDTH = 20;
    private static final int USUAL_WIDTH = 80;

    Terminal
    {
        width = Math.max(MINIMUM_WIDTH, width);
    }

    /// What the command line says about output.
    record Wishes(boolean plain, boolean noColour, boolean json)
    {}

    /// Reads what this process's input and output are.
    static Terminal ofProcess(Wishes wishes)
    {
        return of(System.getenv(), isTerminal(0), isTerminal(1), wishes);
    }

    static Terminal of(Map<String, String> environment, boolean input, boolean output, Wishes wishes)
    {
        requireNonNull(wishes, "wishes is null");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean noColour = wishes.noColour() || wishes.plain() || dumb || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(width(environment.get("COLUMNS")), output && !noColour, isUnicode(environment), wishes.plain(),
                output && !wishes.plain() && !dumb && !wishes.json(), input && output && !wishes.json());
    }

    /// Returns this terminal without colour, as for errors, which may go elsewhere.
    Terminal withoutColour()
    {
        return new Terminal(width, false, unicode, plain, redraws, asks);
    }

    private static int width(String columns)
    {
        return Optional.ofNullable(columns).filter(c -> c.matches("[1-9][0-9]{0,4}")).map(Integer::parseInt).orElse(USUAL_WIDTH);
    }

    /// The first of LC_ALL, LC_CTYPE and LANG that says something decides, as locale(7) has it.
    private static boolean isUnicode(Map<String, String> environment)
    {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.matches("(?i).*utf-?8.*");
            }
        }
        return false;
    }

    /// Says whether a file descriptor of this process is a terminal, by where Linux says that it leads.
    private static boolean isTerminal(int descriptor)
    {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        }
        catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
