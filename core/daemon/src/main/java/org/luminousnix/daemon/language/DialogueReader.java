package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Reads what only makes sense after what was said before: "and vlc too", "I meant neovim", "the second one", "it".
final class DialogueReader
{
    private static final Pattern ADDITION = Pattern.compile(
            "^(?:and|also|plus|as well as|oh and|and also)\\b(?: maybe)? (?<rest>.+?)(?: too| as well| also)?$|^(?<tail>.+?) (?:too|as well)$");
    private static final Pattern CORRECTION = Pattern.compile(
            "^(?:no |wait |sorry |oops |no wait |actually |hm |hmm |oh |er |ah |, )*(?:(?:i )?(?:meant|mean)|make (?:that|it)|rather|only|just|i wanted|i said|it should be|use|better|should be|i was thinking of)\\b(?: to say)? (?<rest>.+?)(?: instead)?$"
                    + "|^(?:no |sorry |wait |actually |, )*not (?<old>.+?) ?(?:,|but|, but) (?<new>.+)$|^(?:no |sorry |wait |actually |, )*(?<other>[^,]+?) ?,? not (?<former>.+)$|^(?:no |sorry |wait |actually |, )*(?<instead>.+?) instead(?: please)?$|^(?:no|sorry|wait|actually|oops) ,? ?(?<bare>\\S+(?: \\S+)?)$");
    private static final Pattern ORDINAL = Pattern.compile(
            "\\b(?:the |number |no |option |item )*(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th|latter|former|1|2|3|4|5|one|two|three)(?: one| package| result| item| option| entry| program| hit)?\\b");
    private static final Pattern BARE_ORDINAL = Pattern.compile(
            "^(?:ok |yes |then |maybe |i (?:would like|want|take|choose|pick|prefer) |take |give me |i'll take |let us take |go with |use |please |install )*(?:the |number |option |item )*(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|1|2|3|4|5)(?: one| package| result| item| option| entry| program)?(?: please| then)?[ .!]*$");
    private static final Pattern DANGEROUS = Pattern.compile(
            "^(?:and |but )?(?:is|would|was) (?:that|this|it) (?:be )?(?:dangerous|safe|risky|a bad idea|bad|a risk|secure|a security risk|really safe|ok to do)\\b.*");
    private static final Pattern STILL_BROKEN = Pattern.compile(
            ".*\\b(?:it|that|this) (?:still )?(?:does not|did not|will not|is not) (?:work|working|help|start|run)\\b.*|.*\\bstill (?:not working|broken|nothing|does not work|the same)\\b.*|^(?:no )?(?:it is )?still (?:broken|dead).*");
    private static final Pattern PRONOUN = Pattern.compile(".*\\b(?:it|that|this|them|those|these|one|both|there)\\b.*");
    private static final Map<String, String> PRINTERS = Map.of("brother", "brlaser", "hp", "hplip", "epson", "epson-escpr", "canon",
            "gutenprint", "samsung", "splix");

    private final SlotFinder slots;
    private final ReadingMaker maker;

    /// What a turn meant in its context.
    record Answer(Recognized recognized, Optional<Clarification> question)
    {}

    DialogueReader(SlotFinder slots, ReadingMaker maker)
    {
        this.slots = requireNonNull(slots, "slots is null");
        this.maker = requireNonNull(maker, "maker is null");
    }

    /// Returns whether an intent changes something.
    static boolean acts(IntentName intent)
    {
        return switch (intent) {
            case PACKAGE_INSTALL, PACKAGE_REMOVE, PACKAGE_TRY, SYSTEM_UPDATE, SYSTEM_REBUILD, SYSTEM_ROLLBACK, SYSTEM_POWER,
                    GENERATION_DELETE, STORAGE_CLEAN, SOURCE_UPDATE, SOURCE_SWITCH,
                    SERVICE_ENABLE, SERVICE_RESTART, SERVICE_START ->
                true;
            default -> false;
        };
    }

