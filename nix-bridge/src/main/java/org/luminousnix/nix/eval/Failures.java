package org.luminousnix.nix.eval;

import org.luminousnix.nix.activity.LogEvent.Problem;
import org.luminousnix.nix.activity.TerminalText;
import org.luminousnix.nix.eval.EvaluationFailure.Kind;
import org.luminousnix.nix.process.Completed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes typed failures of what a Nix evaluation that did not succeed has left.
final class Failures
{
    private static final Pattern SYNTAX = Pattern.compile(
            "^(?:syntax error|path has a trailing slash|undefined variable|invalid|dynamic attribute|attribute '.*' (?:already defined|at .* already)|duplicate)");
    private static final Pattern MISSING = Pattern.compile(
            "attribute '[^']*' (?:in selection path|missing)|was not found in the Nix search path|No such file or directory|does not exist|undefined variable|does not provide attribute");
    private static final Pattern TYPE = Pattern.compile(
            "^value is .* while|^cannot (?:coerce|add|compare|convert)|is not of type|A definition for option|conflicting definition|expected .* but (?:found|got)|called (?:with|without)|attempt to call");
    private static final Pattern MEMORY = Pattern.compile(
            "out of memory|Out of Memory|std::bad_alloc|Failed to (?:expand heap|allocate)|cannot allocate memory",
            Pattern.CASE_INSENSITIVE);

    private Failures()
    {}

    static EvaluationFailure of(Completed completed, List<Problem> problems)
    {
        return switch (completed.ending()) {
            case TIMED_OUT ->
                plain(Kind.TIMEOUT, "the evaluation took longer than " + completed.command().limits().timeout().toSeconds() + " s");
            case CANCELLED -> plain(Kind.CANCELLED, "the evaluation was cancelled");
            case EXITED -> ofExit(completed, problems);
        };
    }

    private static EvaluationFailure ofExit(Completed completed, List<Problem> problems)
    {
        String said = TerminalText.plain(completed.error().excerpt());
        if (problems.isEmpty()) {
            boolean memory = MEMORY.matcher(said).find();
            return memory
                    ? plain(Kind.OUT_OF_MEMORY, "the evaluation needed more memory than it is allowed to use")
                    : plain(Kind.OTHER, said.isBlank() ? "Nix ended with code " + completed.exitCode() : said.strip());
        }
        Problem problem = problems.getFirst();
        return new EvaluationFailure(kind(problem), problem.message(), problem.position(), problem.trace());
    }

    private static Kind kind(Problem problem)
    {
        String message = problem.message();
        if (MEMORY.matcher(message).find()) {
            return Kind.OUT_OF_MEMORY;
        }
        if (MISSING.matcher(message).find()) {
            return Kind.MISSING;
        }
        if (TYPE.matcher(message).find()) {
            return Kind.TYPE;
        }
        if (SYNTAX.matcher(message).find()) {
            return Kind.SYNTAX;
        }
        return Kind.REFUSED;
    }

    private static EvaluationFailure plain(Kind kind, String message)
    {
        return new EvaluationFailure(kind, message, Optional.empty(), List.of());
    }
}
