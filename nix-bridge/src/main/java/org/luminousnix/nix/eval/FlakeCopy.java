package org.luminousnix.nix.eval;

import org.luminousnix.nix.activity.LogEvent.Frame;
import org.luminousnix.nix.activity.LogEvent.Position;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// The copy of a flake's directory that Nix makes in the store before it evaluates: people know the files by their own paths.
///
/// @param store the store
/// @param shown the directory that was copied
/// @param named the directory by which people know it
record FlakeCopy(Path store, Path shown, Path named)
{
    FlakeCopy
    {
        requireNonNull(store, "store is null");
        requireNonNull(shown, "shown is null");
        requireNonNull(named, "named is null");
    }

    /// Returns a failure that names the original files.
    EvaluationFailure relocated(EvaluationFailure failure)
    {
        return root(failure).map(root -> failure.relocated(root, named.toString())).orElse(failure);
    }

    /// Finds the copy among the sources that a failure names: it has a file that is the same as the original.
    private Optional<String> root(EvaluationFailure failure)
    {
        Pattern file = Pattern.compile("(" + Pattern.quote(store.toString()) + "/[0-9a-z]{32}-source)/([^\\s:'\"]+)");
        String places = String.join("\n", Stream.concat(Stream.of(failure.message()), positions(failure).map(Position::file)).toList());
        return file.matcher(places).results().filter(found -> isSame(Path.of(found.group()), shown.resolve(found.group(2))))
                .map(found -> found.group(1)).findFirst();
    }

    private static Stream<Position> positions(EvaluationFailure failure)
    {
        return Stream.concat(failure.position().stream(), failure.trace().stream().map(Frame::position).flatMap(Optional::stream));
    }

    private static boolean isSame(Path copy, Path original)
    {
        try {
            return Files.mismatch(copy, original) < 0;
        }
        catch (IOException _) {
            return false;
        }
    }
}