    /// Returns the meaning of a turn that depends on the context, if it is such a turn.
    Optional<Answer> read(String text, List<Token> tokens, Dialogue context)
    {
        Optional<Intent> matter = context.lastMatter();
        if (matter.isEmpty() && context.shown().isEmpty() && context.question().isEmpty()) {
            return Optional.empty();
        }
        String words = words(tokens);
        return choice(words, context).or(() -> matter.flatMap(last -> follow(text, tokens, words, last)));
    }

    private Optional<Answer> follow(String text, List<Token> tokens, String words, Intent last)
    {
        if (DANGEROUS.matcher(words).matches()) {
            return Optional.of(answer(IntentName.EXPLAIN_CONCEPT, Map.of("topic", gerund(last)), "is that"));
        }
        if (words.matches(
                "it (?:says|is|tells me|complains about|said)(?: that)?(?: it is)? (?:unfree|broken|insecure|unsupported|not free|marked as .*)")) {
            return Optional.of(answer(IntentName.EXPLAIN_ERROR, Map.of("text", words.substring(words.indexOf(' ') + 1)), words));
        }
        if (STILL_BROKEN.matcher(words).matches()) {
            return Optional.of(answer(IntentName.TROUBLESHOOT, Map.of("subject", subject(last)), "it"));
        }
        if (words.matches("(?:ok |then |please )*(?:allow|permit|accept) (?:it|that|them|this).*")) {
            return Optional.of(answer(IntentName.OPTION_SET, Map.of("option", "nixpkgs.config.allowUnfree", "value", true), "it"));
        }
        Optional<Answer> printer = printer(words, last);
        return printer.or(() -> replaced(text, tokens, words, last, CORRECTION)).or(() -> replaced(text, tokens, words, last, ADDITION));
    }

    private static Optional<Answer> printer(String words, Intent last)
    {
        if (!last.name().startsWith("service.") || !last.slots().getOrDefault("service", "printing").equals("printing")) {
            return Optional.empty();
        }
        return PRINTERS.entrySet().stream().filter(brand -> words.matches(".*\\b" + brand.getKey() + "\\b.*"))
                .map(brand -> answer(IntentName.PACKAGE_INSTALL, Map.of("packages", List.of(brand.getValue())), brand.getKey()))
                .findFirst();
    }

    private Optional<Answer> replaced(String text, List<Token> tokens, String words, Intent last, Pattern pattern)
    {
        Matcher matcher = pattern.matcher(words);
        if (!matcher.matches() || tokens.size() > 9) {
            return Optional.empty();
        }
        String rest = firstGroup(matcher);
        List<Token> said = rest == null
                ? List.of()
                : tokens.stream().filter(token -> List.of(rest.split(" ")).contains(token.word())).toList();
        if (said.isEmpty() || said.size() > 4 || hasVerb(rest)) {
            return Optional.empty();
        }
        Reading reading = maker.read(text, said);
        Slots found = slots.find(last.kind(), reading);
        Map<String, Object> values = new LinkedHashMap<>(last.slots());
        if (last.kind() == IntentName.OPTION_SET) {
            Reading again = maker.read(text, said);
            value(last, again).ifPresent(value -> values.put("value", value));
        }
        else {
            values.remove("except");
            values.remove("version");
            values.putAll(found.values());
        }
        boolean changed = !values.equals(last.slots());
        return changed
                ? Optional.of(new Answer(
                        new Recognized(last.kind().intent(values), 0.9, found.isResolved() || last.kind() == IntentName.OPTION_SET,
                                List.of(new Evidence("context", rest, 1))),
                        last.kind() == IntentName.OPTION_SET ? Optional.empty() : found.question()))
                : Optional.empty();
    }

