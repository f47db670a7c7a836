package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.AttributePath;
import org.luminousnix.nix.syntax.Binding;
import org.luminousnix.nix.syntax.Expression;

import static java.util.Objects.requireNonNull;

/// The set of a file in which an option that is not there yet is written best, and the entry behind which it goes.
///
/// @param anchor the entry before it; empty at the beginning of the set
/// @param sibling whether the anchor belongs to the same group of options
record Spot(Source source, Section section, Optional<Binding> anchor, boolean sibling)
{
    Spot
    {
        requireNonNull(source, "source is null");
        requireNonNull(section, "section is null");
        requireNonNull(anchor, "anchor is null");
    }

    /// Finds the best set for an option: one that has options like it, in the first file rather than in others.
    static Optional<Spot> find(List<Source> sources, List<String> option)
    {
        if (option.equals(List.of("imports"))) {
            return ofImports(sources);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Source source : sources) {
            boolean first = candidates.isEmpty();
            for (Section section : source.module().sections()) {
                Optional<List<String>> wanted = wanted(section, source, option);
                if (wanted.isPresent() && !section.structured() && !isBlocked(section, wanted.get())
                        && !isWritten(source, section, wanted.get())) {
                    candidates.add(candidate(source, section, wanted.get(), first));
                }
            }
        }
        return candidates.stream().filter(candidate -> candidate.score() >= 0).max(Comparator.comparingInt(Candidate::score))
                .map(Candidate::spot);
    }

    // Imports stand in a module's own set, beside "config" where there is one, and first.
    private static Optional<Spot> ofImports(List<Source> sources)
    {
        for (Source source : sources) {
            for (Section section : source.module().sections()) {
                if (section.path().equals(source.mount())) {
                    return Optional.of(new Spot(source, section, Optional.empty(), false));
                }
            }
        }
        return Optional.empty();
    }

    /// Returns the edit that puts `rest = written;` here, with what is to be written above it.
    TextEdit insert(Layout layout, String written)
    {
        if (anchor.isPresent()) {
            return layout.after(anchor.get(), written, !sibling && section.path().equals(source.mount()));
        }
        List<Binding> bindings = section.set().bindings();
        return bindings.isEmpty()
                ? layout.only(open(), section.set().end() - 1, written)
                : layout.first(open(), bindings.getFirst(), written);
    }

    /// Returns what a person should know when something is put here.
    List<String> notes()
    {
        return section.conditional()
                ? List.of("the set at %s counts only under its condition".formatted(source.at(section.set().start())))
                : List.of();
    }

    /// Returns the indentation that the entry gets.
    String indentation(Layout layout)
    {
        return layout.entryIndentation(section.set().bindings(), open(), section.set().end() - 1);
    }

    /// Tells whether the entry gets a line of its own.
    boolean ownLine(Layout layout)
    {
        List<Binding> bindings = section.set().bindings();
        return bindings.isEmpty() ? !layout.isOneLine(open(), section.set().end()) : layout.beginsLine(anchor.orElse(bindings.getFirst()));
    }

    private int open()
    {
        return source.text().indexOf('{', section.set().start()) + 1;
    }

    /// Returns the names by which an option is written in a section.
    List<String> rest(List<String> option)
    {
        List<String> wanted = wanted(section, source, option).orElse(option);
        return wanted.subList(section.path().size(), wanted.size());
    }

    // What belongs to a home is below that home's mount, whichever that is.
    private static Optional<List<String>> wanted(Section section, Source source, List<String> option)
    {
        boolean homely = option.getFirst().equals("home");
        List<String> mount = homeMount(section.path());
        if (homely && mount.isEmpty() && !source.path().endsWith("home.nix")) {
            return Optional.empty();
        }
        List<String> wanted = new ArrayList<>(homely ? mount : List.of());
        wanted.addAll(option);
        boolean fits = wanted.size() > section.path().size() && OptionPath.startsWith(wanted, section.path());
        return fits ? Optional.of(wanted) : Optional.empty();
    }

    private static List<String> homeMount(List<String> path)
    {
        boolean home = path.size() >= 3 && path.get(0).equals("home-manager") && path.get(1).equals("users");
        return home ? path.subList(0, 3) : List.of();
    }

    private static Candidate candidate(Source source, Section section, List<String> option, boolean first)
    {
        List<Binding> bindings = section.set().bindings();
        Optional<Binding> anchor = Optional.empty();
        int most = section.path().size();
        for (Binding binding : bindings) {
            int common = common(section, binding, option);
            if (common > section.path().size() && common >= most) {
                anchor = Optional.of(binding);
                most = common;
            }
        }
        boolean sibling = anchor.isPresent();
        int score = score(source, most, first) * 64 + Math.min(section.path().size(), 31);
        boolean welcome = first || most >= 2;
        int penalty = section.conditional() ? 32 * 64 : 0;
        Optional<Binding> behind = sibling ? anchor : last(bindings);
        return new Candidate(new Spot(source, section, behind, sibling), welcome ? Math.max(0, score - penalty) : -1);
    }

    private static int score(Source source, int common, boolean first)
    {
        int generated = source.path().endsWith("hardware-configuration.nix") ? 16 : 0;
        return 64 + 2 * common + (first ? 1 : 0) - generated;
    }

    private static int common(Section section, Binding binding, List<String> option)
    {
        if (!(binding instanceof Binding.Attribute attribute)) {
            return 0;
        }
        List<String> full = new ArrayList<>(section.path());
        attribute.path().names().forEach(name -> full.add(name.fixed().orElse("")));
        int common = 0;
        while (common < full.size() && common < option.size() && full.get(common).equals(option.get(common))) {
            common++;
        }
        return common;
    }

    // The version that a system was installed with is kept last, as nixos-generate-config writes it.
    private static Optional<Binding> last(List<Binding> bindings)
    {
        int count = bindings.size();
        boolean version = count > 1 && bindings.getLast() instanceof Binding.Attribute attribute && isStateVersion(attribute.path());
        return count == 0 ? Optional.empty() : Optional.of(bindings.get(version ? count - 2 : count - 1));
    }

    private static boolean isStateVersion(AttributePath path)
    {
        return path.names().getLast().fixed().filter("stateVersion"::equals).isPresent();
    }

    // What a set within this one says already, this one may not say again.
    private static boolean isWritten(Source source, Section section, List<String> option)
    {
        return source.module().definitions().stream().anyMatch(definition -> definition.path().equals(option)
                && definition.binding().start() > section.set().start() && definition.binding().end() < section.set().end());
    }

    private static boolean isBlocked(Section section, List<String> option)
    {
        for (Binding binding : section.set().bindings()) {
            int common = common(section, binding, option);
            boolean prefix = binding instanceof Binding.Attribute attribute
                    && common == section.path().size() + attribute.path().names().size();
            if (prefix && !(PackageNames.unwrapped(((Binding.Attribute) binding).value()) instanceof Expression.AttributeSet)) {
                return true;
            }
        }
        return false;
    }

    private record Candidate(Spot spot, int score)
    {}
}
