package org.luminousnix.daemon.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.luminousnix.daemon.catalog.Catalog;

import static java.util.Objects.requireNonNull;

/// Understands sentences by commands, statistics and names; deterministic, in memory, without side effect.
public final class LanguageEngine implements Understander
{
    private static final int LONGEST_SENTENCE = 4_096;
    private static final int LONGEST_SHOWN = 4_000;
    private static final double SURE_ENOUGH = 0.30;
    private static final double CLEAR = 0.45;
    private static final double TEMPERATURE = 1.0;
    private static final Pattern SWITCHES_ON = Pattern.compile(
            "\\b(?:turn on|switch on|enable|activate|set up) (?:the |my )?\\S+(?: server| access| service| daemon)?,? (?:but|and|with|only|without)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR_LINES = Pattern.compile(
            "(?m)^\\s*(?:error|fatal|warning|trace|erorr):|\\berror: |/nix/store/[a-z0-9]{4,}|^\\s+at /|… while|\\bFailed assertions");

    private final ReadingMaker maker;
    private final Mender mender;
    private final ClauseSplitter splitter;
    private final CommandReader commands;
    private final CommandSlots commandSlots;
    private final Recogniser recogniser;
    private final SlotFinder slots;
    private final DialogueReader dialogue;

    private LanguageEngine(Lexicon lexicon, Examples examples, Catalog catalog, Optional<Path> modelFile)
    {
        Set<String> vocabulary = vocabulary(lexicon, examples);
        slots = new SlotFinder(lexicon, catalog);
        PackageNames packages = slots.packageNames();
        maker = new ReadingMaker(lexicon.names(), lexicon.common(), vocabulary,
                word -> packages.exists(word) ? List.of(new Name(Name.Kind.PACKAGE, packages.attribute(word).orElse(word))) : List.of());
        mender = mender(lexicon, examples, vocabulary, packages);
        splitter = new ClauseSplitter(verbs(lexicon));
        commands = new CommandReader(Yaml.ofResource("lexicon/commands.yaml"));
        commandSlots = new CommandSlots(packages, new ServiceNames(lexicon, catalog));
        ReadingMaker training = new ReadingMaker(lexicon.names(), lexicon.common(), vocabulary, _ -> List.of());
        recogniser = new Recogniser(
                IntentModel.of(examples.sentences(lexicon.fillers()), new Features(lexicon.classes()), training, TEMPERATURE, modelFile));
        dialogue = new DialogueReader(slots, maker);
    }

    /// Opens an engine on a catalogue, trained on the examples that ship with it.
    public static LanguageEngine open(Catalog catalog)
    {
        return new LanguageEngine(Lexicon.load(), Examples.load(), requireNonNull(catalog, "catalog is null"), Optional.empty());
    }

    /// Opens an engine that also learns the phrases of a user's directory, which need not exist, and keeps what it learnt in a file,
    /// so that the next opening takes milliseconds.
    ///
    /// @throws LanguageException with INVALID_DATA when a file of phrases is not one
    public static LanguageEngine open(Catalog catalog, Path phrases, Path modelFile)
    {
        requireNonNull(modelFile, "modelFile is null");
        return new LanguageEngine(Lexicon.load(), Examples.load().with(phrases), requireNonNull(catalog, "catalog is null"),
                Optional.of(modelFile));
    }

    @Override
    public Understanding understand(String text, Dialogue context)
    {
        requireNonNull(context, "context is null");
        CleanText clean = Normaliser.clean(requireNonNull(text, "text is null"));
        if (clean.text().isEmpty()) {
            return new Understanding(text, List.of(), Optional.of(new Clarification("What should be done?", List.of())), List.of(),
                    clean.warnings());
        }
        if (clean.text().length() > LONGEST_SENTENCE || (clean.text().lines().count() > 2 && ERROR_LINES.matcher(clean.text()).find())) {
            return single(clean, IntentName.EXPLAIN_ERROR, Map.of("text", shortened(clean.text())), "phrase", "a pasted message");
        }
        Optional<String> refusal = Guard.refusal(clean.text());
        if (refusal.isPresent()) {
            return single(clean, IntentName.OUT_OF_SCOPE, Map.of(), "phrase", refusal.get());
        }
        return Guard.isElsewhere(clean.text())
                ? sentence(clean, context)
                : commands.read(clean.text()).map(typed -> command(clean, typed)).orElseGet(() -> sentence(clean, context));
    }

    private Understanding command(CleanText clean, CommandReader.Typed typed)
    {
        Slots found = commandSlots.slots(typed);
        Recognized recognized = new Recognized(typed.intent().intent(found.values()), 1, found.isResolved() && clean.suspects().isEmpty(),
                List.of(new Evidence("command", typed.text(), 1)));
        return new Understanding(clean.text(), List.of(recognized), found.question().or(() -> suspicion(clean)), List.of(),
                warnings(clean, found.warnings()));
    }