    private Optional<Object> value(Intent last, Reading reading)
    {
        Object option = last.slots().get("option");
        Object former = last.slots().get("value");
        if (former instanceof String && !String.valueOf(option).equals("time.timeZone")
                && !String.valueOf(option).equals("i18n.defaultLocale")) {
            return Optional.of(reading.tokens().getLast().text());
        }
        return slots.valueFor(String.valueOf(option), reading);
    }

    private static String firstGroup(Matcher matcher)
    {
        for (String group : matcher.namedGroups().keySet()) {
            String text = matcher.group(group);
            if (text != null && !group.equals("old") && !group.equals("former")) {
                return text;
            }
        }
        return null;
    }

    private static boolean hasVerb(String rest)
    {
        return rest.matches(
                "(?:install|remove|uninstall|enable|disable|update|upgrade|show|list|restart|start|stop|why|what|how|delete|search|find|reboot|undo|explain|tell|is|are|do|does|clean|open|set|turn|run|try|rebuild|check|go|roll|forget)\\b.*");
    }

    private Optional<Answer> choice(String words, Dialogue context)
    {
        List<String> choices = context.question().map(Clarification::choices).filter(list -> !list.isEmpty())
                .orElse(context.shown().stream().map(ShownItem::name).toList());
        Optional<Integer> number = BARE_ORDINAL.matcher(words).matches() ? ordinal(words, choices.size()) : Optional.empty();
        Optional<String> chosen = number.map(choices::get)
                .or(() -> context.question().isPresent() ? choices.stream().filter(words::equalsIgnoreCase).findFirst() : Optional.empty());
        return chosen.map(name -> {
            Optional<Intent> last = context.lastMatter()
                    .filter(intent -> intent.slots().containsKey("packages") || intent.slots().containsKey("package"));
            IntentName intent = last.map(Intent::kind).orElse(IntentName.PACKAGE_INSTALL);
            Object slot = last.isPresent() && last.get().slots().containsKey("package") ? name : List.of(name);
            return answer(intent, Map.of(slot instanceof String ? "package" : "packages", slot), words);
        });
    }

    /// Fills slots that a clause leaves to what was said or shown before: "install the second one", "remove it".
    Slots completed(IntentName intent, Reading reading, Slots found, List<Recognized> earlier, Dialogue context)
    {
        String words = reading.words();
        Optional<Integer> number = ordinal(words, context.shown().size());
        boolean points = PRONOUN.matcher(words).matches() || !earlier.isEmpty();
        Optional<Intent> last = earlier.isEmpty() ? context.lastMatter() : Optional.of(earlier.getLast().intent());
        return switch (intent) {
            case PACKAGE_INSTALL, PACKAGE_REMOVE, PACKAGE_TRY -> packages(found, new Pointing(words, number, points, last), context);
            case PACKAGE_INFO, PACKAGE_INSTALLED, DEPENDENCY_WHY ->
                single("package", found, number.map(context.shown()::get).map(ShownItem::name), points, last);
            case SERVICE_STATUS, SERVICE_RESTART, SERVICE_LOGS, SERVICE_START, SERVICE_STOP ->
                single("service", found, Optional.empty(), points, last);
            case SERVICE_ENABLE, SERVICE_DISABLE ->
                switched(found, points, last.filter(one -> one.slots().containsKey("service")).or(() -> context.lastWith("service")));
            case OPTION_EXPLAIN, OPTION_SHOW ->
                single("option", found, number.map(context.shown()::get).map(ShownItem::name), points, last);
            case SYSTEM_ROLLBACK ->
                found.values().isEmpty() && points && reading.hasAny(Set.of("there", "it", "that")) ? generation(found, last) : found;
            default -> found;
        };
    }

    /// How a clause points at something that it does not name.
    ///
    /// @param number which of the items shown last, from 0
    /// @param points whether there is a word such as "it"
    /// @param last what was wanted before
    private record Pointing(String words, Optional<Integer> number, boolean points, Optional<Intent> last)
    {}

