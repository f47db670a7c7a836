package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// Which languages and libraries a development shell or project is for.
final class DevelopmentSlots
{
    private final Lexicon lexicon;
    private final PackageNames packages;

    DevelopmentSlots(Lexicon lexicon, PackageNames packages)
    {
        this.lexicon = requireNonNull(lexicon, "lexicon is null");
        this.packages = requireNonNull(packages, "packages is null");
    }

    Optional<String> stack(Reading reading)
    {
        return reading.mention(Name.Kind.STACK).flatMap(mention -> mention.value(Name.Kind.STACK));
    }

    Slots shell(Reading reading)
    {
        Optional<String> stack = stack(reading);
        List<String> others = new ArrayList<>();
        for (Mention mention : reading.mentions()) {
            if (!mention.has(Name.Kind.STACK)) {
                library(mention, reading, stack).ifPresent(others::add);
            }
        }
        return new Slots().with("stack", stack).with("packages", others);
    }

    private Optional<String> library(Mention mention, Reading reading, Optional<String> stack)
    {
        String word = reading.tokens().get(mention.from()).word();
        String set = stack.map(lexicon.stacks()::get).map(Stack::libraries).orElse("");
        if (mention.has(Name.Kind.LIBRARY) || (mention.has(Name.Kind.UNKNOWN) && !set.isEmpty())) {
            return packages.library(set, word).filter(attribute -> packages.exists(attribute) || set.startsWith("haskell"))
                    .or(() -> packages.attribute(word));
        }
        return mention.has(Name.Kind.PACKAGE) ? packages.attribute(word) : Optional.empty();
    }
}
