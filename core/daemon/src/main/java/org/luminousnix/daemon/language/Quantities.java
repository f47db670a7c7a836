package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers and spans of time, in figures or in words.
final class Quantities
{
    private static final int DIGITS_MOST = 9;
    private static final Map<String, Integer> WORDS = Map.ofEntries(Map.entry("zero", 0), Map.entry("one", 1), Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7), Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14),
            Map.entry("fifteen", 15), Map.entry("sixteen", 16), Map.entry("seventeen", 17), Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40), Map.entry("fifty", 50), Map.entry("sixty", 60),
            Map.entry("seventy", 70), Map.entry("eighty", 80), Map.entry("ninety", 90), Map.entry("hundred", 100),
            Map.entry("thousand", 1000),
            Map.entry("dozen", 12));
    private static final Pattern SHORT_SPAN = Pattern
            .compile("(\\d{1,5}) ?(d|day|days|w|wk|week|weeks|m|mo|month|months|y|year|years|h|hours?)");

    private Quantities()
    {}

    /// Returns the whole numbers of the tokens, in order; spoken ones such as "twenty five" count as one.
    static List<Integer> numbers(List<Token> tokens)
    {
        List<Integer> numbers = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Integer number = number(tokens.get(at));
            if (number == null) {
                continue;
            }
            while (at + 1 < tokens.size() && isContinued(number, tokens.get(at), tokens.get(at + 1))) {
                int next = WORDS.get(tokens.get(++at).word());
                number = next >= 100 ? number * next : number + next;
            }
            numbers.add(number);
        }
        return numbers;
    }

    /// Returns the first span of time in days, such as "14d".
    static Optional<String> days(List<Token> tokens)
    {
        for (int at = 0; at < tokens.size(); at++) {
            Matcher compact = SHORT_SPAN.matcher(tokens.get(at).word());
            if (compact.matches()) {
                return Optional.of(inDays(Integer.parseInt(compact.group(1)), compact.group(2)));
            }
            int unit = unitDays(tokens.get(at).word());
            if (unit > 0) {
                return Optional.of(Math.max(1, Math.round(count(tokens, at) * unit)) + "d");
            }
            if (tokens.get(at).is("yesterday")) {
                return Optional.of("1d");
            }
        }
        return Optional.empty();
    }

    private static double count(List<Token> tokens, int unitAt)
    {
        if (unitAt == 0) {
            return 1;
        }
        List<Integer> before = numbers(tokens.subList(Math.max(0, unitAt - 3), unitAt));
        boolean half = tokens.subList(Math.max(0, unitAt - 3), unitAt).stream().anyMatch(token -> token.is("half"));
        boolean couple = tokens.subList(Math.max(0, unitAt - 3), unitAt).stream().anyMatch(token -> token.is("couple"));
        return half ? 0.5 : couple ? 2 : before.isEmpty() ? 1 : before.getLast();
    }

    private static String inDays(int count, String unit)
    {
        return unit.startsWith("h") ? Math.max(1, count / 24) + "d" : (long) count * unitDays(unit) + "d";
    }

    private static int unitDays(String unit)
    {
        return switch (unit) {
            case "d", "day", "days" -> 1;
            case "w", "wk", "week", "weeks" -> 7;
            case "m", "mo", "month", "months" -> 30;
            case "y", "year", "years" -> 365;
            default -> 0;
        };
    }

    private static boolean isContinued(int number, Token token, Token next)
    {
        Integer more = WORDS.get(next.word());
        return more != null && token.kind() == Token.Kind.WORD && (more >= 100 || (number >= 20 && number % 10 == 0 && more < 10));
    }

    private static Integer number(Token token)
    {
        if (token.kind() == Token.Kind.NUMBER) {
            String digits = token.word().replaceAll("(?:st|nd|rd|th)$", "");
            return digits.length() <= DIGITS_MOST && digits.chars().allMatch(Character::isDigit) ? Integer.valueOf(digits) : null;
        }
        return token.kind() == Token.Kind.WORD ? WORDS.get(token.word()) : null;
    }
}