    private Understanding sentence(CleanText clean, Dialogue context)
    {
        List<Mending> mended = new ArrayList<>();
        List<Token> tokens = mender.mend(Tokenizer.tokens(clean.text()), mended);
        if (tokens.stream().allMatch(Token::isSign)) {
            return single(clean, tokens.stream().anyMatch(token -> token.is("?")) ? IntentName.ASSISTANT_HELP : IntentName.OUT_OF_SCOPE,
                    Map.of(), "phrase", clean.text());
        }
        Optional<DialogueReader.Answer> answer = dialogue.read(clean.text(), tokens, context);
        if (answer.isPresent()) {
            return new Understanding(clean.text(), List.of(answer.get().recognized()), answer.get().question(), mended, clean.warnings());
        }
        Outcome outcome = new Outcome(context);
        wishes(clean.text(), tokens).forEach(wish -> outcome.add(wish));
        return new Understanding(clean.text(), outcome.recognized, suspicion(clean).or(() -> outcome.question), mended,
                warnings(clean, outcome.warnings)).doubting(clean.suspects());
    }

    /// One clause with what it was recognised as.
    private record Wish(Reading reading, Recogniser.Verdict verdict)
    {}

    private List<Wish> wishes(String text, List<Token> tokens)
    {
        Wish whole = wish(text, Politeness.without(tokens));
        List<ClauseSplitter.Clause> clauses = splitter.split(tokens);
        boolean quoted = whole.verdict().intent() == IntentName.EXPLAIN_ERROR && whole.verdict().confidence() > 0.5;
        if (clauses.size() < 2 || quoted) {
            return List.of(clauses.size() == 1 && clauses.getFirst().negated() ? refused(whole) : whole);
        }
        List<Wish> wishes = clauses.stream().filter(clause -> !clause.negated()).map(clause -> wish(text, clause.tokens())).toList();
        boolean barred = Guard.barsInstallation(whole.reading())
                && wishes.stream().anyMatch(wish -> wish.verdict().intent() == IntentName.PACKAGE_INSTALL);
        if (wishes.isEmpty() || barred) {
            return List.of(refused(whole));
        }
        return wishes.size() == 2 && splitter.isReason(clauses.getFirst())
                ? List.of(reasoned(whole, wishes.getLast()))
                : several(whole, wishes, wishes.size() < clauses.size());
    }

    /// Of "sound is odd, restart pipewire" the second part is wanted, unless only the whole makes sense.
    private static Wish reasoned(Wish whole, Wish last)
    {
        double sure = last.verdict().confidence();
        boolean clear = sure >= CLEAR && sure >= whole.verdict().confidence() - 0.1
                && !last.verdict().intent().wireName().startsWith("assistant.");
        return clear ? new Wish(whole.reading(), last.verdict()) : whole;
    }

    private static List<Wish> several(Wish whole, List<Wish> wishes, boolean some)
    {
        List<IntentName> intents = wishes.stream().map(wish -> wish.verdict().intent()).toList();
        Optional<IntentName> joined = Macros.joined(intents);
        if (joined.isPresent()) {
            return List.of(new Wish(whole.reading(),
                    new Recogniser.Verdict(joined.get(), whole.verdict().confidence(), whole.verdict().evidence())));
        }
        List<Wish> clear = wishes.stream().filter(wish -> wish.verdict().confidence() >= CLEAR && !isTalk(wish.verdict().intent()))
                .toList();
        boolean unsure = clear.size() < wishes.size();
        if (unsure && !some) {
            return clear.size() < 2 || whole.verdict().intent() == IntentName.OUT_OF_SCOPE ? List.of(whole) : clear;
        }
        return wishes;
    }

    private static boolean isTalk(IntentName intent)
    {
        return intent == IntentName.OUT_OF_SCOPE || (intent.wireName().startsWith("assistant.") && intent != IntentName.ASSISTANT_UNDO);
    }

    private Wish wish(String text, List<Token> tokens)
    {
        Reading reading = maker.read(text, tokens);
        return new Wish(reading, recogniser.recognise(reading));
    }

    /// A negated action is no action: what is left of "do not reboot" is "no".
    private static Wish refused(Wish whole)
    {
        IntentName intent = whole.verdict().intent();
        boolean talk = !DialogueReader.acts(intent);
        return talk
                ? whole
                : new Wish(whole.reading(),
                        new Recogniser.Verdict(IntentName.ASSISTANT_CANCEL, whole.verdict().confidence(), whole.verdict().evidence()));
    }

    /// Gathers recognised wishes, later ones in the light of the earlier.
    private final class Outcome
    {
        private final Dialogue context;
        private final List<Recognized> recognized = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private Optional<Clarification> question = Optional.empty();

        private Outcome(Dialogue context)
        {
            this.context = context;
        }

        /// "Turn on ssh but only with keys" turns the service on whose option it sets.
        private Optional<Recognized> switchedOn(Wish wish, Slots found)
        {
            if (wish.verdict().intent() != IntentName.OPTION_SET || !SWITCHES_ON.matcher(wish.reading().source()).find()) {
                return Optional.empty();
            }
            Slots service = slots.find(IntentName.SERVICE_ENABLE, wish.reading());
            boolean part = found.values().get("option") instanceof String set && service.values().get("option") instanceof String on
                    && on.endsWith(".enable") && set.startsWith(on.substring(0, on.length() - "enable".length())) && !set.equals(on);
            return part
                    ? Optional.of(new Recognized(IntentName.SERVICE_ENABLE.intent(service.values()), wish.verdict().confidence(), true,
                            wish.verdict().evidence()))
                    : Optional.empty();
        }

