package org.luminousnix.nix.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// Characters of a text that give way to others; offsets count `char`s.
record TextEdit(int start, int end, String replacement)
{
    TextEdit
    {
        requireNonNull(replacement, "replacement is null");
        if (start < 0 || end < start) {
            throw nixException(INVALID_ARGUMENT, "not a range of a text: %s to %s", start, end);
        }
    }

    static TextEdit insert(int offset, String text)
    {
        return new TextEdit(offset, offset, text);
    }

    static TextEdit delete(int start, int end)
    {
        return new TextEdit(start, end, "");
    }

    /// Returns the text with all edits done; they must not overlap.
    static String apply(String text, List<TextEdit> edits)
    {
        List<TextEdit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(TextEdit::start));
        StringBuilder edited = new StringBuilder(text.length() + 64);
        int done = 0;
        for (TextEdit edit : ordered) {
            edited.append(text, done, edit.start()).append(edit.replacement());
            done = edit.end();
        }
        return edited.append(text, done, text.length()).toString();
    }
}
