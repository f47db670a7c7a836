package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.luminousnix.nix.syntax.Expression;
import org.luminousnix.nix.syntax.Operator;

/// The lists that a value of a list option is put together from, and the parts of it that are computed in a way that is not read.
record ListSites(List<ListSite> sites, List<Expression> computed)
{
    private static final int DEEPEST = 32;

    ListSites
    {
        sites = List.copyOf(sites);
        computed = List.copyOf(computed);
    }

    static ListSites of(Expression value, Surroundings surroundings)
    {
        Search search = new Search(new ArrayList<>(), new ArrayList<>());
        search.visit(value, new View(surroundings, false, Optional.empty(), 0));
        return new ListSites(search.sites(), search.computed());
    }

    private record View(Surroundings surroundings, boolean conditional, Optional<String> name, int depth)
    {
        private View in(Surroundings inner)
        {
            return new View(inner, conditional, name, depth + 1);
        }

        private View underCondition()
        {
            return new View(surroundings, true, name, depth + 1);
        }
    }

    private record Search(List<ListSite> sites, List<Expression> computed)
    {
        private void visit(Expression value, View view)
        {
            switch (value) {
                case Expression.ListLiteral list -> sites.add(new ListSite(list, view.surroundings(), view.conditional(), view.name()));
                case Expression.Parenthesized parenthesized -> visit(parenthesized.inner(), view);
                case Expression.With with -> visit(with.body(), view.in(view.surroundings().opening(with.scope())));
                case Expression.Let let -> visit(let.body(), view.in(view.surroundings().defining(let.bindings())));
                case Expression.Assert assertion -> visit(assertion.body(), view);
                case Expression.If branch -> {
                    visit(branch.consequent(), view.underCondition());
                    visit(branch.alternative(), view.underCondition());
                }
                case Expression.Operation operation when operation.operators().getFirst() == Operator.CONCAT ->
                    operation.operands().forEach(operand -> visit(operand, view));
                case Expression.Apply apply -> application(apply, view);
                case Expression.Identifier identifier -> named(identifier, view);
                default -> computed.add(value);
            }
        }

        private void application(Expression.Apply apply, View view)
        {
            Optional<Wrapper> wrapper = Wrapper.of(apply);
            if (wrapper.isEmpty() || wrapper.get().function().equals("optional")) {
                computed.add(apply);
                return;
            }
            View inner = wrapper.get().isConditional() ? view.underCondition() : view;
            Expression value = PackageNames.unwrapped(wrapper.get().value());
            if (wrapper.get().isMerge() && value instanceof Expression.ListLiteral parts) {
                parts.elements().forEach(part -> visit(part, inner));
            }
            else {
                visit(value, inner);
            }
        }

        private void named(Expression.Identifier identifier, View view)
        {
            Optional<Surroundings.Bound> bound = view.depth() > DEEPEST
                    ? Optional.empty()
                    : view.surroundings().definition(identifier.name());
            if (bound.isEmpty()) {
                computed.add(identifier);
                return;
            }
            visit(bound.get().value(),
                    new View(bound.get().surroundings(), view.conditional(), Optional.of(identifier.name()), view.depth() + 1));
        }
    }
}
