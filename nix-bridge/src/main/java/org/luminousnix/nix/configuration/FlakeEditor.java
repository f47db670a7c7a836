package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.Formal;
import org.luminousnix.nix.syntax.Parameter;

import static java.util.Objects.requireNonNull;

/// Sets where the inputs of a flake come from.
final class FlakeEditor
{
    private final List<Source> flake;

    FlakeEditor(Source source)
    {
        requireNonNull(source, "source is null");
        // Read as a set of options, a flake has its inputs at `inputs.<name>`.
        this.flake = List.of(new Source(source.path(), source.tree(), List.of(), new ModuleReader(source.tree(), List.of()).read(false)));
    }

    Proposal set(String name, String url)
    {
        OptionPath input = OptionPath.of("inputs", name);
        boolean isNew = !new OptionEditor(flake, input).isWritten();
        Proposal proposal = new OptionEditor(flake, input.child("url")).set(NixValue.of(url));
        Optional<TextEdit> argument = isNew ? argument(name) : Optional.empty();
        if (argument.isEmpty() || !(proposal instanceof Proposal.Change change)) {
            return proposal;
        }
        Proposal.FileEdits file = change.files().getFirst();
        List<TextEdit> edits = new ArrayList<>(file.edits());
        edits.add(argument.get());
        return new Proposal.Change(List.of(new Proposal.FileEdits(file.source(), edits)), change.notes());
    }

    // Outputs that take a closed set of inputs would fail to take one more.
    private Optional<TextEdit> argument(String name)
    {
        return OptionValues.of(flake, List.of("outputs")).stream().map(found -> PackageNames.unwrapped(found.definition().value()))
                .filter(value -> value instanceof Expression.Lambda).map(value -> ((Expression.Lambda) value).parameter())
                .filter(parameter -> parameter instanceof Parameter.Formals).map(Parameter.Formals.class::cast)
                .filter(formals -> !formals.open() && !formals.formals().isEmpty()
                        && formals.formals().stream().noneMatch(formal -> formal.name().name().equals(name)))
                .map(formals -> behind(formals.formals().getLast(), name)).findFirst();
    }

    private static TextEdit behind(Formal last, String name)
    {
        return TextEdit.insert(last.end(), ", " + name);
    }
}
