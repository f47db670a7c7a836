package org.luminousnix.daemon.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/// How one kind of message is recognised, and what is then said. Documented at the head of `rules.yaml`.
record Rule(ErrorKind kind, int score, List<Template> match, List<String> also, List<String> unless, boolean errorOnly, boolean inLog,
        Advice advice, List<String> examples)
{
    private static final int LOG_PENALTY = 45;

    /// What is said.
    record Advice(String cause, String fix, List<Diagnosis.Action> actions, Optional<String> documentation)
    {
        Advice
        {
            requireNonNull(cause, "cause is null");
            requireNonNull(fix, "fix is null");
            actions = List.copyOf(actions);
            requireNonNull(documentation, "documentation is null");
        }
    }

    Rule
    {
        requireNonNull(kind, "kind is null");
        match = List.copyOf(match);
        also = List.copyOf(also);
        unless = List.copyOf(unless);
        requireNonNull(advice, "advice is null");
        examples = List.copyOf(examples);
    }

    /// Returns what the gaps hold, if the line is like one of the templates.
    Optional<Map<String, String>> find(LogLine line)
    {
        if (errorOnly && line.role() != LogLine.Role.ERROR && line.role() != LogLine.Role.WARNING) {
            return Optional.empty();
        }
        for (Template template : match) {
            Optional<Map<String, String>> found = template.match(line);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Returns how much a line of this role weighs.
    ///
    /// @param built whether the text tells of a failed build, so that plain lines are most likely its log
    int weigh(LogLine.Role role, boolean built)
    {
        int penalty = inLog || kind == ErrorKind.BUILDER_FAILED ? 0 : LOG_PENALTY;
        return switch (role) {
            case ERROR -> score + 6;
            case WARNING -> score - 6;
            case PLAIN -> score - (built ? penalty : 0);
            case LOG, TRACE, EXCERPT -> score - penalty;
        };
    }
}
