package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;

/// Slots that are free text: queries, notions, error messages, subjects.
final class TextSlots
{
    private static final Set<String> FUNCTION_WORDS = Set.of(
            ("a an the my your our his her their its this that these those it them they he she we you i me us is are was were be been being "
                    + "am do does did can could will would shall should may might must have has had to of for with in on at by from and or but if as so please there here any some something anything "
                    + "which what who where when why how whether want need like looking look find search show give tell list get got let lets make good best recommend suggest know exist exists available "
                    + "not no only just also too really very nice one ones other another kind sort way thing things ? ! . , named called about")
                    .split(" "));
    private static final Set<String> SOFTWARE_WORDS = Set.of(
            ("program programs package packages app apps application applications software tool tools nixpkgs nixos nix linux use people "
                    + "able allows lets helps help exist while watch used learn").split(" "));
    private static final Set<String> SETTING_WORDS = Set.of(
            ("option options setting settings configure configured configuration set change adjust customise customize tweak control controls "
                    + "sets changes nixos nix module related happens happen define edit config value responsible mention mentions find specify name")
                    .split(" "));
    private static final Pattern SINCE = Pattern.compile(
            "(?i)\\b(?:since |from |on |for the |in the |over the |during the |within the )?((?:the )?(?:last|past|this|previous) (?:\\w+ )?(?:night|week|month|year|day|days|weeks|months|hour|hours|rebuild|update|morning|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
                    + "|yesterday|today|(?:a|an|\\w+) (?:day|days|week|weeks|month|months|hour|hours) ago|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern ERROR_START = Pattern.compile(
            "(?i)^.*?\\b(?:says?|saying|complains?(?: about| that)?|fails? with|error(?: message)?(?: is| says| was)?|mean by|message|tells me|getting|get|prints|stops with|reports|this)\\b[:\\s]+(?:that )?");
    private static final Set<String> BAD = Set.of("bad", "wrong", "useless", "terrible", "stupid", "nonsense", "awful", "unhelpful",
            "worse", "horrible", "rubbish", "garbage", "incorrect", "hate", "not",
            "dumb", "down", "poor", "annoying", "worthless", "disappointed", "misunderstood", "failed", "wasted", "suck", "frustrating",
            "ridiculous", "dislike", "crap", "confusing", "joke", "no",
            "unhappy", "hopeless", "idiot", "badly", "waste", "-1", "messed", "lousy");

    private final Lexicon lexicon;
    private final Map<String, String> topics = new LinkedHashMap<>();
    private final Map<String, String> subjects = new LinkedHashMap<>();

    /// What a query looks for.
    enum Kind
    {
        SOFTWARE, SETTING
    }

    TextSlots(Lexicon lexicon)
    {
        this.lexicon = requireNonNull(lexicon, "lexicon is null");
        load("lexicon/topics.yaml", topics);
        load("lexicon/subjects.yaml", subjects);
    }

    /// Returns the words that carry a query.
    static String content(Reading reading, Kind kind)
    {
        Set<String> dropped = kind == Kind.SOFTWARE ? SOFTWARE_WORDS : SETTING_WORDS;
        return reading.tokens().stream()
                .filter(token -> !token.isSign() && !FUNCTION_WORDS.contains(token.word()) && !dropped.contains(token.word()))
                .map(token -> token.kind() == Token.Kind.WORD ? token.word() : token.text()).collect(Collectors.joining(" "));
    }

    Slots query(Reading reading, String slot, Kind kind)
    {
        String content = content(reading, kind);
        return new Slots().with(slot, content.isEmpty() ? reading.words() : content);
    }

    Slots program(Reading reading)
    {
        Optional<Token> path = reading.first(Token.Kind.PATH)
                .or(() -> reading.tokens().stream().filter(token -> token.text().contains("/")).findFirst());
        if (path.isPresent()) {
            return new Slots().with("program", path.get().text().substring(path.get().text().lastIndexOf('/') + 1));
        }
        Optional<String> named = reading.first(Token.Kind.QUOTED).map(Token::text).or(() -> notFound(reading))
                .or(() -> reading.mentions().stream()
                        .filter(mention -> mention.has(Name.Kind.PACKAGE) || mention.has(Name.Kind.UNKNOWN) || mention.has(Name.Kind.STACK))
                        .findFirst()
                        .map(mention -> reading.tokens().get(mention.from()).text()))
                .or(() -> reading.tokens().stream()
                        .filter(token -> token.kind() == Token.Kind.WORD && !lexicon.common().contains(token.word())
                                && lexicon.fillers().values().get("program").contains(token.word()))
                        .map(Token::text).findFirst())
                .or(() -> reading.tokens().stream().filter(token -> lexicon.fillers().values().get("program").contains(token.word())
                        && !Set.of("which", "file", "what", "host", "patch").contains(token.word())).map(Token::text).findFirst());
        return new Slots().with("program", named).needing("program");
    }

