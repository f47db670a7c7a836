package org.luminousnix.cli;

import org.luminousnix.protocol.DaemonInfo;
import org.luminousnix.protocol.Health;
import org.luminousnix.protocol.HealthStatus;
import org.luminousnix.protocol.Mode;

import java.time.Duration;
import java.time.Instant;

/// Shows how the daemon is.
final class DaemonReport
{
    private DaemonReport()
    {}

    static void show(Page page, DaemonInfo info, Health health, Instant now)
    {
        page.marked(Mark.DONE, Ink.STRONG, "The daemon runs: " + info.server().name() + " " + info.server().version());
        page.labelled("Works on", Ink.PLAIN, mode(info.mode()));
        page.labelled("Process", Ink.PLAIN, info.pid() + ", for " + Sizes.duration(Duration.between(info.started(), now).toMillis()));
        page.labelled("Socket", Ink.PLACE, info.socket());
        page.labelled("State", Ink.PLACE, info.state());
        page.labelled("Java", Ink.PLAIN, info.java());
        page.labelled("Nix", Ink.PLAIN, info.nix().orElse("is not here"));
        health.checks().forEach(check -> page.marked(mark(check.status()), Ink.PLAIN, check.name() + ": " + check.text()));
    }

    private static Mark mark(HealthStatus status)
    {
        return switch (status) {
            case OK -> Mark.DONE;
            case DEGRADED -> Mark.WARNING;
            case FAILING -> Mark.FAILED;
        };
    }

    private static String mode(Mode mode)
    {
        return switch (mode) {
            case NIXOS -> "this machine";
            case LAB -> "a lab, a practice system of its own";
            case READONLY -> "this machine, which is only looked at";
        };
    }
}
