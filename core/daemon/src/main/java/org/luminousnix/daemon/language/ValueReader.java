package org.luminousnix.daemon.language;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;

/// Reads the value that a setting is to get, by the grammar that the setting names.
final class ValueReader
{
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern LOCALE = Pattern.compile("\\b([a-z]{2,3}_[A-Z]{2})(?:\\.(?:UTF-8|utf8))?\\b");
    private static final Pattern URL = Pattern.compile("https?://[\\w.:/?=&%+~-]+");
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2})?\\b");
    private static final Pattern AFTER = Pattern.compile("(?:.*\\b(?:to|as|called|named|be|=|with|by|is)\\s+)(\\S+)\\s*$", Pattern.DOTALL);
    private static final Set<String> NEGATIVE = Set.of("disable", "forbid", "off", "not", "no", "without", "deny", "prohibit", "block",
            "never", "stop",
            "disallow", "deactivate", "false", "remove", "only", "refuse", "reject", "passwordless", "ban", "prevent", "skip", "hide",
            "nobody", "instead");
    private static final Map<String, List<String>> DNS = Map.of("cloudflare", List.of("1.1.1.1", "1.0.0.1"), "google",
            List.of("8.8.8.8", "8.8.4.4"), "quad9",
            List.of("9.9.9.9"), "opendns", List.of("208.67.222.222"), "adguard", List.of("94.140.14.14"), "mullvad",
            List.of("194.242.2.2"));

    /// The id of a zone, `America/Argentina/Ushuaia`; part of a longer path it is none.
    private static final Pattern ZONE = Pattern.compile("(?<![/\\w.])[A-Za-z_]+(?:/[A-Za-z_+-]+){1,2}(?![/\\w])");

    private final Map<String, String> zones = new HashMap<>();
    private final Map<String, String> locales = new HashMap<>();
    private final Map<String, String> layouts = new HashMap<>();

    ValueReader(Yaml places, Yaml languages)
    {
        requireNonNull(places, "places is null");
        for (String zone : ZoneId.getAvailableZoneIds()) {
            if (zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV")) {
                zones.put(zone.toLowerCase(Locale.ROOT), zone);
                zones.putIfAbsent(zone.substring(zone.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).replace('_', ' '), zone);
            }
        }
        for (String continent : places.keys()) {
            for (String zone : places.at(continent).keys()) {
                zones.put(zone.substring(zone.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).replace('_', ' '), zone);
                places.at(continent).at(zone).texts().forEach(place -> zones.put(place, zone));
            }
        }
        languages.at("locales").keys().forEach(name -> locales.put(name, languages.at("locales").at(name).text()));
        languages.at("layouts").keys().forEach(name -> layouts.put(name, languages.at("layouts").at(name).text()));
    }

    /// Returns the value in a clause, as JSON has it.
    Optional<Object> read(String grammar, Reading reading)
    {
        return switch (grammar) {
            case "zone" -> zone(reading).map(Object.class::cast);
            case "locale" -> locale(reading).map(Object.class::cast);
            case "layout" -> longest(layouts, reading).or(() -> layoutCode(reading)).map(Object.class::cast);
            case "host" -> last(reading, HOST, false).map(Object.class::cast);
            case "user" -> last(reading, USER, true).map(Object.class::cast);
            case "ports" ->
                numbers(reading).filter(ports -> ports.stream().allMatch(port -> port > 0 && port < 65_536)).map(Object.class::cast);
            case "number", "bit" -> grammar.equals("bit") ? Optional.of(isNegative(reading) ? 0 : 1) : numbers(reading).map(List::getLast);
            case "decimal" -> reading.first(Token.Kind.NUMBER).map(token -> (Object) Double.valueOf(token.text().replace(',', '.')));
            case "flag" -> Optional.of(!isNegative(reading));
            case "root" ->
                Optional.of(isNegative(reading) ? "no" : reading.hasWord("key") || reading.hasWord("keys") ? "prohibit-password" : "yes");
            case "dns" -> dns(reading);
            case "address" -> found(ADDRESS, reading);
            case "url" -> found(URL, reading).map(url -> (Object) List.of(url));
            case "lid" -> Optional.of(lid(reading));
            case "shell" -> shell(reading);
            case "kernel" -> Optional.of(kernel(reading));
            case "flakes" -> Optional.of(List.of("nix-command", "flakes"));
            case "capslock" -> Optional.of(capsLock(reading));
            case "dates" -> dates(reading);
            case "governor" -> choice(reading, "performance", "powersave", "schedutil", "ondemand", "conservative");
            case "driver" ->
                choice(reading, "nvidia", "amdgpu", "nouveau", "modesetting", "intel", "radeon").map(driver -> (Object) List.of(driver));
            case "editor" -> choice(reading, "neovim", "nvim", "vim", "nano", "emacs", "helix", "micro", "vi", "kate");
            case "wayland" -> Optional.of("1");
            case "users" -> last(reading, USER, true).map(user -> (Object) List.of(user));
            case "words" -> lastWord(reading).map(word -> (Object) List.of(word));
            default -> reading.first(Token.Kind.QUOTED).map(Token::text).or(() -> lastWord(reading)).map(Object.class::cast);
        };
    }

    /// Returns the zone of a city, a country or a zone id.
    Optional<String> zone(Reading reading)
    {
        return ZONE.matcher(reading.source()).results().map(found -> zones.get(found.group().toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst().or(() -> longest(zones, reading));
    }

    static boolean isUser(String name)
    {
        return USER.matcher(name).matches();
    }

    private static Optional<String> longest(Map<String, String> known, Reading reading)
    {
        List<String> words = reading.tokens().stream().filter(token -> !token.isSign()).map(token -> token.text().toLowerCase(Locale.ROOT))
                .toList();
        for (int size = Math.min(4, words.size()); size > 0; size--) {
            for (int from = words.size() - size; from >= 0; from--) {
                String value = known.get(String.join(" ", words.subList(from, from + size)));
                if (value != null) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> locale(Reading reading)
    {
        Matcher matcher = LOCALE.matcher(reading.source());
        return matcher.find() ? Optional.of(matcher.group(1) + ".UTF-8") : longest(locales, reading).map(locale -> locale + ".UTF-8");
    }

    private static Optional<String> layoutCode(Reading reading)
    {
        return reading.tokens().reversed().stream().map(Token::word)
                .filter(word -> word.matches("[a-z]{2}") && !Set.of("to", "my", "is", "as", "be", "me", "it",
                        "in", "on", "an", "of").contains(word))
                .findFirst();
    }

    private static Optional<String> last(Reading reading, Pattern grammar, boolean lower)
    {
        Optional<Token> quoted = reading.first(Token.Kind.QUOTED);
        Matcher after = AFTER.matcher(reading.source().replaceAll("[.!?]+$", ""));
        String word = quoted.map(Token::text).orElseGet(() -> after.matches() ? after.group(1) : reading.tokens().getLast().text());
        String value = lower ? word.toLowerCase(Locale.ROOT) : word;
        return Optional.of(value).filter(text -> grammar.matcher(text).matches());
    }

    private static Optional<String> lastWord(Reading reading)
    {
        Matcher after = AFTER.matcher(reading.source());
        return after.matches()
                ? Optional.of(after.group(1).replaceAll("^\"|\"$", ""))
                : reading.tokens().reversed().stream().filter(token -> !token.isSign()).map(Token::text).findFirst();
    }

    private static Optional<List<Integer>> numbers(Reading reading)
    {
        return Optional.of(Quantities.numbers(reading.tokens())).filter(numbers -> !numbers.isEmpty());
    }

    private static boolean isNegative(Reading reading)
    {
        return reading.hasAny(NEGATIVE);
    }

    private static Optional<Object> dns(Reading reading)
    {
        List<String> typed = ADDRESS.matcher(reading.source()).results().map(result -> result.group()).toList();
        return typed.isEmpty()
                ? reading.tokens().stream().map(token -> DNS.get(token.word())).filter(java.util.Objects::nonNull).findFirst()
                        .map(Object.class::cast)
                : Optional.of(typed);
    }

    private static Optional<Object> found(Pattern pattern, Reading reading)
    {
        Matcher matcher = pattern.matcher(reading.source());
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String lid(Reading reading)
    {
        boolean refused = reading.hasWord("not") || reading.hasWord("never") || reading.hasWord("without") || reading.hasWord("prevent");
        if (refused || reading.hasAny(Set.of("nothing", "ignore", "awake", "running", "on", "stay"))) {
            return "ignore";
        }
        return reading.hasAny(Set.of("hibernate", "hibernation"))
                ? "hibernate"
                : reading.hasAny(Set.of("off", "poweroff", "down", "shutdown"))
                        ? "poweroff"
                        : reading.hasAny(Set.of("lock", "locked")) ? "lock" : "suspend";
    }

    private static Optional<Object> shell(Reading reading)
    {
        String words = reading.words().replaceAll("\\b(?:instead of|from|not|replace|over|rather than) (?:bash|zsh|fish|sh)\\b", "");
        return List.of("zsh", "fish", "nushell", "nu", "bash", "dash", "elvish", "xonsh").stream()
                .filter(shell -> words.matches(".*\\b" + shell + "\\b.*")).findFirst()
                .map(shell -> Map.of("expression", "pkgs." + (shell.equals("nu") ? "nushell" : shell)));
    }

    private static Map<String, String> kernel(Reading reading)
    {
        Matcher version = Pattern.compile("\\b(\\d)[._](\\d{1,2})\\b").matcher(reading.source());
        if (version.find()) {
            return Map.of("expression", "pkgs.linuxPackages_" + version.group(1) + "_" + version.group(2));
        }
        String kind = reading.hasWord("zen")
                ? "_zen"
                : reading.hasWord("hardened")
                        ? "_hardened"
                        : reading.hasWord("xanmod")
                                ? "_xanmod"
                                : reading.hasWord("lts") ? "" : reading.hasWord("lqx") || reading.hasWord("liquorix") ? "_lqx" : "_latest";
        return Map.of("expression", "pkgs.linuxPackages" + kind);
    }

    private static String capsLock(Reading reading)
    {
        boolean swap = reading.hasWord("swap") || reading.hasWord("exchange");
        boolean escape = reading.hasWord("escape") || reading.hasWord("esc");
        return swap
                ? escape ? "caps:swapescape" : "ctrl:swapcaps"
                : escape ? "caps:escape" : reading.hasWord("compose") ? "compose:caps" : "ctrl:nocaps";
    }

    private static Optional<Object> dates(Reading reading)
    {
        Matcher clock = Pattern.compile("\\b(\\d{1,2})(?::(\\d\\d))? ?(am|pm)?\\b").matcher(reading.source());
        if (reading.hasWord("at") && clock.find()) {
            int hour = Integer.parseInt(clock.group(1)) % 24
                    + ("pm".equals(clock.group(3)) && Integer.parseInt(clock.group(1)) < 12 ? 12 : 0);
            return Optional.of("%02d:%s".formatted(hour, clock.group(2) == null ? "00" : clock.group(2)));
        }
        String words = " " + reading.words() + " ";
        return Map
                .of("daily", ".*(daily|every day|each day|every night|nightly|once a day).*", "weekly",
                        ".*(weekly|every week|each week|once a week).*", "monthly",
                        ".*(monthly|every month|each month|once a month).*", "hourly", ".*(hourly|every hour).*")
                .entrySet().stream()
                .filter(entry -> words.matches(entry.getValue())).map(entry -> (Object) entry.getKey()).findFirst();
    }

    private static Optional<Object> choice(Reading reading, String... choices)
    {
        return java.util.Arrays.stream(choices).filter(reading::hasWord).findFirst()
                .map(choice -> choice.equals("neovim") ? "nvim" : choice);
    }

    /// Reads a Nix literal: `[ 80 443 ]`, `true`, `"text"`, `12`, `pkgs.zsh`; other words are text.
    static Object literal(String typed)
    {
        String text = typed.strip().replaceAll(";+$", "").strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            return Tokenizer.tokens(text.substring(1, text.length() - 1)).stream().filter(token -> !token.isSign())
                    .map(token -> token.kind() == Token.Kind.QUOTED ? token.text() : literal(token.text())).collect(Collectors.toList());
        }
        if (text.length() > 1 && ((text.startsWith("\"") && text.endsWith("\"")) || (text.startsWith("'") && text.endsWith("'")))) {
            return text.substring(1, text.length() - 1);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "enabled" -> text.equals("yes") ? "yes" : (Object) true;
            case "false", "off", "disabled" -> false;
            default -> text.matches("-?\\d{1,15}")
                    ? (Object) Long.valueOf(text)
                    : text.matches("(?:pkgs|lib|config)\\.[\\w.'-]+") ? Map.of("expression", text) : text;
        };
    }
}