    private static Optional<String> notFound(Reading reading)
    {
        Matcher matcher = Pattern.compile(
                "(?i)(?:command not found: |unknown command:? )(\\S+)|(?:^|[\\s:'\"])([\\w.+-]+)['\"]?: (?:command )?not found|typed ([\\w.+-]+)|the command ([\\w.+-]+)"
                        + "|command ([\\w.+-]+) (?:not|is)|the ([\\w.+-]+) (?:command|binary|executable|tool)\\b|([\\w.+-]+) (?:command )?not found")
                .matcher(reading.source());
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String found = matcher.group(group);
            if (found != null && !Set.of("was", "is", "got", "command", "it", "says", "not").contains(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    Slots topic(Reading reading)
    {
        String words = " " + reading.words() + " ";
        return new Slots().with("topic", topics.entrySet().stream().filter(entry -> words.contains(" " + entry.getKey() + " "))
                .map(Map.Entry::getValue).findFirst().orElse("hardware"));
    }

    Slots concept(Reading reading)
    {
        Optional<Mention> mention = reading.mention(Name.Kind.CONCEPT);
        String named = mention
                .map(found -> reading.tokens().subList(found.from(), found.to()).stream().map(Token::word).collect(Collectors.joining(" ")))
                .orElse("");
        String content = named.isEmpty()
                ? content(reading, Kind.SETTING).replaceAll(
                        "\\b(?:explain|describe|define|mean|means|meaning|difference|between|work|works|exactly|simple|words|purpose|point|understand)\\b",
                        "").replaceAll("\\s+", " ").strip()
                : named.replaceFirst("^(?:a|an|the) ", "");
        return new Slots().with("topic", content.isEmpty() ? reading.words() : content);
    }

    Slots error(Reading reading)
    {
        String text = reading.source();
        Optional<String> quoted = reading.first(Token.Kind.QUOTED).map(Token::text)
                .filter(inner -> inner.contains(" ") && inner.length() * 2 > text.length());
        String stripped = text.length() > 200 ? text : ERROR_START.matcher(text).replaceFirst("");
        return new Slots().with("text", quoted.orElse(stripped.length() < 4 ? text : stripped)
                .replaceAll("[,.]? (?:what does that mean|what now|meaning\\??|help|why)\\??$", ""));
    }

    Slots subject(Reading reading)
    {
        String words = " " + reading.words() + " ";
        Set<String> found = new LinkedHashSet<>();
        List<String> typed = new ArrayList<>();
        subjects.forEach((saying, subject) -> {
            if (words.contains(" " + saying + " ") && found.size() < 2) {
                found.add(subject);
            }
        });
        reading.mentions().stream().filter(mention -> mention.has(Name.Kind.PACKAGE) || mention.has(Name.Kind.SERVICE)).findFirst()
                .ifPresent(mention -> typed.add(mention.value(Name.Kind.SERVICE).or(() -> mention.value(Name.Kind.PACKAGE)).orElseThrow()));
        List<String> all = new ArrayList<>(found.isEmpty() ? typed : List.of(found.iterator().next()));
        String subject = String.join(" ", all);
        return new Slots().with("subject", subject.isEmpty() ? content(reading, Kind.SETTING) : subject).needing("subject");
    }

    Optional<String> section(Reading reading)
    {
        List<String> sections = lexicon.fillers().values().get("section");
        return reading.tokens().stream().map(Token::word).filter(sections::contains).findFirst();
    }

    Optional<String> since(Reading reading)
    {
        Matcher matcher = SINCE.matcher(reading.source());
        return matcher.find() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("^the ", "")) : Optional.empty();
    }

    static String style(Reading reading)
    {
        String words = " " + reading.words() + " ";
        if (words.matches(
                ".* (?:simple|simpler|simply|plain|jargon|beginner|novice|easy|everyday|newbie|child|five|non-technical|normal person|less technical|too technical|too complicated|not technical|speak simple|beginners|gibberish|not a technical person|so technical|technical words|technical terms) .*")
                && !words.matches(".* (?:use|give me|speak|want|more) technical .*")) {
            return "simple";
        }
        if (words.matches(
                ".* (?:brief|short|shorter|concise|terse|briefer|briefly|succinct|less|fewer|tl;dr|point|quiet|too much|too long|chatter|spare|verbose|one sentence|facts|essentials|only the|just the|so much|wordy|talk so|low|answer only) .*")
                && !words.matches(
                        ".* (?:be|more|mode|talk|speak) verbose .*|.* verbose (?:mode|please|answers).*|.*too short.*| verbose .*")) {
            return "brief";
        }
        return words.matches(".* (?:technical|expert|technically|pro|professional|developer|engineer|experienced) .*")
                ? "technical"
                : "detailed";
    }

    static String rating(Reading reading)
    {
        boolean excused = reading.words().matches(".*\\b(?:not bad|no problem|nothing wrong|not wrong)\\b.*");
        return reading.hasAny(BAD) && !excused ? "bad" : "good";
    }

    private static void load(String resource, Map<String, String> values)
    {
        Yaml yaml = Yaml.ofResource(resource);
        yaml.keys().forEach(value -> yaml.at(value).texts().forEach(saying -> values.putIfAbsent(saying, value)));
    }
}
