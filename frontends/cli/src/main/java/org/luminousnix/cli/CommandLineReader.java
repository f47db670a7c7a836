package org.luminousnix.cli;

import org.luminousnix.cli.Command.DaemonRun;
import org.luminousnix.cli.Command.DaemonStatus;
import org.luminousnix.cli.Command.DaemonStop;
import org.luminousnix.cli.Command.Print;
import org.luminousnix.cli.Command.Rpc;
import org.luminousnix.cli.Command.Say;
import org.luminousnix.cli.Terminal.Wishes;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Reads the arguments. A word that is also the name of a subcommand is one only in the place and shape of a subcommand:
/// `ask-nix daemon status` asks for the daemon, `ask-nix daemon logs are full` is a sentence.
final class CommandLineReader
{
    private static final Pattern METHOD = Pattern.compile("[a-z]+\\.[A-Za-z]+(\\.[A-Za-z]+)?|ask");

    private CommandLineReader()
    {}

    /// What a command line says.
    record Line(Options options, Command command)
    {
        Line
        {
            requireNonNull(options, "options is null");
            requireNonNull(command, "command is null");
        }
    }

    /// Reads the arguments.
    ///
    /// @throws UsageException when they cannot be meant
    static Line read(String... arguments)
    {
        if (arguments.length >= 2 && arguments[0].equals("daemon") && arguments[1].equals("run")) {
            // What follows are settings of the daemon, which the client does not know.
            List<String> settings = List.of(arguments).subList(2, arguments.length);
            return new Line(new Options(false, false, false, Optional.empty(), Optional.empty(), new Wishes(false, false, false)),
                    new DaemonRun(settings));
        }
        CommandLine parser = new CommandLine(specification());
        try {
            ParseResult result = parser.parseArgs(arguments);
            return new Line(options(result), command(parser, result));
        }
        catch (ParameterException e) {
            throw new UsageException(e.getMessage() + "\nA sentence with dashes goes between quotes: ask-nix \"what does -p mean\"");
        }
    }

    private static CommandSpec specification()
    {
        CommandSpec spec = CommandSpec.create().name("ask-nix");
        spec.usageMessage().description("Says in plain words what is wanted of this NixOS, and shows every change before it is made.%n",
                "ask-nix \"install firefox\"",
                "ask-nix rpc METHOD [JSON]       calls a method of the daemon; - reads the JSON from standard input",
                "ask-nix daemon run|status|stop  runs the daemon here, tells how it is, ends it%n");
        spec.usageMessage().footer("%nExit codes: 0 done, 1 failed, 2 usage, 3 refused or declined, 4 not understood, 130 interrupted.");
        flag(spec, "Approves the plan without asking; not one that wants a phrase typed.", "-y", "--yes");
        flag(spec, "Shows what would be done, and ends.", "-n", "--dry-run");
        flag(spec, "Writes one JSON document and asks nothing.", "--json");
        flag(spec, "Words instead of signs, nothing redrawn: for screen readers.", "--plain");
        flag(spec, "No colour; so does the variable NO_COLOR.", "--no-color");
        value(spec, "PHRASE", "The phrase that a destructive plan wants typed, for scripts.", "--confirm");
        value(spec, "PATH", "The daemon's socket.", "--socket");
        flag(spec, "Shows this help.", "-h", "--help");
        flag(spec, "Shows the version.", "-V", "--version");
        spec.addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(String[].class).paramLabel("WORDS")
                .description("A sentence.").build());
        return spec;
    }

    private static void flag(CommandSpec spec, String description, String... names)
    {
        spec.addOption(OptionSpec.builder(names).description(description).build());
    }

    private static void value(CommandSpec spec, String label, String description, String name)
    {
        spec.addOption(OptionSpec.builder(name).type(String.class).arity("1").paramLabel(label).description(description).build());
    }

    private static Options options(ParseResult result)
    {
        boolean json = result.hasMatchedOption("--json");
        return new Options(result.hasMatchedOption("--yes"), result.hasMatchedOption("--dry-run"), json,
                Optional.ofNullable(result.matchedOptionValue("--confirm", null)),
                Optional.ofNullable(result.matchedOptionValue("--socket", null)),
                new Wishes(result.hasMatchedOption("--plain"), result.hasMatchedOption("--no-color"), json));
    }

    private static Command command(CommandLine parser, ParseResult result)
    {
        if (result.hasMatchedOption("--help")) {
            return new Print(parser.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
        }
        if (result.hasMatchedOption("--version")) {
            return new Print("ask-nix " + Version.own().orElse("of a development build"));
        }
        return command(List.of(result.matchedPositionalValue(0, new String[0])));
    }

    private static Command command(List<String> words)
    {
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            throw new UsageException("Say what you want: ask-nix \"install firefox\"; --help says more.");
        }
        if (words.size() == 2 && words.getFirst().equals("daemon")) {
            if (words.get(1).equals("status")) {
                return new DaemonStatus();
            }
            if (words.get(1).equals("stop")) {
                return new DaemonStop();
            }
        }
        if (isRpc(words)) {
            return new Rpc(words.get(1), words.stream().skip(2).findFirst());
        }
        return new Say(text);
    }

    private static boolean isRpc(List<String> words)
    {
        boolean shaped = words.size() == 2 || (words.size() == 3 && (words.get(2).startsWith("{") || words.get(2).equals("-")));
        return shaped && words.getFirst().equals("rpc") && METHOD.matcher(words.get(1)).matches();
    }
}
