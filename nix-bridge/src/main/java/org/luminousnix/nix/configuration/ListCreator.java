package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.Binding;
import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.Formal;
import org.luminousnix.nix.syntax.Node;
import org.luminousnix.nix.syntax.Parameter;

/// Creates the list of an option where there is none, and takes a created list away once it is empty.
///
/// A comment above the list tells that it was created, so that the last removal leaves the file as it was before the first addition.
final class ListCreator
{
    private static final String MARK = "Added by ask-nix.";
    private static final String MARK_WITH_ARGUMENT = "Added by ask-nix, as is the argument pkgs.";

    private ListCreator()
    {}

    /// Creates a list of packages with its first one.
    static Proposal ofPackage(List<Source> sources, OptionPath list, OptionPath attribute)
    {
        Optional<Spot> spot = Spot.find(sources, list.names());
        if (spot.isEmpty()) {
            return noPlace(list, "pkgs." + attribute);
        }
        Surroundings surroundings = spot.get().section().surroundings();
        Optional<String> packages = PackageNames.packageSet(surroundings);
        if (packages.isPresent()) {
            return create(spot.get(), list, packaged(attribute, packages.get(), surroundings), List.of(), MARK);
        }
        Optional<TextEdit> argument = argument(spot.get().source());
        if (argument.isEmpty()) {
            return noPlace(list, "pkgs." + attribute);
        }
        return create(spot.get(), list, new Content("", "pkgs." + attribute), List.of(argument.get()), MARK_WITH_ARGUMENT);
    }

    /// Creates a list of values with its first one.
    static Proposal ofValue(List<Source> sources, OptionPath list, NixValue element)
    {
        Optional<Spot> spot = Spot.find(sources, list.names());
        if (spot.isEmpty()) {
            return noPlace(list, new NixPrinter("\n", "  ").printElement(element, "  "));
        }
        Layout layout = new Layout(spot.get().source().tree());
        String inner = spot.get().indentation(layout) + layout.unit();
        return create(spot.get(), list, new Content("", layout.printer().printElement(element, inner)), List.of(), MARK);
    }

    /// Returns the edits that take an emptied list away, if it was created here; otherwise nothing.
    static List<TextEdit> undo(Source source, Binding binding)
    {
        Layout layout = new Layout(source.tree());
        Optional<Layout.Comment> comment = layout.commentBefore(binding)
                .filter(before -> before.text().equals(MARK) || before.text().equals(MARK_WITH_ARGUMENT));
        if (comment.isEmpty()) {
            return List.of();
        }
        List<TextEdit> edits = new ArrayList<>();
        edits.add(TextEdit.delete(layout.lastContent(comment.get().start()), binding.end()));
        if (comment.get().text().equals(MARK_WITH_ARGUMENT)) {
            removeArgument(source, binding).ifPresent(edits::add);
        }
        return edits;
    }

    private static Content packaged(OptionPath attribute, String packages, Surroundings surroundings)
    {
        Surroundings inside = surroundings.opening(new Expression.Identifier(0, 0, packages));
        String written = PackageNames.reference(attribute, inside).orElseThrow();
        boolean bare = !written.startsWith(packages + ".");
        return new Content(bare ? "with " + packages + "; " : "", written);
    }

    private static Proposal create(Spot spot, OptionPath list, Content content, List<TextEdit> more, String mark)
    {
        Layout layout = new Layout(spot.source().tree());
        String name = OptionPath.written(spot.rest(list.names()));
        List<TextEdit> edits = new ArrayList<>(more);
        if (spot.ownLine(layout)) {
            String indentation = spot.indentation(layout);
            String newline = layout.newline();
            String written = "# " + mark + newline + indentation + name + " = " + content.scope() + "[" + newline + indentation
                    + layout.unit() + content.element() + newline + indentation + "];";
            edits.add(spot.insert(layout, written));
        }
        else {
            String comment = "/* " + mark + " */ ";
            edits.add(spot.insert(layout, comment + name + " = " + content.scope() + "[ " + content.element() + " ];"));
        }
        return new Proposal.Change(List.of(new Proposal.FileEdits(spot.source(), edits)), spot.notes());
    }

    private static Proposal noPlace(OptionPath list, String element)
    {
        return Proposal.refusal("there is no set in which " + list + " could be written", list + " = [ " + element + " ];\n");
    }

    private static Optional<Parameter.Formals> formals(Source source)
    {
        Expression root = PackageNames.unwrapped(source.tree().root().expression());
        boolean takesSet = root instanceof Expression.Lambda lambda && lambda.parameter() instanceof Parameter.Formals;
        return takesSet ? Optional.of((Parameter.Formals) ((Expression.Lambda) root).parameter()) : Optional.empty();
    }

    private static Optional<TextEdit> argument(Source source)
    {
        // Where another pkgs is known somewhere, an argument of that name would mean two things.
        Optional<Parameter.Formals> free = formals(source).filter(_ -> ListEditor.uses(source.tree().root(), "pkgs") == 0);
        return free.map(formals -> formals.formals().isEmpty()
                ? TextEdit.insert(formals.brace() + 1, formals.open() ? " pkgs," : " pkgs")
                : TextEdit.insert(formals.formals().getLast().end(), ", pkgs"));
    }

    private static Optional<TextEdit> removeArgument(Source source, Binding except)
    {
        Optional<Parameter.Formals> formals = formals(source);
        if (formals.isEmpty() || formals.get().formals().isEmpty() || isUsed(source.tree().root(), except)) {
            return Optional.empty();
        }
        List<Formal> all = formals.get().formals();
        Formal last = all.getLast();
        if (!last.name().name().equals("pkgs") || last.otherwise().isPresent()) {
            return Optional.empty();
        }
        int comma = formals.get().open() ? 1 : 0;
        return Optional.of(all.size() == 1
                ? TextEdit.delete(formals.get().brace() + 1, last.end() + comma)
                : TextEdit.delete(all.get(all.size() - 2).end(), last.end()));
    }

    private static boolean isUsed(Node node, Binding except)
    {
        if ((node instanceof Binding && node.start() == except.start()) || node instanceof Parameter) {
            return false;
        }
        boolean here = node instanceof Expression.Identifier identifier && identifier.name().equals("pkgs");
        return here || node.children().stream().anyMatch(child -> isUsed(child, except));
    }

    private record Content(String scope, String element)
    {}
}