        private void add(Wish wish)
        {
            IntentName intent = wish.verdict().intent();
            Slots found = dialogue.completed(intent, wish.reading(), slots.find(intent, wish.reading()), recognized, context);
            boolean shell = Guard.isShell(wish.reading().source());
            Recognized next = new Recognized(intent.intent(found.values()), wish.verdict().confidence(), found.isResolved() && !shell,
                    wish.verdict().evidence());
            boolean repeated = recognized.stream().anyMatch(earlier -> earlier.intent().equals(next.intent()));
            boolean echo = !recognized.isEmpty() && recognized.getLast().intent().kind() == intent && found.values().isEmpty();
            if (!repeated && !echo) {
                switchedOn(wish, found).ifPresent(recognized::add);
                recognized.add(next);
            }
            warnings.addAll(found.warnings());
            question = question.or(found::question).or(() -> unsure(wish));
        }

        private Optional<Clarification> unsure(Wish wish)
        {
            if (wish.verdict().confidence() >= SURE_ENOUGH) {
                return Optional.empty();
            }
            List<String> choices = new ArrayList<>(List.of(wish.verdict().intent().wireName()));
            wish.verdict().evidence().stream().filter(evidence -> evidence.kind().equals("runner-up")).map(Evidence::text)
                    .forEach(choices::add);
            return Optional.of(new Clarification("What is meant?", choices));
        }
    }

    private static Understanding single(CleanText clean, IntentName intent, Map<String, Object> values, String kind, String reason)
    {
        Recognized recognized = new Recognized(intent.intent(values), 1, true, List.of(new Evidence(kind, reason, 1)));
        return new Understanding(shortened(clean.text()), List.of(recognized), Optional.empty(), List.of(), clean.warnings());
    }

    private static Optional<Clarification> suspicion(CleanText clean)
    {
        return clean.suspects().stream().findFirst()
                .map(word -> new Clarification("'" + word + "' mixes letters of different alphabets. What is meant?", List.of()));
    }

    private static List<String> warnings(CleanText clean, List<String> more)
    {
        List<String> all = new ArrayList<>(clean.warnings());
        all.addAll(more);
        return all;
    }

    private static String shortened(String text)
    {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN);
    }

    private static Set<String> vocabulary(Lexicon lexicon, Examples examples)
    {
        Set<String> vocabulary = new HashSet<>(lexicon.common());
        vocabulary.addAll(examples.words());
        vocabulary.addAll(lexicon.classes().words());
        for (String place : List.of("need", "task", "feature", "symptom", "thing", "outside", "outside task", "programming topic",
                "writing", "trivia", "error", "concept", "section", "since",
                "duration", "language", "layout")) {
            lexicon.fillers().values().get(place)
                    .forEach(filler -> Tokenizer.tokens(filler).forEach(token -> vocabulary.add(token.word())));
        }
        return vocabulary;
    }

    private static Mender mender(Lexicon lexicon, Examples examples, Set<String> vocabulary, PackageNames packages)
    {
        Set<String> targets = new HashSet<>(vocabulary);
        targets.addAll(lexicon.names().sayings());
        Set<String> known = new HashSet<>(targets);
        lexicon.fillers().values().values()
                .forEach(values -> values.forEach(value -> Tokenizer.tokens(value).forEach(token -> known.add(token.word()))));
        return new Mender(examples.words(), targets, known, packages::exists);
    }

    private static Set<String> verbs(Lexicon lexicon)
    {
        Set<String> verbs = new HashSet<>(Set.of("check", "tell", "open", "connect", "create", "make", "add", "put", "set", "run", "build",
                "reboot", "shut", "compare", "go", "delete", "use", "turn",
                "switch", "free", "undo", "verify", "validate", "keep", "call", "name", "suspend", "poweroff", "join", "scan", "stop",
                "export", "forget", "garbage", "rollback", "also", "throw", "do", "show",
                "please", "allow", "bring", "reload", "prune", "close", "change", "give", "let", "take", "pull", "power", "log", "look",
                "confirm", "describe"));
        for (String wordClass : List.of("install", "remove", "try", "search", "enable", "disable", "restart", "start", "stop", "update",
                "rebuild", "list", "explain", "clean", "change")) {
            verbs.addAll(lexicon.classes().members(wordClass));
        }
        verbs.removeAll(Set.of("on", "off", "moment", "once", "back", "earlier", "previous", "former", "return", "up-to-date", "uptodate",
                "need", "want", "briefly", "temporarily", "updates", "garbage",
                "meaning", "mean", "means", "looking", "one-off", "oneoff", "trial", "view", "access", "test", "quickly", "throwaway",
                "sample", "upgrades", "patch", "empty"));
        return verbs;
    }
}
