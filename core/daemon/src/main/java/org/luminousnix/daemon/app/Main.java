package org.luminousnix.daemon.app;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs the daemon in the foreground: `run [--setting value]…`.
public final class Main
{
    private static final int USAGE = 2;
    private static final int FAILED = 1;
    /// Lucene recommends an incubator module at every start, which costs memory and gains nothing here.
    private static final Logger QUIETED = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private Main()
    {}

    public static void main(String[] arguments)
    {
        List<String> given = List.of(arguments);
        if (given.isEmpty() || !given.getFirst().equals("run") || given.contains("--help")) {
            System.err.print(usage());
            System.exit(given.contains("--help") ? 0 : USAGE);
        }
        System.exit(run(given.subList(1, given.size())));
    }

    private static int run(List<String> flags)
    {
        QUIETED.setLevel(Level.OFF);
        try (Daemon daemon = Daemon.start(Settings.read(flags, System.getenv()))) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(daemon::stop));
            System.out.println("luminous-nix: listening on " + daemon.socket());
            daemon.awaitStop();
            return 0;
        }
        catch (SettingException e) {
            System.err.println("luminous-nix: " + e.getMessage());
            return USAGE;
        }
        catch (IOException e) {
            System.err.println("luminous-nix: " + e.getMessage());
            return FAILED;
        }
        catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static String usage()
    {
        StringBuilder text = new StringBuilder("usage: run [SETTING VALUE]...\n\nEvery setting is also an environment variable.\n\n");
        for (Setting setting : Setting.values()) {
            text.append(
                    "  %s %s  (%s)%n      %s%n".formatted(setting.flag(), setting.argument(), setting.variable(), setting.documentation()));
            setting.fallback().ifPresent(value -> text.append("      Default: ").append(value).append('\n'));
        }
        return text.toString();
    }
}
