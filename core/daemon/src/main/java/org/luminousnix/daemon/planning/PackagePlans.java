package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.PackageEntry;
import org.luminousnix.daemon.language.Intent.PackageInstall;
import org.luminousnix.daemon.language.Intent.PackageRemove;
import org.luminousnix.daemon.language.Scope;
import org.luminousnix.daemon.planning.Outcome.Change;
import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;
import org.luminousnix.nix.configuration.ConfigurationEdit;
import org.luminousnix.nix.configuration.NixValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Proposes to install and to remove packages.
final class PackagePlans
{
    private static final String ALLOW_UNFREE = "nixpkgs.config.allowUnfree";

    private final Catalog catalog;
    private final PackageAnswers answers;

    PackagePlans(Catalog catalog, PackageAnswers answers)
    {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.answers = requireNonNull(answers, "answers is null");
    }

    Outcome install(PackageInstall wish, String user)
    {
        List<PackageEntry> entries = new ArrayList<>();
        for (String attribute : wish.packages()) {
            Optional<PackageEntry> entry = Grammar.isAttribute(attribute) ? catalog.packageAt(attribute) : Optional.empty();
            if (entry.isEmpty()) {
                return answers.unknown(attribute);
            }
            entries.add(entry.get());
        }
        Optional<NotDone> unusable = entries.stream().flatMap(entry -> unusable(entry).stream()).findFirst();
        if (entries.isEmpty() || unusable.isPresent()) {
            return unusable.orElseGet(() -> NotDone.because("Say which program you want."));
        }
        return wish.scope().filter(Scope.USER::equals).isPresent() ? intoProfile(entries, user) : intoSystem(entries);
    }

    Outcome remove(PackageRemove wish)
    {
        Optional<String> wrong = wish.packages().stream().filter(attribute -> !Grammar.isAttribute(attribute)).findFirst();
        if (wrong.isPresent()) {
            return answers.unknown(wrong.get());
        }
        List<String> going = wish.packages().stream().filter(attribute -> !wish.except().contains(attribute)).toList();
        if (going.isEmpty()) {
            return NotDone.because("Say which program is to go.");
        }
        List<ConfigurationEdit> edits = going.stream().map(ConfigurationEdit::removePackage).toList();
        List<Probe> probes = going.stream().<Probe>map(attribute -> new Probe.PackageInSystem(attribute, false, List.of())).toList();
        return new Change("Remove " + String.join(", ", going) + " from this machine", edits, probes, List.of());
    }

    private static Outcome intoSystem(List<PackageEntry> entries)
    {
        List<ConfigurationEdit> edits = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> unfree = entries.stream().filter(PackageEntry::unfree).map(PackageEntry::attribute).toList();
        if (!unfree.isEmpty()) {
            edits.add(ConfigurationEdit.setOption(ALLOW_UNFREE, new NixValue.Bool(true)));
            notes.add("%s is unfree software (%s). The plan therefore also sets %s = true, which allows every unfree package.".formatted(
                    String.join(", ", unfree),
                    licences(entries), ALLOW_UNFREE));
        }
        entries.forEach(entry -> edits.add(ConfigurationEdit.addPackage(entry.attribute())));
        List<Probe> probes = entries.stream().<Probe>map(entry -> new Probe.PackageInSystem(entry.attribute(), true, mainProgram(entry)))
                .toList();
        return new Change("Install " + names(entries) + " for everybody on this machine", edits, probes, notes);
    }

    /// The catalogue's program is looked for only where it is likely the package's own.
    private static List<String> mainProgram(PackageEntry entry)
    {
        return entry.programs().stream().limit(1).toList();
    }

    /// The daemon changes the profile of its own account alone.
    private static Outcome intoProfile(List<PackageEntry> entries, String user)
    {
        if (!user.equals(System.getProperty("user.name"))) {
            return NotDone
                    .because("I cannot change the profile of %s from here. By hand it is: nix-env -f '<nixpkgs>' -iA %s".formatted(user,
                            String.join(" ", entries.stream().map(PackageEntry::attribute).toList())));
        }
        List<Probe> probes = entries.stream().<Probe>map(entry -> new Probe.PackageInProfile(entry.pname(), true)).toList();
        Action action = new Action.InstallToProfile(entries.stream().map(PackageEntry::attribute).toList());
        return new Proposal(new Draft("Install " + names(entries) + " for you alone", List.of(action), probes, List.of()));
    }

    private static Optional<NotDone> unusable(PackageEntry entry)
    {
        if (entry.broken()) {
            return Optional
                    .of(NotDone.because("%s is marked as broken in this package set: it does not build. A newer channel may have mended it."
                            .formatted(entry.attribute())));
        }
        if (entry.insecure()) {
            String flaws = entry.knownVulnerabilities().isEmpty()
                    ? "no details are given"
                    : String.join("; ", entry.knownVulnerabilities());
            return Optional.of(NotDone.because(
                    "%s %s is marked as insecure (%s). It is not installed unless you put \"%s-%s\" into nixpkgs.config.permittedInsecurePackages yourself."
                            .formatted(entry.attribute(), entry.version(), flaws, entry.pname(), entry.version())));
        }
        return Optional.empty();
    }

    private static String names(List<PackageEntry> entries)
    {
        return String.join(", ", entries.stream().map(PackageEntry::attribute).toList());
    }

    private static String licences(List<PackageEntry> entries)
    {
        return String.join(", ",
                entries.stream().filter(PackageEntry::unfree).flatMap(entry -> entry.licenses().stream()).distinct().toList());
    }
}