    private static Slots packages(Slots found, Pointing pointing, Dialogue context)
    {
        boolean nothing = !found.values().containsKey("packages");
        Optional<Integer> number = pointing.number();
        if (number.isPresent() && (nothing || pointing.words().matches(".*\\b(?:one|package|result)\\b.*"))) {
            return new Slots().with("packages", List.of(context.shown().get(number.get()).name()));
        }
        if (!nothing || !pointing.points()) {
            return found;
        }
        Object before = pointing.last().map(intent -> intent.slots().getOrDefault("packages", intent.slots().get("package"))).orElse(null);
        if (before != null) {
            return new Slots().with("packages", before instanceof List<?> list ? list : List.of(before));
        }
        List<String> shown = context.shown().stream().filter(item -> item.kind().equals("package")).map(ShownItem::name).toList();
        boolean all = pointing.words().matches(".*\\b(?:both|all|them|these|those)\\b.*");
        return shown.isEmpty() ? found : new Slots().with("packages", all ? shown : shown.subList(0, 1));
    }

    private static Slots single(String slot, Slots found, Optional<String> shown, boolean points, Optional<Intent> last)
    {
        if (found.values().containsKey(slot) || !points) {
            return found;
        }
        Optional<Object> before = last.map(Intent::slots)
                .map(values -> values.containsKey(slot) ? values.get(slot) : first(values.get("packages")));
        Object value = shown.map(Object.class::cast).or(() -> before).orElse(null);
        return value == null ? found : new Slots().with(slot, value);
    }

    private static Slots switched(Slots found, boolean points, Optional<Intent> last)
    {
        if (found.values().containsKey("option") || !points || last.isEmpty() || !last.get().slots().containsKey("service")) {
            return found;
        }
        return new Slots().with("service", last.get().slots().get("service"))
                .with("option", Optional.ofNullable(last.get().slots().get("option"))).needing("option");
    }

    private static Slots generation(Slots found, Optional<Intent> last)
    {
        return last.map(intent -> intent.slots().get("from")).filter(Integer.class::isInstance)
                .map(number -> new Slots().with("generation", number)).orElse(found);
    }

    private static Object first(Object packages)
    {
        return packages instanceof List<?> list && !list.isEmpty() ? list.getFirst() : null;
    }

    private static Optional<Integer> ordinal(String words, int size)
    {
        Matcher matcher = ORDINAL.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int number = switch (matcher.group(1)) {
            case "first", "1st", "1", "former" -> 0;
            case "second", "2nd", "2", "two", "latter" -> 1;
            case "third", "3rd", "3", "three" -> 2;
            case "fourth", "4th", "4" -> 3;
            case "fifth", "5th", "5" -> 4;
            case "last" -> size - 1;
            default -> -1;
        };
        return number >= 0 && number < size ? Optional.of(number) : Optional.empty();
    }

    private static String words(List<Token> tokens)
    {
        List<String> words = new ArrayList<>();
        tokens.stream().filter(token -> !token.isSign() || token.is(",")).map(Token::word).forEach(words::add);
        return String.join(" ", words);
    }

    private static Answer answer(IntentName intent, Map<String, Object> values, String evidence)
    {
        return new Answer(new Recognized(intent.intent(values), 0.9, true, List.of(new Evidence("context", evidence, 1))),
                Optional.empty());
    }

    private static String gerund(Intent last)
    {
        String verb = last.name().substring(last.name().indexOf('.') + 1);
        String doing = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) + "ing" : verb + "ing";
        return doing + " the " + subject(last);
    }

    private static String subject(Intent last)
    {
        Map<String, Object> values = last.slots();
        Object subject = values.getOrDefault("service",
                values.getOrDefault("subject", values.getOrDefault("package", first(values.get("packages")))));
        return String.valueOf(subject == null ? values.getOrDefault("option", last.name()) : subject);
    }
}
