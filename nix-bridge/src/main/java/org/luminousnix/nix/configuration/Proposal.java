package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// What an edit comes to before it is done.
sealed interface Proposal
{
    /// Texts are to be changed.
    record Change(List<FileEdits> files, List<String> notes) implements Proposal
    {
        public Change
        {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /// Nothing has to be changed.
    record Same(String reason) implements Proposal
    {
        public Same
        {
            requireNonNull(reason, "reason is null");
        }
    }

    /// Nothing is changed; what a person could do instead is `suggestion`.
    record Refusal(String reason, List<FileEdits> suggestion, String lines) implements Proposal
    {
        public Refusal
        {
            requireNonNull(reason, "reason is null");
            suggestion = List.copyOf(suggestion);
            requireNonNull(lines, "lines is null");
        }
    }

    /// The changes to one file.
    record FileEdits(Source source, List<TextEdit> edits)
    {
        public FileEdits
        {
            requireNonNull(source, "source is null");
            edits = List.copyOf(edits);
        }

        FileChange change()
        {
            return new FileChange(source.path(), source.text(), TextEdit.apply(source.text(), edits));
        }
    }

    static Proposal change(Source source, TextEdit edit)
    {
        return new Change(List.of(new FileEdits(source, List.of(edit))), List.of());
    }

    static Proposal change(Source source, TextEdit edit, List<String> notes)
    {
        return new Change(List.of(new FileEdits(source, List.of(edit))), notes);
    }

    /// Refuses, and offers the edit as a patch.
    static Proposal refusal(String reason, Source source, List<TextEdit> edits)
    {
        return new Refusal(reason, List.of(new FileEdits(source, edits)), "");
    }

    /// Refuses, and offers lines to put in.
    static Proposal refusal(String reason, String lines)
    {
        return new Refusal(reason, new ArrayList<>(), lines);
    }
}
