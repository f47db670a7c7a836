package org.luminousnix.nix.system;

import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.activity.ActivityTree;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.activity.LogLines;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.Generations;
import org.luminousnix.nix.generation.PackageName;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;
import org.luminousnix.nix.process.Command;
import org.luminousnix.nix.process.Completed;
import org.luminousnix.nix.process.NixCommands;
import org.luminousnix.nix.process.OutputLines;
import org.luminousnix.nix.process.Processes;
import org.luminousnix.nix.sandbox.SandboxKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.BUILD_FAILED;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixErrorCode.NO_SUCH_PACKAGE;
import static org.luminousnix.nix.NixErrorCode.UNSUPPORTED_SHAPE;
import static org.luminousnix.nix.NixException.nixException;

/// The packages that a person installed for themselves, without root.
///
/// A profile is worked on by the tool that made it: `nix-env` where it has a manifest.nix or nothing yet, `nix profile` where it has a
/// manifest.json; the two refuse each other's profiles.
public final class UserProfile
{
    private static final Pattern ATTRIBUTE_PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_'-]*(?:\\.[A-Za-z_][A-Za-z0-9_'-]*)*");
    private static final Pattern MISSING = Pattern.compile("attribute '.*' in selection path|does not provide attribute");
    private static final Duration LONGEST = Duration.ofHours(4);

    private final NixCommands commands;
    private final Processes processes;
    private final Path profile;

    /// Creates the profile behind a link, which need not be there yet.
    public UserProfile(NixLayout layout, Processes processes, Path profile)
    {
        this.commands = new NixCommands(layout);
        this.processes = requireNonNull(processes, "processes is null");
        this.profile = requireNonNull(profile, "profile is null");
    }

    /// Returns the generations of the profile.
    public Generations generations()
    {
        return Generations.of(profile);
    }

    /// Returns what is installed, in the order of the profile.
    public List<PackageName> installed()
    {
        if (isNewProfile()) {
            return elements().stream().map(Element::name).toList();
        }
        Completed completed = processes.run(command(List.of("nix-env", "--profile", profile.toString(), "--query", "--json"))).orThrow();
        if (!(JsonReader.read(completed.output().text()) instanceof Json.Members(var members))) {
            return List.of();
        }
        return members.values().stream().flatMap(member -> member.member("name").flatMap(Json::asText).stream()).map(PackageName::parse)
                .toList();
    }

    /// Installs a package of `<nixpkgs>` and returns the generation that has it.
    ///
    /// @param attributePath as `ripgrep` or `python3Packages.requests`
    /// @throws org.luminousnix.nix.NixException NO_SUCH_PACKAGE if there is none, BUILD_FAILED if it cannot be built or is refused
    public int install(String attributePath, Consumer<LogEvent> events)
    {
        if (!ATTRIBUTE_PATH.matcher(attributePath).matches()) {
            throw nixException(INVALID_ARGUMENT, "not an attribute path of a package: %s", attributePath);
        }
        List<String> argv = isNewProfile()
                ? newTool("install", "nixpkgs#" + attributePath)
                : List.of("nix-env", "--profile", profile.toString(), "--file", "<nixpkgs>", "--install", "--attr", attributePath);
        change(argv, "cannot install " + attributePath, events);
        return current();
    }

    /// Removes a package and returns the generation that lacks it.
    ///
    /// @param name the package's name without version, as [#installed] tells it
    /// @throws org.luminousnix.nix.NixException NO_SUCH_PACKAGE if it is not installed
    public int remove(String name, Consumer<LogEvent> events)
    {
        if (installed().stream().noneMatch(installed -> installed.name().equals(name))) {
            throw nixException(NO_SUCH_PACKAGE, "%s is not installed in %s", name, profile);
        }
        List<String> argv = isNewProfile()
                ? newTool("remove",
                        elements().stream().filter(element -> element.name().name().equals(name)).findFirst().orElseThrow().selector())
                : List.of("nix-env", "--profile", profile.toString(), "--uninstall", exactly(name));
        change(argv, "cannot remove " + name, events);
        return current();
    }

    /// Points the profile at one of its generations.
    ///
    /// @throws org.luminousnix.nix.NixException NO_SUCH_GENERATION if there is none of that number
    public void rollBack(int number)
    {
        generations().require(number);
        processes.run(command(List.of("nix-env", "--profile", profile.toString(), "--switch-generation", Integer.toString(number))))
                .orThrow();
    }

    private int current()
    {
        return generations().current().map(Generation::number).orElse(0);
    }

    private void change(List<String> argv, String failure, Consumer<LogEvent> events)
    {
        var tree = new ActivityTree();
        var withLog = new ArrayList<>(argv);
        withLog.addAll(List.of("--log-format", "internal-json"));
        Completed completed = processes.start(command(withLog).within(LONGEST), (stream, line) -> {
            if (stream == OutputLines.Stream.ERROR) {
                LogEvent event = LogLines.read(line);
                tree.apply(event);
                events.accept(event);
            }
        }).await();
        if (completed.succeeded()) {
            return;
        }
        if (tree.problems().isEmpty()) {
            throw completed.failure();
        }
        String message = tree.problems().getFirst().message();
        throw nixException(MISSING.matcher(message).find() ? NO_SUCH_PACKAGE : BUILD_FAILED, "%s: %s", failure, message);
    }

    private Command command(List<String> argv)
    {
        return commands.command(SandboxKind.TETHERED, argv);
    }

    private boolean isNewProfile()
    {
        return Files.exists(profile.resolve("manifest.json"));
    }

    private List<String> newTool(String verb, String argument)
    {
        return List.of("nix", "--extra-experimental-features", "nix-command flakes", "profile", verb, "--profile", profile.toString(),
                argument);
    }

    /// Reads the elements of manifest.json: a list that is removed from by index up to version 2, and by name since version 3.
    private List<Element> elements()
    {
        Json manifest;
        try {
            manifest = JsonReader.read(Files.readString(profile.resolve("manifest.json")));
        }
        catch (IOException e) {
            throw nixException(UNSUPPORTED_SHAPE, e, "cannot read the manifest of %s", profile);
        }
        Json elements = manifest.member("elements").orElse(new Json.Null());
        if (elements instanceof Json.Members(var named)) {
            return named.entrySet().stream().flatMap(entry -> element(entry.getValue(), entry.getKey())).toList();
        }
        var listed = new ArrayList<Element>();
        for (int index = 0; index < elements.elements().size(); index++) {
            element(elements.elements().get(index), Integer.toString(index)).forEach(listed::add);
        }
        return listed;
    }

    private static Stream<Element> element(Json element, String selector)
    {
        return element.member("storePaths").map(Json::elements).orElse(List.of()).stream().flatMap(path -> path.asText().stream()).limit(1)
                .map(path -> new Element(PackageName.of(Path.of(path)), selector));
    }

    /// Returns a name as `nix-env` takes it to mean itself: its selectors are extended regular expressions.
    private static String exactly(String name)
    {
        return name.replaceAll("([\\\\.+*?\\[\\](){}^$|])", "\\\\$1");
    }

    private record Element(PackageName name, String selector)
    {}
}
