package org.luminousnix.daemon.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what Nix printed, from 1.11 to 2.3x: messages with a trace before or after, `@nix` lines of the internal JSON format, and logs
/// of CI systems and the journal. Time grows with the length of the text and no faster; of a very long text, the lines that
/// may tell something are kept.
final class LogReader
{
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINE = 2000;
    private static final int LONGEST_JSON = 200_000;
    private static final int MOST_LINES = 3000;
    // Lines that follow one that tells something belong to it.
    private static final int AFTERMATH = 12;
    private static final List<String> TELLING = List.of("rror", "fail", "cannot", "arning", "denied", "not found", "unable", "refus",
            "o space",
            "illed", "emory", "ismatch", "oes not", "@nix", "busy", "malformed", "conflict", "ssert", "ould not", "missing", "already");

    // Possessive and anchored: each is tried once at the head of a line.
    private static final Pattern PREFIX = Pattern.compile("^(?:\\d{4}-\\d\\d-\\d\\d[T ][0-9:.,]{5,18}+(?:Z|[+-]\\d\\d:?\\d\\d)?+\\s?"
            + "|\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,6})?+]?\\s|#\\d{1,5} \\d{1,6}\\.\\d{1,4} |\\[\\d{4}-[^\\]]{6,40}]\\s"
            + "|[A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d \\S{1,80} [^\\[\\]:]{1,80}(?:\\[\\d{1,8}])?+: )");
    private static final Pattern ESCAPE = Pattern
            .compile("\\x1b(?:\\[[0-9;:?]{0,40}[ -/]{0,4}[@-~]|\\][^\\x07\\x1b]{0,400}(?:\\x07|\\x1b\\\\)?|[@-Z\\\\^_])");
    private static final Pattern EXCERPT = Pattern.compile("^\\s{0,20}\\d{1,7}\\|.*|^\\s{1,24}\\|.*");
    private static final Pattern BUILD_LOG = Pattern.compile("^\\s{0,16}>.*|^[A-Za-z0-9][\\w.+-]{0,100}> .*");

    private final List<LogLine> lines = new ArrayList<>();
    private int bareError = -1;
    private int builderTail = -1;

    private LogReader()
    {}

    static List<LogLine> read(String text)
    {
        var reader = new LogReader();
        int telling = -AFTERMATH - 1;
        int number = 0;
        boolean everything = text.length() < 100_000;
        for (int start = 0; start < text.length();) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            number++;
            if (everything || tells(text, start, end)) {
                telling = number;
            }
            if (number - telling <= AFTERMATH) {
                reader.add(text.substring(start, Math.min(end, start + (text.startsWith("@nix", start) ? LONGEST_JSON : LONGEST_LINE))));
            }
            start = end + 1;
        }
        return reader.lines;
    }

    private static boolean tells(String text, int start, int end)
    {
        String line = text.substring(start, Math.min(end, start + LONGEST_LINE));
        return TELLING.stream().anyMatch(line::contains);
    }

    private void add(String raw)
    {
        // The first and the last lines are kept: what began it and what came of it.
        if (lines.size() >= MOST_LINES) {
            lines.remove(MOST_LINES / 2);
        }
        if (raw.startsWith("@nix ")) {
            addEvent(raw.substring(5));
            return;
        }
        String line = clean(raw);
        if (line.startsWith("@nix ")) {
            addEvent(line.substring(5));
        }
        else {
            addLine(line);
        }
    }

    private void addEvent(String json)
    {
        try {
            JsonNode event = JSON.readTree(json);
            String message = event.path("raw_msg").asText(event.path("msg").asText(""));
            boolean log = event.path("action").asText("").equals("result") && event.path("type").asInt() == 101;
            String prefix = log ? "> " : event.path("level").asInt(9) == 0 && !message.contains("error:") ? "error: " : "";
            for (String line : (log ? event.path("fields").path(0).asText("") : message).split("\n")) {
                addLine(prefix + clean(line.substring(0, Math.min(line.length(), LONGEST_LINE))));
            }
        }
        catch (JsonProcessingException e) {
            addLine(clean(json.substring(0, Math.min(json.length(), LONGEST_LINE))));
        }
    }

    private static String clean(String raw)
    {
        String line = raw.indexOf('\u001b') < 0 ? raw : ESCAPE.matcher(raw).replaceAll("");
        line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        // A progress bar writes over itself; what stands last was seen last.
        line = line.substring(line.lastIndexOf('\r') + 1);
        Matcher prefix = PREFIX.matcher(line);
        line = prefix.lookingAt() ? line.substring(prefix.end()) : line;
        return visible(line);
    }

    /// Returns the text without control characters and without those that change the direction of writing.
    static String visible(String line)
    {
        var visible = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean hidden = (c < ' ' && c != '\t') || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f)
                    || (c >= 0x202a && c <= 0x202e)
                    || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
            if (!hidden) {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    private void addLine(String line)
    {
        String match = line.toLowerCase(Locale.ROOT);
        match = match.replace('\u2018', '\'').replace('\u2019', '\'').replace('`', '\'').replace('\u00b4', '\'').replace('\u201c', '"');
        match = match.replace('\u201d', '"');
        // Lower case may change the length of a line in rare scripts; captures are cut by position.
        String matched = match.length() == line.length() ? match : line;
        lines.add(new LogLine(line, matched, Grams.of(matched), role(line, match)));
    }

    private LogLine.Role role(String line, String match)
    {
        String bare = match.strip();
        int number = lines.size();
        if (EXCERPT.matcher(line).matches()) {
            return LogLine.Role.EXCERPT;
        }
        if (bare.startsWith("…") || bare.startsWith("at /") || bare.startsWith("at «") || bare.startsWith("while evaluating")) {
            return LogLine.Role.TRACE;
        }
        if (BUILD_LOG.matcher(line).matches() || (builderTail >= 0 && number - builderTail <= 30 && line.startsWith("  "))) {
            return LogLine.Role.LOG;
        }
        builderTail = bare.contains("last") && bare.contains("log lines") ? number : -1;
        // The message stands below: in a trace of today, of Nix 2.3 and before, or under the headline of the versions between.
        if (bare.equals("error:") || bare.startsWith("error: while evaluating") || bare.startsWith("error: ---")) {
            bareError = number;
        }
        return messageRole(bare, number);
    }

    private LogLine.Role messageRole(String bare, int number)
    {
        int error = bare.indexOf("error");
        boolean warning = bare.startsWith("warning:") || bare.startsWith("trace:") || bare.startsWith("evaluation warning:");
        if (warning) {
            return LogLine.Role.WARNING;
        }
        boolean colon = error >= 0 && (bare.startsWith("error:", error) || bare.startsWith("error (ignored):", error));
        // A compiler says file: error: …, Nix says error: at the head or after its progress.
        boolean head = colon && error < 60 && !bare.substring(0, error).stripTrailing().endsWith(":");
        boolean below = bareError >= 0 && number - bareError <= 40;
        return head || below ? LogLine.Role.ERROR : LogLine.Role.PLAIN;
    }
}
