package org.luminousnix.daemon.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises commands typed in full, such as `nix-env -iA nixpkgs.lazygit` or `pacman -Syu`.
final class CommandReader
{
    private static final Pattern PREFIX = Pattern.compile("^(?:[$#>] ?)?(?:(?:please )?(?:run|execute|do) )?(?:sudo (?:-\\S+ )*|doas )?",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 400;

    private final List<Command> commands;

    /// A command that was recognised: what it would do, and its words by slot.
    record Typed(IntentName intent, Map<String, String> words, String text)
    {}

    private record Command(Pattern pattern, IntentName intent, Map<String, String> fixed)
    {}

    CommandReader(Yaml yaml)
    {
        commands = yaml.items().stream().map(CommandReader::command).toList();
    }

    Optional<Typed> read(String text)
    {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = PREFIX.matcher(text.strip()).replaceFirst("").strip();
        for (Command command : commands) {
            Matcher matcher = command.pattern().matcher(bare);
            if (matcher.matches()) {
                return Optional.of(new Typed(command.intent(), words(command, matcher), bare));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> words(Command command, Matcher matcher)
    {
        Map<String, String> words = new LinkedHashMap<>(command.fixed());
        matcher.namedGroups().forEach((group, number) -> {
            if (matcher.group(number) != null) {
                words.put(group.replaceAll("\\d$", ""), matcher.group(number).strip());
            }
        });
        return words;
    }

    private static Command command(Yaml entry)
    {
        Map<String, String> fixed = new LinkedHashMap<>();
        if (entry.has("slots")) {
            entry.at("slots").keys().forEach(slot -> fixed.put(slot, entry.at("slots").at(slot).text()));
        }
        return new Command(Pattern.compile(entry.at("match").text()), IntentName.named(entry.at("intent").text()).orElseThrow(), fixed);
    }
}
