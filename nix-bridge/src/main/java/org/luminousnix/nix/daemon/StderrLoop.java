package org.luminousnix.nix.daemon;

import org.luminousnix.nix.NixException;
import org.luminousnix.nix.activity.LogEvent;
import org.luminousnix.nix.activity.TerminalText;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.DAEMON_ERROR;
import static org.luminousnix.nix.NixErrorCode.PROTOCOL_VIOLATION;
import static org.luminousnix.nix.NixException.nixException;

/// Reads the messages that come before every reply, until the daemon says that it has none left or that it failed.
final class StderrLoop
{
    private static final int NEXT = 0x6f6c6d67;
    private static final int READ = 0x64617461;
    private static final int WRITE = 0x64617416;
    private static final int LAST = 0x616c7473;
    private static final int ERROR = 0x63787470;
    private static final int START_ACTIVITY = 0x53545254;
    private static final int STOP_ACTIVITY = 0x53544f50;
    private static final int RESULT = 0x52534c54;

    private static final int MOST_FIELDS = 64;
    private static final int MOST_TRACES = 10_000;
    private static final int NUMBER_FIELD = 0;
    private static final int TEXT_FIELD = 1;
    private static final int INFORMATION = 3;

    private final WireReader reader;
    private final Consumer<LogEvent> listener;

    StderrLoop(WireReader reader, Consumer<LogEvent> listener)
    {
        this.reader = requireNonNull(reader, "reader is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /// Reads up to the point where the reply begins.
    ///
    /// @throws NixException DAEMON_ERROR if the request failed
    void run() throws IOException
    {
        long tag = reader.number();
        while (tag != LAST) {
            message(tag);
            tag = reader.number();
        }
    }

    private void message(long tag) throws IOException
    {
        if (tag == NEXT) {
            listener.accept(new LogEvent.Message(INFORMATION, plain(reader.text()), Optional.empty()));
        }
        else if (tag == START_ACTIVITY) {
            listener.accept(started());
        }
        else if (tag == STOP_ACTIVITY) {
            listener.accept(new LogEvent.Stopped(reader.number()));
        }
        else if (tag == RESULT) {
            listener.accept(new LogEvent.Result(reader.number(), type(), fields()));
        }
        else if (tag == ERROR) {
            throw error();
        }
        else {
            throw unexpected(tag);
        }
    }

    private LogEvent.Started started() throws IOException
    {
        long id = reader.number();
        int level = reader.number(Integer.MAX_VALUE, "a level");
        int type = type();
        String text = plain(reader.text());
        return new LogEvent.Started(id, level, type, text, fields(), reader.number());
    }

    private int type() throws IOException
    {
        return reader.number(Integer.MAX_VALUE, "a type");
    }

    private List<LogEvent.Field> fields() throws IOException
    {
        return reader.list(MOST_FIELDS, this::field);
    }

    private LogEvent.Field field() throws IOException
    {
        return switch (reader.number(TEXT_FIELD, "the type of a field")) {
            case NUMBER_FIELD -> new LogEvent.Amount(reader.number());
            default -> new LogEvent.Text(TerminalText.plain(reader.text()));
        };
    }

    private NixException error() throws IOException
    {
        reader.text();
        reader.number();
        reader.text();
        var message = new StringBuilder(plain(reader.text()));
        position();
        for (String trace : reader.list(MOST_TRACES, this::trace)) {
            message.append("\n… ").append(plain(trace));
        }
        return nixException(DAEMON_ERROR, "%s", message);
    }

    private String trace() throws IOException
    {
        position();
        return reader.text();
    }

    private void position() throws IOException
    {
        // No version sends a position, and none says how one would be written.
        reader.number(0, "the position of an error");
    }

    static String plain(String message)
    {
        return TerminalText.plain(message).strip();
    }

    private static NixException unexpected(long tag)
    {
        if (tag == READ || tag == WRITE) {
            return nixException(PROTOCOL_VIOLATION, "the daemon used the transfers that ended with protocol 1.23");
        }
        return nixException(PROTOCOL_VIOLATION, "the daemon sent the unknown message %s", Long.toHexString(tag).toLowerCase(Locale.ROOT));
    }
}
