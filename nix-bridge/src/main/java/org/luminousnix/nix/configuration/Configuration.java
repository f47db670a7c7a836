package org.luminousnix.nix.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.luminousnix.nix.syntax.Position;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// The files of one configuration as texts, the first being where it begins. Never touches a file; an edit gives texts.
public final class Configuration
{
    private final List<Source> sources;

    private Configuration(List<Source> sources)
    {
        this.sources = List.copyOf(sources);
    }

    /// Reads one text, called `configuration.nix`.
    public static Configuration parse(String text)
    {
        return new Configuration(List.of(Source.of(Path.of("configuration.nix"), text, List.of())));
    }

    /// Reads one text under the name of its file, by which a flake and a home are known.
    public static Configuration parse(Path file, String text)
    {
        return new Configuration(List.of(Source.of(file, text, List.of())));
    }

    /// Reads several texts; the order counts, since new options go to the first where nothing speaks for another.
    static Configuration of(List<Source> sources)
    {
        if (sources.isEmpty()) {
            throw nixException(INVALID_ARGUMENT, "a configuration needs a file");
        }
        return new Configuration(sources);
    }

    /// Returns the files in the order in which they are reached.
    public List<Path> files()
    {
        return sources.stream().map(Source::path).toList();
    }

    /// Returns the text of a file.
    public Optional<String> text(Path file)
    {
        return sources.stream().filter(source -> source.path().equals(file)).map(Source::text).findFirst();
    }

    /// Returns what Nix would not take, as `file:line:column: message`.
    public List<String> errors()
    {
        return sources.stream().flatMap(source -> source.tree().errors().stream().map(error -> error.describe(source.path().toString())))
                .toList();
    }

    /// Returns every place where exactly this option is given a value.
    public List<OptionPlace> where(OptionPath option)
    {
        return OptionValues.of(sources, option.names()).stream().map(Configuration::place).toList();
    }

    /// Returns every place where the option or an attribute of it is given a value.
    public List<OptionPlace> whereBelow(OptionPath option)
    {
        List<OptionValues.Found> found = new ArrayList<>(OptionValues.of(sources, option.names()));
        found.addAll(OptionValues.below(sources, option.names()));
        return found.stream().map(Configuration::place).toList();
    }

    /// Adds a package to the packages of the system.
    public EditResult addPackage(String attribute)
    {
        return apply(List.of(ConfigurationEdit.addPackage(attribute)));
    }

    /// Takes a package out of the packages of the system.
    public EditResult removePackage(String attribute)
    {
        return apply(List.of(ConfigurationEdit.removePackage(attribute)));
    }

    /// Does the edits one after the other: all of them, or none if one is refused.
    public EditResult apply(List<ConfigurationEdit> edits)
    {
        List<String> broken = errors();
        if (!broken.isEmpty()) {
            return new EditResult.Refused(broken.getFirst(), "");
        }
        List<Source> current = sources;
        Set<String> notes = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (ConfigurationEdit edit : steps(current, edits)) {
            switch (proposal(current, edit)) {
                case Proposal.Change change -> {
                    current = changed(current, change);
                    notes.addAll(change.notes());
                }
                case Proposal.Same same -> reasons.add(same.reason());
                case Proposal.Refusal refusal -> {
                    return refused(refusal);
                }
            }
        }
        return result(current, List.copyOf(notes), String.join("; ", reasons));
    }

    /// Returns the configuration after the edits; the same one if nothing was edited.
    public Configuration after(EditResult.Edited edited)
    {
        Map<Path, String> texts = new LinkedHashMap<>();
        edited.files().forEach(file -> texts.put(file.path(), file.after()));
        return new Configuration(sources.stream()
                .map(source -> texts.containsKey(source.path()) ? source.withText(texts.get(source.path())) : source).toList());
    }

    // A set that is merged into what is there, and a user, are several edits of single options.
    private static List<ConfigurationEdit> steps(List<Source> sources, List<ConfigurationEdit> edits)
    {
        List<ConfigurationEdit> steps = new ArrayList<>();
        for (ConfigurationEdit edit : edits) {
            switch (edit) {
                case ConfigurationEdit.SetOption set when set.value() instanceof NixValue.Attributes attributes
                        && isMerged(sources, set.option(), attributes) ->
                    attributes.values().forEach((name, value) -> steps
                            .addAll(steps(sources, List.of(new ConfigurationEdit.SetOption(set.option().child(name), value)))));
                case ConfigurationEdit.AddUser user -> steps.addAll(steps(sources, UserEdits.add(sources, user)));
                case ConfigurationEdit.RemoveUser user -> steps.add(new ConfigurationEdit.UnsetOption(UserEdits.option(user.name())));
                default -> steps.add(edit);
            }
        }
        return steps;
    }

