package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// Finds the packages that a clause is about, and those that it leaves out.
final class PackageFinder
{
    private static final Set<String> LEAVING_OUT = Set.of("not", "except", "without", "instead", "besides", "keep", "leave", "excluding",
            "save", "apart", "rather");

    private final PackageNames packages;
    private final Lexicon lexicon;
    private final Set<String> idle;

    /// What was found; `unknown` are words that name no package.
    record Found(List<String> packages, List<String> except, List<String> unknown, Optional<String> version)
    {}

    /// One pass over a clause.
    private static final class Pass
    {
        private final Set<String> wanted = new LinkedHashSet<>();
        private final Set<String> left = new LinkedHashSet<>();
        private final List<String> unknown = new ArrayList<>();
        private final Set<String> resolved = new LinkedHashSet<>();
        private String version;
        private boolean leavingOut;

        void add(String attribute)
        {
            (leavingOut ? left : wanted).add(attribute);
            resolved.add(attribute);
        }

        void addUnknown(String word)
        {
            if (!leavingOut && PackageNames.isAttribute(word)) {
                wanted.add(word);
            }
            unknown.add(word);
        }
    }

    PackageFinder(PackageNames packages, Lexicon lexicon, Set<String> idle)
    {
        this.packages = requireNonNull(packages, "packages is null");
        this.lexicon = requireNonNull(lexicon, "lexicon is null");
        this.idle = requireNonNull(idle, "idle is null");
    }

    Found find(Reading reading)
    {
        Pass pass = new Pass();
        List<Token> tokens = reading.tokens();
        for (int at = 0; at < tokens.size();) {
            Optional<Mention> mention = startingAt(reading, at);
            read(tokens, at, mention, pass);
            at = mention.map(Mention::to).orElse(at + 1);
        }
        if (pass.wanted.isEmpty()) {
            lastResort(tokens, pass);
        }
        if (!pass.resolved.isEmpty() && !isListed(tokens, pass.unknown)) {
            pass.wanted.removeAll(pass.unknown);
            pass.unknown.clear();
        }
        pass.wanted.removeAll(pass.left);
        return new Found(List.copyOf(pass.wanted), List.copyOf(pass.left), pass.unknown, Optional.ofNullable(pass.version));
    }

    /// Returns whether unknown words stand in an enumeration, and so are names that somebody meant.
    private static boolean isListed(List<Token> tokens, List<String> unknown)
    {
        for (int at = 0; at < tokens.size(); at++) {
            boolean joined = (at > 0 && (tokens.get(at - 1).is("and") || tokens.get(at - 1).is(",")))
                    || (at + 1 < tokens.size() && (tokens.get(at + 1).is("and") || tokens.get(at + 1).is(",")));
            if (joined && unknown.contains(tokens.get(at).word())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Mention> startingAt(Reading reading, int at)
    {
        return reading.mentions().stream().filter(mention -> mention.from() == at).findFirst();
    }

    private void read(List<Token> tokens, int at, Optional<Mention> mention, Pass pass)
    {
        Token token = tokens.get(at);
        switch (token.kind()) {
            case REFERENCE -> reference(token.text(), pass);
            case QUOTED -> named(token.text(), pass);
            case NUMBER -> {
                if (at > 0 && (!pass.wanted.isEmpty() || tokens.get(at - 1).is("version"))) {
                    pass.version = token.text();
                }
            }
            case WORD, OPTION -> word(token, mention, pass);
            default -> {
            }
        }
    }

    private void word(Token token, Optional<Mention> mention, Pass pass)
    {
        if (LEAVING_OUT.contains(token.word())) {
            pass.leavingOut = true;
        }
        else if (token.is("but") || token.is("only") || token.is("just")) {
            pass.leavingOut = false;
        }
        else if (mention.isPresent()) {
            mentioned(token, mention.get(), pass);
        }
        else if (token.text().contains(".") && packages.exists(token.text())) {
            pass.add(packages.attribute(token.text()).orElse(token.text()));
        }
        else if (!idle.contains(token.word()) && !lexicon.common().contains(token.word()) && packages.exists(token.word())) {
            pass.add(packages.attribute(token.word()).orElse(token.word()));
        }
    }

    private void mentioned(Token token, Mention mention, Pass pass)
    {
        Optional<String> attribute = mention.value(Name.Kind.PACKAGE);
        if (attribute.isPresent()) {
            pass.add(packages.attribute(attribute.get().substring(attribute.get().lastIndexOf('.') + 1))
                    .filter(found -> found.equals(attribute.get()))
                    .orElse(resolved(attribute.get())));
        }
        else if (mention.has(Name.Kind.STACK)) {
            lexicon.stacks().get(mention.value(Name.Kind.STACK).orElseThrow()).packages().stream().findFirst().ifPresent(pass::add);
        }
        else if (mention.has(Name.Kind.LIBRARY)) {
            library(token.word(), pass);
        }
        else if (mention.has(Name.Kind.SERVICE)) {
            packages.attribute(mention.value(Name.Kind.SERVICE).orElseThrow()).ifPresent(pass::add);
        }
        else if (mention.has(Name.Kind.UNKNOWN)) {
            named(token.kind() == Token.Kind.WORD ? token.word() : token.text(), pass);
        }
    }

    private String resolved(String attribute)
    {
        return packages.exists(attribute)
                ? attribute
                : packages.attribute(attribute.substring(attribute.lastIndexOf('.') + 1)).orElse(attribute);
    }

    private void library(String library, Pass pass)
    {
        pass.add(packages.library("python3Packages", library).filter(packages::exists).or(() -> packages.attribute(library))
                .orElse(library));
    }

    private void reference(String text, Pass pass)
    {
        int sign = text.indexOf('#');
        if (sign > 0 && text.startsWith("nixpkgs")) {
            named(text.substring(sign + 1), pass);
        }
        else {
            pass.unknown.add(text);
        }
    }

    private void named(String saying, Pass pass)
    {
        Optional<String> attribute = packages.attribute(saying).or(() -> packages.attribute(saying.toLowerCase(Locale.ROOT)));
        attribute.ifPresentOrElse(pass::add, () -> pass.addUnknown(saying));
    }

    private void lastResort(List<Token> tokens, Pass pass)
    {
        List<String> said = tokens.stream()
                .filter(token -> token.kind() == Token.Kind.WORD && !idle.contains(token.word()) && !LEAVING_OUT.contains(token.word()))
                .map(Token::word).toList();
        if (said.size() == 1) {
            packages.attribute(said.getFirst()).ifPresent(pass.wanted::add);
        }
        else if (said.size() > 1) {
            packages.described(String.join(" ", said)).ifPresent(pass.wanted::add);
        }
    }
}
