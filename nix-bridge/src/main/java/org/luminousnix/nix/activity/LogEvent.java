package org.luminousnix.nix.activity;

import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// One thing that Nix said while it worked.
public sealed interface LogEvent
{
    /// An activity began.
    ///
    /// @param id unique within one connection or process
    /// @param level 0 error to 7 vomit
    /// @param type the number of its [ActivityType]
    /// @param text what people are told
    /// @param fields its facts, by its type
    /// @param parent the activity that it is a part of, 0 if none or unknown
    record Started(long id, int level, long type, String text, List<Field> fields, long parent) implements LogEvent
    {
        public Started
        {
            requireNonNull(text, "text is null");
            fields = List.copyOf(fields);
        }
    }

    /// An activity ended.
    record Stopped(long id) implements LogEvent
    {}

    /// An activity has something to tell.
    ///
    /// @param id the activity
    /// @param type the number of its [ResultType]
    /// @param fields its facts, by its type
    record Result(long id, long type, List<Field> fields) implements LogEvent
    {
        public Result
        {
            fields = List.copyOf(fields);
        }
    }

    /// A message for people, without colours.
    ///
    /// @param level 0 error to 7 vomit
    /// @param text the whole message
    /// @param problem its parts if it tells of an error
    record Message(int level, String text, Optional<Problem> problem) implements LogEvent
    {
        public Message
        {
            requireNonNull(text, "text is null");
            requireNonNull(problem, "problem is null");
        }
    }

    /// A line that is no log event: foreign text between them.
    record Foreign(String line) implements LogEvent
    {
        public Foreign
        {
            requireNonNull(line, "line is null");
        }
    }

    /// A fact of an activity.
    sealed interface Field
    {
        /// Returns the number, 0 if this is a text.
        default long asNumber()
        {
            return this instanceof Amount(var value) ? value : 0;
        }

        /// Returns the text, or the number in digits.
        default String asText()
        {
            return switch (this) {
                case Amount(var value) -> Long.toString(value);
                case Text(var value) -> value;
            };
        }
    }

    /// A number.
    record Amount(long value) implements Field
    {}

    /// A text.
    record Text(String value) implements Field
    {
        public Text
        {
            requireNonNull(value, "value is null");
        }
    }

    /// An error and how Nix came to it.
    ///
    /// @param message what is wrong, without header and source excerpt
    /// @param position where
    /// @param trace how it was reached, innermost first, if Nix was asked to show that
    record Problem(String message, Optional<Position> position, List<Frame> trace)
    {
        public Problem
        {
            requireNonNull(message, "message is null");
            requireNonNull(position, "position is null");
            trace = List.copyOf(trace);
        }
    }

    /// One step on the way to an error.
    record Frame(String message, Optional<Position> position)
    {
        public Frame
        {
            requireNonNull(message, "message is null");
            requireNonNull(position, "position is null");
        }
    }

    /// A place in a file.
    ///
    /// @param file its path, or a name such as `(string)`
    /// @param line from 1
    /// @param column from 1
    record Position(String file, int line, int column)
    {
        public Position
        {
            requireNonNull(file, "file is null");
        }

        @Override
        public String toString()
        {
            return file + ":" + line + ":" + column;
        }
    }
}