    private static boolean isMerged(List<Source> sources, OptionPath option, NixValue.Attributes attributes)
    {
        return !attributes.values().isEmpty() && new OptionEditor(sources, option).isWritten();
    }

    private static Proposal proposal(List<Source> sources, ConfigurationEdit edit)
    {
        return switch (edit) {
            case ConfigurationEdit.AddPackage add -> new PackageEditor(sources, add.list(), add.attribute()).add();
            case ConfigurationEdit.RemovePackage remove -> new PackageEditor(sources, remove.list(), remove.attribute()).remove();
            case ConfigurationEdit.SetOption set -> new OptionEditor(sources, set.option()).set(set.value());
            case ConfigurationEdit.UnsetOption unset -> new OptionEditor(sources, unset.option()).unset();
            case ConfigurationEdit.AddToList add -> new ListEditor(sources, add.option(), add.element()).add();
            case ConfigurationEdit.RemoveFromList remove -> new ListEditor(sources, remove.option(), remove.element()).remove();
            case ConfigurationEdit.AddImport add -> new ListEditor(sources, OptionPath.of("imports"), add.file()).add();
            case ConfigurationEdit.RemoveImport remove -> new ListEditor(sources, OptionPath.of("imports"), remove.file()).remove();
            case ConfigurationEdit.SetFlakeInput input -> flakeInput(sources, input);
            case ConfigurationEdit.AddUser _,ConfigurationEdit.RemoveUser _ ->
                throw new IllegalStateException("users are edited option by option");
        };
    }

    private static Proposal flakeInput(List<Source> sources, ConfigurationEdit.SetFlakeInput input)
    {
        Optional<Source> flake = sources.stream().filter(Source::isFlake).findFirst();
        return flake.isPresent()
                ? new FlakeEditor(flake.get()).set(input.name(), input.url())
                : Proposal.refusal("the configuration has no flake.nix",
                        "inputs.%s.url = %s;%n".formatted(input.name(), NixPrinter.quoted(input.url())));
    }

    private static List<Source> changed(List<Source> sources, Proposal.Change change)
    {
        Map<Path, String> texts = new LinkedHashMap<>();
        change.files().forEach(file -> texts.put(file.source().path(), file.change().after()));
        return sources.stream().map(source -> texts.containsKey(source.path()) ? source.withText(texts.get(source.path())) : source)
                .toList();
    }

    private static EditResult refused(Proposal.Refusal refusal)
    {
        StringBuilder patch = new StringBuilder(refusal.lines());
        refusal.suggestion().forEach(file -> patch.append(file.change().diff()));
        return new EditResult.Refused(refusal.reason(), patch.toString());
    }

    private EditResult result(List<Source> current, List<String> notes, String reason)
    {
        List<FileChange> files = new ArrayList<>();
        for (int index = 0; index < sources.size(); index++) {
            Source before = sources.get(index);
            Source after = current.get(index);
            if (!before.text().equals(after.text())) {
                files.add(new FileChange(before.path(), before.text(), after.text()));
            }
            if (!after.tree().errors().isEmpty()) {
                // No shape is known in which this happens; if one exists, its file stays as it is.
                return new EditResult.Refused("the edit would break " + after.tree().errors().getFirst().describe(after.path().toString()),
                        "");
            }
        }
        return files.isEmpty()
                ? new EditResult.Unchanged(reason.isEmpty() ? "nothing was to be done" : reason)
                : new EditResult.Edited(files, notes);
    }

    private static OptionPlace place(OptionValues.Found found)
    {
        Source source = requireNonNull(found.source(), "source is null");
        Definition definition = found.definition();
        Position position = source.tree().position(definition.binding().start());
        return new OptionPlace(source.path(), position.line(), position.column(), source.tree().text(definition.value()),
                Literals.value(source.tree(), definition.value()), definition.conditional());
    }
}
