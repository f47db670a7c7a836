package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.planning.Outcome.NotDone;
import org.luminousnix.daemon.planning.Outcome.Proposal;
import org.luminousnix.nix.NixLayout;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Proposes commands for the person's own terminal: a program for a moment, a shell with compilers and libraries.
final class TerminalPlans
{
    // A word of a command that means the same to every shell; everything else is left to the person to type.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./:=@%+,-]{1,200}");

    private static final Map<String, List<String>> STACKS = Map.ofEntries(
            Map.entry("python", List.of("python3")), Map.entry("rust", List.of("rustc", "cargo")), Map.entry("go", List.of("go")),
            Map.entry("node", List.of("nodejs")),
            Map.entry("nodejs", List.of("nodejs")), Map.entry("javascript", List.of("nodejs")),
            Map.entry("typescript", List.of("nodejs", "typescript")),
            Map.entry("java", List.of("jdk")), Map.entry("haskell", List.of("ghc", "cabal-install")),
            Map.entry("c", List.of("gcc", "gnumake")),
            Map.entry("c++", List.of("gcc", "gnumake")), Map.entry("ruby", List.of("ruby")), Map.entry("php", List.of("php")),
            Map.entry("elixir", List.of("elixir")),
            Map.entry("erlang", List.of("erlang")), Map.entry("zig", List.of("zig")), Map.entry("lua", List.of("lua")),
            Map.entry("perl", List.of("perl")),
            Map.entry("scala", List.of("scala", "sbt")), Map.entry("kotlin", List.of("kotlin")), Map.entry("clojure", List.of("clojure")),
            Map.entry("ocaml", List.of("ocaml", "dune_3")), Map.entry("r", List.of("R")), Map.entry("julia", List.of("julia")),
            Map.entry("latex", List.of("texliveFull")),
            Map.entry("nix", List.of("nixpkgs-fmt")), Map.entry("dotnet", List.of("dotnet-sdk")), Map.entry("c#", List.of("dotnet-sdk")));

    private final NixLayout layout;

    TerminalPlans(NixLayout layout)
    {
        this.layout = requireNonNull(layout, "layout is null");
    }

    Outcome tryOut(List<String> packages, Optional<String> command)
    {
        List<String> words = command.map(text -> List.of(text.split("\\s+"))).orElse(List.of());
        if (!words.stream().allMatch(word -> WORD.matcher(word).matches())) {
            return new NotDone(
                    "Open the shell without the command, then type the command in it yourself: quotes, redirections and pipes are not passed on.",
                    List.of("try " + String.join(" ", packages)));
        }
        return shell(packages, words, "Open a shell with %s; nothing is installed".formatted(String.join(", ", packages)));
    }

    Outcome develop(Optional<String> stack, List<String> packages)
    {
        List<String> wanted = new ArrayList<>(
                stack.map(name -> STACKS.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of())).orElse(List.of()));
        packages.stream().filter(attribute -> !wanted.contains(attribute)).forEach(wanted::add);
        if (wanted.isEmpty()) {
            return NotDone.because("Say which compilers or libraries the shell is to have: \"a shell with python and numpy\".");
        }
        return shell(wanted, List.of(), "Open a shell with %s; nothing is installed".formatted(String.join(", ", wanted)));
    }

    private Outcome shell(List<String> packages, List<String> command, String purpose)
    {
        if (!packages.stream().allMatch(Grammar::isAttribute)) {
            return NotDone.because("Not every name is that of a package: " + String.join(", ", packages) + ".");
        }
        List<String> argv = new ArrayList<>(environment());
        argv.addAll(List.of("nix", "--extra-experimental-features", "nix-command flakes", "shell"));
        argv.addAll(installables(packages));
        if (!command.isEmpty()) {
            argv.add("--command");
            argv.addAll(command);
        }
        return new Proposal(new Draft(purpose, List.of(new Action.Handoff(argv, purpose)), List.of(),
                List.of("It runs in your own terminal and is gone when you leave it.")));
    }

    private List<String> installables(List<String> packages)
    {
        if (Files.exists(layout.nixos().resolve("flake.nix"))) {
            return packages.stream().map(attribute -> "nixpkgs#" + attribute).toList();
        }
        List<String> words = new ArrayList<>(List.of("-f", "<nixpkgs>"));
        words.addAll(packages);
        return words;
    }

    private List<String> environment()
    {
        if (layout.environment().isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("env"));
        layout.environment().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> entry.getKey() + "=" + entry.getValue())
                .forEach(words::add);
        return words;
    }
}
