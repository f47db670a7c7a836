package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.AttributeName;
import org.luminousnix.nix.syntax.Binding;
import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.Node;
import org.luminousnix.nix.syntax.Operator;
import org.luminousnix.nix.syntax.StringValue;
import org.luminousnix.nix.syntax.SyntaxTree;

import static java.util.Objects.requireNonNull;

/// Reads a file as a NixOS module: through arguments, `let`, `with`, `mkIf`, `mkMerge`, nested sets and dotted paths.
final class ModuleReader
{
    private final SyntaxTree tree;
    private final List<String> mount;
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Module.Import> imports = new ArrayList<>();

    ModuleReader(SyntaxTree tree, List<String> mount)
    {
        this.tree = requireNonNull(tree, "tree is null");
        this.mount = List.copyOf(mount);
    }

    Module read(boolean flake)
    {
        Place top = new Place(mount, Surroundings.none(), false);
        if (flake) {
            inFlake(tree.root().expression(), top);
        }
        else {
            read(tree.root().expression(), top);
        }
        return new Module(definitions, sections, imports);
    }

    private void read(Expression expression, Place place)
    {
        switch (expression) {
            case Expression.Parenthesized parenthesized -> read(parenthesized.inner(), place);
            case Expression.Lambda lambda -> read(lambda.body(), place.around(place.surroundings().taking(lambda.parameter())));
            case Expression.Let let -> read(let.body(), place.around(place.surroundings().defining(let.bindings())));
            case Expression.With with -> read(with.body(), place.around(place.surroundings().opening(with.scope())));
            case Expression.Assert assertion -> read(assertion.body(), place);
            case Expression.AttributeSet set -> set(set, place);
            case Expression.If branch -> {
                read(branch.consequent(), place.underCondition());
                read(branch.alternative(), place.underCondition());
            }
            case Expression.Operation operation when operation.operators().getFirst() == Operator.UPDATE ->
                operation.operands().forEach(operand -> read(operand, place));
            case Expression.Apply apply -> wrapped(apply, place);
            case Expression.PathLiteral path -> imported(path, place);
            default -> {
            }
        }
    }

    private void wrapped(Expression.Apply apply, Place place)
    {
        if (apply.function() instanceof Expression.Identifier function && function.name().equals("import")) {
            read(apply.arguments().getFirst(), place);
            return;
        }
        Optional<Wrapper> wrapper = Wrapper.of(apply);
        if (wrapper.isEmpty()) {
            return;
        }
        Place inner = wrapper.get().isConditional() ? place.underCondition() : place;
        Expression value = PackageNames.unwrapped(wrapper.get().value());
        if (wrapper.get().isMerge() && value instanceof Expression.ListLiteral list) {
            list.elements().forEach(element -> read(element, inner));
        }
        else {
            read(value, inner);
        }
    }

    private void imported(Expression.PathLiteral path, Place place)
    {
        // A path is a module where a module belongs: as a whole file's value, or as that of a user of home-manager.
        if (place.path().equals(mount) || isHome(place.path())) {
            addImport(path, place.path());
        }
    }

    private void set(Expression.AttributeSet set, Place place)
    {
        Place inner = set.recursive() ? place.around(place.surroundings().defining(set.bindings())) : place;
        boolean structured = place.path().equals(mount) && set.bindings().stream().anyMatch(ModuleReader::isStructure);
        sections.add(new Section(place.path(), set, inner.surroundings(), place.conditional(), structured));
        for (Binding binding : set.bindings()) {
            switch (binding) {
                case Binding.Attribute attribute -> attribute(attribute, inner);
                case Binding.Inherit inherit -> inherit(inherit, inner);
                case Binding.Unreadable _ -> {
                }
            }
        }
    }

