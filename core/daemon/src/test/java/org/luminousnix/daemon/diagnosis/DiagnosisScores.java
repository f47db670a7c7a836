package org.luminousnix.daemon.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Scores the diagnosis on labelled messages, one JSON object a line: `{"message": …, "kind": …}`. Run by hand:
/// `java … DiagnosisScores FILE`.
public final class DiagnosisScores
{
    private static final Pattern PLACE = Pattern.compile("['\"«]?((?:/|\\./|~)[^\\s:'\"»]+\\.nix)['\"»]?:(\\d+)");

    /// What a set of messages scored.
    ///
    /// @param wrongButSure how many were wrong with a confidence of 0.8 or more
    record Score(int messages, int right, int told, int placed, int placeable, int wrongButSure, List<String> failures)
    {
        @Override
        public String toString()
        {
            return String.format(Locale.ROOT, "n=%d right=%.3f told=%.3f placed=%d/%d wrong-but-sure=%d", messages,
                    right / (double) messages,
                    told / (double) messages, placed, placeable, wrongButSure);
        }
    }

    private DiagnosisScores()
    {}

    public static void main(String[] arguments) throws IOException
    {
        Score score = score(Path.of(arguments[0]));
        score.failures().forEach(System.out::println);
        System.out.println(score);
    }

    static Score score(Path file) throws IOException
    {
        var diagnostician = new Diagnostician();
        var json = new ObjectMapper();
        int right = 0;
        int told = 0;
        int placed = 0;
        int placeable = 0;
        int sure = 0;
        List<String> failures = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            JsonNode row = json.readTree(line);
            String message = row.get("message").asText();
            Diagnosis diagnosis = diagnostician.diagnose(message);
            boolean same = diagnosis.kind().label().equals(row.get("kind").asText());
            right += same ? 1 : 0;
            told += diagnosis.cause().isBlank() || diagnosis.fix().isBlank() ? 0 : 1;
            sure += !same && diagnosis.confidence() >= 0.8 ? 1 : 0;
            Optional<String> place = place(message);
            placeable += place.isPresent() ? 1 : 0;
            boolean found = place.equals(diagnosis.place().map(one -> one.file() + ":" + one.line()));
            placed += place.isPresent() && found ? 1 : 0;
            if (!same || !found) {
                failures.add(
                        String.format(Locale.ROOT, "want %s, got %s (%.2f) %s | %s", row.get("kind").asText(), diagnosis.kind().label(),
                                diagnosis.confidence(), found ? "" : place + " " + diagnosis.place(), message.replace('\n', '|')));
            }
        }
        return new Score(lines.size(), right, told, placed, placeable, sure, failures);
    }

    private static Optional<String> place(String message)
    {
        Matcher matcher = PLACE.matcher(message);
        while (matcher.find()) {
            if (!matcher.group(1).startsWith("/nix/store")) {
                return Optional.of(matcher.group(1) + ":" + matcher.group(2));
            }
        }
        return Optional.empty();
    }
}
