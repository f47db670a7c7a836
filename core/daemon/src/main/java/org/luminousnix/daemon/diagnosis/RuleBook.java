package org.luminousnix.daemon.diagnosis;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rules beside this class.
final class RuleBook
{
    private RuleBook()
    {}

    static List<Rule> read()
    {
        try (InputStream in = RuleBook.class.getResourceAsStream("rules.yaml")) {
            if (in == null) {
                throw new IllegalStateException("rules.yaml is not on the class path");
            }
            List<Rule> rules = new ArrayList<>();
            for (Object section : list(new Load(LoadSettings.builder().setLabel("rules.yaml").build()).loadFromInputStream(in))) {
                Map<?, ?> fields = map(section);
                String label = text(fields, "kind");
                ErrorKind kind = ErrorKind.fromLabel(label)
                        .orElseThrow(() -> new IllegalStateException("rules.yaml: no such kind: " + label));
                list(fields.get("rules")).forEach(rule -> rules.add(rule(kind, map(rule))));
            }
            return List.copyOf(rules);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(ErrorKind kind, Map<?, ?> fields)
    {
        var advice = new Rule.Advice(text(fields, "cause"), text(fields, "fix"),
                list(fields.get("actions")).stream().map(RuleBook::action).toList(),
                optional(fields, "documentation"));
        return new Rule(kind, (Integer) fields.get("score"), texts(fields, "match").stream().map(Template::new).toList(),
                texts(fields, "also"),
                texts(fields, "unless"), optional(fields, "where").filter("error"::equals).isPresent(),
                Boolean.TRUE.equals(fields.get("in-log")), advice, texts(fields, "examples"));
    }

    private static Diagnosis.Action action(Object action)
    {
        Map<?, ?> fields = map(action);
        return new Diagnosis.Action(text(fields, "title"), optional(fields, "request"), optional(fields, "command"));
    }

    private static String text(Map<?, ?> fields, String name)
    {
        return optional(fields, name).orElseThrow(() -> new IllegalStateException("rules.yaml: " + name + " is missing in " + fields));
    }

    private static Optional<String> optional(Map<?, ?> fields, String name)
    {
        return Optional.ofNullable(fields.get(name)).map(Object::toString);
    }

    private static List<String> texts(Map<?, ?> fields, String name)
    {
        return list(fields.get(name)).stream().map(Object::toString).toList();
    }

    private static List<?> list(Object value)
    {
        return value == null ? List.of() : (List<?>) value;
    }

    private static Map<?, ?> map(Object value)
    {
        return (Map<?, ?>) value;
    }
}
