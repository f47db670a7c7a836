package org.luminousnix.daemon.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static java.util.Objects.requireNonNull;

/// What a message says is wrong.
///
/// @param cause what went wrong, in one or two sentences, naming what the message names
/// @param fix what to do about it
/// @param confidence how sure the kind is, 0 to 1
/// @param place the person's own file that the message points at
/// @param evidence the lines that tell, at most a few
/// @param actions what could be done, likeliest first
/// @param documentation where more is written
/// @param trace the steps of the evaluation that led there, outermost first
/// @param others the other kinds of errors in the same text, those nearer to the root first
public record Diagnosis(ErrorKind kind, String cause, String fix, double confidence, Optional<Place> place, List<String> evidence,
        List<Action> actions, Optional<String> documentation, List<Frame> trace, List<ErrorKind> others)
{
    public Diagnosis
    {
        requireNonNull(kind, "kind is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(fix, "fix is null");
        requireNonNull(place, "place is null");
        evidence = List.copyOf(evidence);
        actions = List.copyOf(actions);
        requireNonNull(documentation, "documentation is null");
        trace = List.copyOf(trace);
        others = List.copyOf(others);
    }

    /// A place in a file.
    ///
    /// @param line the line, from 1
    /// @param column the column, from 1
    public record Place(String file, int line, OptionalInt column)
    {
        public Place
        {
            requireNonNull(file, "file is null");
            requireNonNull(column, "column is null");
        }
    }

    /// Something that could be done.
    ///
    /// @param request what to say to the assistant
    /// @param command what a person would type
    public record Action(String title, Optional<String> request, Optional<String> command)
    {
        public Action
        {
            requireNonNull(title, "title is null");
            requireNonNull(request, "request is null");
            requireNonNull(command, "command is null");
        }
    }

    /// A step of the evaluation: what it was doing, and where.
    public record Frame(String doing, Optional<Place> place)
    {
        public Frame
        {
            requireNonNull(doing, "doing is null");
            requireNonNull(place, "place is null");
        }
    }
}