    private void attribute(Binding.Attribute attribute, Place place)
    {
        List<String> path = new ArrayList<>(place.path());
        for (AttributeName name : attribute.path().names()) {
            Optional<String> known = name(name, place.surroundings());
            if (known.isEmpty()) {
                return;
            }
            path.add(known.get());
        }
        if (path.size() > mount.size() && path.get(mount.size()).equals("config")) {
            path.remove(mount.size());
        }
        if (path.size() > mount.size()) {
            definitions.add(new Definition(path, attribute, attribute.value(), place.surroundings(), place.conditional()));
            List<String> owner = path.subList(0, path.size() - 1);
            if (path.getLast().equals("imports") && (owner.equals(mount) || isHome(owner))) {
                importsOf(attribute.value(), owner, place.surroundings());
            }
        }
        read(attribute.value(), new Place(path, place.surroundings(), place.conditional()));
    }

    private void inherit(Binding.Inherit inherit, Place place)
    {
        for (AttributeName name : inherit.names()) {
            List<String> path = new ArrayList<>(place.path());
            name.fixed().ifPresent(path::add);
            Expression value = new Expression.Identifier(name.start(), name.end(), name.fixed().orElse(""));
            Surroundings outer = inherit.source().isPresent() ? Surroundings.none() : place.surroundings();
            definitions.add(new Definition(path, inherit, value, outer, place.conditional()));
        }
    }

    private Optional<String> name(AttributeName name, Surroundings surroundings)
    {
        if (name.fixed().isPresent()) {
            return name.fixed();
        }
        if (name instanceof AttributeName.Dynamic dynamic && dynamic.expression() instanceof Expression.Identifier identifier) {
            return surroundings.definition(identifier.name()).flatMap(bound -> StringValue.of(tree.text(), bound.value()));
        }
        return Optional.empty();
    }

    private void importsOf(Expression value, List<String> owner, Surroundings surroundings)
    {
        for (ListSite site : ListSites.of(value, surroundings).sites()) {
            for (Expression element : site.elements()) {
                moduleElement(element, owner, site.surroundings());
            }
        }
    }

    private void moduleElement(Expression element, List<String> owner, Surroundings surroundings)
    {
        Expression inner = PackageNames.unwrapped(element);
        if (inner instanceof Expression.PathLiteral path) {
            addImport(path, owner);
        }
        else {
            read(inner, new Place(owner, surroundings, false));
        }
    }

    private void addImport(Expression.PathLiteral path, List<String> owner)
    {
        if (path.parts().size() == 1) {
            imports.add(new Module.Import(tree.text(path), owner));
        }
    }

    // In a flake, modules stand in the lists called "modules", wherever those are.
    private void inFlake(Node node, Place place)
    {
        switch (node) {
            case Binding.Attribute attribute when isModules(attribute) ->
                ListSites.of(attribute.value(), place.surroundings()).sites()
                        .forEach(site -> site.elements().forEach(element -> moduleElement(element, List.of(), site.surroundings())));
            case Expression.Lambda lambda -> inFlake(lambda.body(), place.around(place.surroundings().taking(lambda.parameter())));
            case Expression.Let let -> {
                Place inner = place.around(place.surroundings().defining(let.bindings()));
                let.children().forEach(child -> inFlake(child, inner));
            }
            default -> node.children().forEach(child -> inFlake(child, place));
        }
    }

    private static boolean isModules(Binding.Attribute attribute)
    {
        return attribute.path().names().getLast().fixed().filter("modules"::equals).isPresent();
    }

    private static boolean isStructure(Binding binding)
    {
        return binding instanceof Binding.Attribute attribute
                && attribute.path().names().getFirst().fixed().filter(name -> name.equals("config") || name.equals("options")).isPresent();
    }

    private static boolean isHome(List<String> path)
    {
        return path.size() == 3 && path.get(0).equals("home-manager") && path.get(1).equals("users");
    }

    private record Place(List<String> path, Surroundings surroundings, boolean conditional)
    {
        private Place around(Surroundings inner)
        {
            return new Place(path, inner, conditional);
        }

        private Place underCondition()
        {
            return new Place(path, surroundings, true);
        }
    }
}
