package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.facts.Unit;
import org.luminousnix.daemon.facts.Units;
import org.luminousnix.daemon.planning.Outcome.Answer;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static java.util.Objects.requireNonNull;

/// Answers questions about units that run now, and proposes to start, stop or restart them.
final class ServiceAnswers
{
    /// The units of services that people call otherwise (the unit names of their NixOS modules).
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("openssh", "sshd"), Map.entry("ssh", "sshd"),
            Map.entry("printing", "cups"),
            Map.entry("networkmanager", "NetworkManager"), Map.entry("display-manager", "display-manager"), Map.entry("mysql", "mysql"),
            Map.entry("postgres", "postgresql"), Map.entry("postgresql", "postgresql"), Map.entry("tailscale", "tailscaled"),
            Map.entry("libvirt", "libvirtd"),
            Map.entry("avahi", "avahi-daemon"), Map.entry("xserver", "display-manager"), Map.entry("timesyncd", "systemd-timesyncd"),
            Map.entry("resolved", "systemd-resolved"), Map.entry("dbus", "dbus-broker"));

    private final Units units;

    ServiceAnswers(Units units)
    {
        this.units = requireNonNull(units, "units is null");
    }

    Outcome status(String service)
    {
        return about(service, unit -> {
            Unit now = units.unit(unit);
            return new Answer(now.sentence(), List.of(new Item("service", now.name(), now.name() + ": " + now.active(), now.description())),
                    now.exists() ? List.of("logs of " + now.name(), "restart " + now.name()) : List.of("list services"));
        });
    }

    Outcome log(String service)
    {
        return about(service, unit -> {
            List<String> lines = units.log(unit);
            return Answer.of(lines.isEmpty()
                    ? "The journal holds nothing of %s, or nothing that may be read here.".formatted(unit)
                    : String.join("\n", lines));
        });
    }

    Outcome control(String service, UnitVerb verb)
    {
        return about(service, unit -> {
            Unit now = units.unit(unit);
            if (!now.exists()) {
                return NotDone.because(now.sentence() + " \"list services\" shows what runs.");
            }
            Action action = new Action.ControlService(now.name(), verb);
            return new Proposal(new Draft(action.traits().title() + " now", List.of(action), List.of(),
                    List.of("It is %s now; the configuration stays as it is.".formatted(now.active()))));
        });
    }

    Outcome list()
    {
        if (!units.available()) {
            return absent();
        }
        List<Item> items = units.services("running").stream().map(name -> new Item("service", name, name, "running")).toList();
        return new Answer("%d services run now.".formatted(items.size()), items, List.of());
    }

    private Outcome about(String service, Function<String, Outcome> answer)
    {
        String unit = UNITS.getOrDefault(service.toLowerCase(java.util.Locale.ROOT), service);
        if (!Grammar.isUnit(unit)) {
            return NotDone.because(
                    "That is not the name of a service: letters, digits and :-_.@ may be in it, and it does not begin with a dash.");
        }
        return units.available() ? answer.apply(unit) : absent();
    }

    private static NotDone absent()
    {
        return NotDone.because(
                "systemd does not run this machine (there is no /run/systemd/system), so there are no services to look at or to control here.");
    }
}
