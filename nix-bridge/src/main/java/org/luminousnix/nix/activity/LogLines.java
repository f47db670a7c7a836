package org.luminousnix.nix.activity;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.activity.LogEvent.Field;
import org.luminousnix.nix.activity.LogEvent.Foreign;
import org.luminousnix.nix.activity.LogEvent.Frame;
import org.luminousnix.nix.activity.LogEvent.Message;
import org.luminousnix.nix.activity.LogEvent.Position;
import org.luminousnix.nix.activity.LogEvent.Problem;
import org.luminousnix.nix.activity.LogEvent.Result;
import org.luminousnix.nix.activity.LogEvent.Started;
import org.luminousnix.nix.activity.LogEvent.Stopped;
import org.luminousnix.nix.json.Json;
import org.luminousnix.nix.json.JsonReader;

import java.util.List;
import java.util.Optional;

/// Reads the lines that Nix writes to standard error under `--log-format internal-json`.
///
/// A line that is not `@nix ` and a known JSON object is kept as foreign text: nothing is lost, nothing is an error.
public final class LogLines
{
    private static final String PREFIX = "@nix ";

    private LogLines()
    {}

    /// Reads one line.
    public static LogEvent read(String line)
    {
        if (!line.startsWith(PREFIX)) {
            return foreign(line);
        }
        try {
            return event(JsonReader.read(line.substring(PREFIX.length()))).orElseGet(() -> foreign(line));
        }
        catch (NixException _) {
            return foreign(line);
        }
    }

    private static LogEvent foreign(String line)
    {
        return new Foreign(TerminalText.plain(line));
    }

    private static Optional<LogEvent> event(Json json)
    {
        return switch (text(json, "action")) {
            case "start" -> Optional.of(new Started(number(json, "id"), (int) number(json, "level"), number(json, "type"),
                    TerminalText.plain(text(json, "text")), fields(json), number(json, "parent")));
            case "stop" -> Optional.of(new Stopped(number(json, "id")));
            case "result" -> Optional.of(new Result(number(json, "id"), number(json, "type"), fields(json)));
            case "msg" -> Optional.of(new Message((int) number(json, "level"), TerminalText.plain(text(json, "msg")), problem(json)));
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> problem(Json json)
    {
        return json.member("raw_msg").flatMap(Json::asText).map(raw -> new Problem(TerminalText.plain(raw), position(json),
                json.member("trace").map(Json::elements).orElse(List.of()).stream().map(LogLines::frame).toList()));
    }

    private static Frame frame(Json json)
    {
        return new Frame(TerminalText.plain(text(json, "raw_msg")), position(json));
    }

    private static Optional<Position> position(Json json)
    {
        return json.member("file").flatMap(Json::asText)
                .map(file -> new Position(file, (int) number(json, "line"), (int) number(json, "column")));
    }

    private static List<Field> fields(Json json)
    {
        return json.member("fields").map(Json::elements).orElse(List.of()).stream().map(LogLines::field).toList();
    }

    private static Field field(Json json)
    {
        return json.asText().<Field>map(text -> new LogEvent.Text(TerminalText.plain(text)))
                .orElseGet(() -> new LogEvent.Amount(json.asLong().orElse(0)));
    }

    private static String text(Json json, String name)
    {
        return json.member(name).flatMap(Json::asText).orElse("");
    }

    private static long number(Json json, String name)
    {
        Optional<Json> member = json.member(name);
        return member.isPresent() ? member.get().asLong().orElse(0) : 0;
    }
}
