package org.luminousnix.nix.system;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.activity.TerminalText;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.Limits;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.sandbox.Sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Runs a system's `switch-to-configuration`: under systemd-run where there is systemd, so that it outlives us and its terminal.
final class Activator
{
    private static final String UNIT = "nixos-rebuild-switch-to-configuration";
    private static final List<String> PASSED_ON = List.of("LOCALE_ARCHIVE", "NIXOS_NO_CHECK");
    private static final Pattern FAILED_UNITS = Pattern.compile("warning: the following units failed: (.+)");
    private static final Pattern BUSY = Pattern.compile("was already loaded or has a fragment file|Could not acquire lock|already running",
            Pattern.CASE_INSENSITIVE);
    private static final Limits LIMITS = Limits.of(Duration.ofHours(1));

    private final NixLayout layout;
    private final Processes processes;
    private final boolean systemd;

    Activator(NixLayout layout, Processes processes, Path systemd)
    {
        this.layout = requireNonNull(layout, "layout is null");
        this.processes = requireNonNull(processes, "processes is null");
        // A lab has no units of its own; its activation must never reach the machine's systemd.
        this.systemd = !layout.lab() && Files.isDirectory(systemd);
    }

    ActivationOutcome activate(Path system, ActivationMode mode, boolean installBootLoader, OutputLines lines)
    {
        if (systemd && processes.run(Command.of("systemctl", "--quiet", "is-active", UNIT)).succeeded()) {
            return new ActivationOutcome.AlreadyRunning();
        }
        return outcome(processes.start(command(system, mode, installBootLoader), lines).await());
    }

    Command command(Path system, ActivationMode mode, boolean installBootLoader)
    {
        var argv = new ArrayList<String>();
        if (systemd) {
            argv.addAll(
                    List.of("systemd-run", "-E", "LOCALE_ARCHIVE", "-E", "NIXOS_INSTALL_BOOTLOADER", "-E", "NIXOS_NO_CHECK", "--collect",
                            "--no-ask-password", "--pipe", "--quiet", "--service-type=exec", "--unit=" + UNIT));
        }
        argv.add(system.resolve("bin/switch-to-configuration").toString());
        argv.add(mode.argument());
        return Command.of(argv).withEnvironment(environment(installBootLoader)).within(LIMITS).inside(Sandbox.none());
    }

    private Map<String, String> environment(boolean installBootLoader)
    {
        var environment = new HashMap<>(layout.environment());
        for (String name : PASSED_ON) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("NIXOS_INSTALL_BOOTLOADER", installBootLoader ? "1" : "0");
        return environment;
    }

    private static ActivationOutcome outcome(Completed completed)
    {
        String said = TerminalText.plain(completed.output().excerpt() + completed.error().excerpt());
        if (completed.ending() != Completed.Ending.EXITED) {
            return new ActivationOutcome.Broken(completed.exitCode(), said);
        }
        if (completed.exitCode() != 0 && BUSY.matcher(said).find()) {
            return new ActivationOutcome.AlreadyRunning();
        }
        return switch (completed.exitCode()) {
            case 0 -> new ActivationOutcome.Activated(UnitChanges.read(said));
            case 1 -> new ActivationOutcome.Refused(said);
            case 2 -> new ActivationOutcome.ScriptFailed(said);
            case 4 -> new ActivationOutcome.UnitsFailed(failedUnits(said), said);
            case 100 -> new ActivationOutcome.NeedsRestart();
            default -> new ActivationOutcome.Broken(completed.exitCode(), said);
        };
    }

    private static List<String> failedUnits(String said)
    {
        Matcher matcher = FAILED_UNITS.matcher(said);
        return matcher.find() ? List.of(matcher.group(1).strip().split(",\\s*")) : List.of();
    }
}
