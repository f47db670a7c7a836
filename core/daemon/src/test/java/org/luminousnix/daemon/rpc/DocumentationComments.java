package org.luminousnix.daemon.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the `///` comments of our own sources, as the formatter lays them out: the keys are those of [Descriptions].
final class DocumentationComments
{
    private static final Pattern COMMENT = Pattern.compile("( *)///(?: (.*))?");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) (.*)");
    private static final Pattern METHOD = Pattern.compile(" *@JsonRpcMethod\\(\"([^\"]+)\"\\)");
    private static final Pattern TYPE = Pattern
            .compile("( *)public (?:final |sealed )*(?:record|enum|class|interface|@interface) (\\w+).*");
    private static final Pattern CONSTANT = Pattern.compile(" +([A-Z][A-Z_0-9]*)(?:\\(.*\\))?[,;]?");

    private final Map<String, String> texts = new TreeMap<>();
    private final List<String> comment = new ArrayList<>();
    private Optional<String> outer = Optional.empty();
    private Optional<String> type = Optional.empty();

    private DocumentationComments()
    {}

    static Map<String, String> read(Path... directories) throws IOException
    {
        DocumentationComments comments = new DocumentationComments();
        for (Path directory : directories) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
                    comments.readFile(file);
                }
            }
        }
        return comments.texts;
    }

    private void readFile(Path file) throws IOException
    {
        comment.clear();
        outer = Optional.empty();
        type = Optional.empty();
        for (String line : Files.readAllLines(file)) {
            Matcher text = COMMENT.matcher(line);
            if (text.matches()) {
                comment.add(Optional.ofNullable(text.group(2)).orElse(""));
            }
            else if (!comment.isEmpty()) {
                declared(line);
                comment.clear();
            }
        }
    }

    private void declared(String line)
    {
        Matcher method = METHOD.matcher(line);
        Matcher declaration = TYPE.matcher(line);
        Matcher constant = CONSTANT.matcher(line);
        if (method.matches()) {
            describe(method.group(1));
        }
        else if (declaration.matches()) {
            enter(declaration.group(1).isEmpty(), declaration.group(2));
            describe(type.orElseThrow());
        }
        else if (constant.matches() && type.isPresent()) {
            texts.put(type.get() + "/" + constant.group(1).toLowerCase(java.util.Locale.ROOT).replace('_', '-'), body());
        }
    }

    private void enter(boolean top, String name)
    {
        if (top) {
            outer = Optional.of(name);
        }
        type = Optional.of(top ? name : outer.orElseThrow() + "." + name);
    }

    private void describe(String key)
    {
        texts.put(key, body());
        String parameter = "";
        for (String line : comment) {
            Matcher start = PARAMETER.matcher(line);
            if (start.matches()) {
                parameter = key + "/" + (start.group(1).equals("defaultValue") ? "default" : start.group(1));
                texts.put(parameter, start.group(2));
            }
            else if (!parameter.isEmpty()) {
                texts.merge(parameter, line, (before, more) -> before + " " + more);
            }
        }
    }

    private String body()
    {
        StringBuilder text = new StringBuilder();
        for (String line : comment) {
            if (line.startsWith("@")) {
                break;
            }
            text.append(text.isEmpty() || line.isEmpty() ? "" : " ").append(line);
        }
        return text.toString();
    }
}
