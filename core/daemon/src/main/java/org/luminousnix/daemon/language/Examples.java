package org.luminousnix.daemon.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.luminousnix.daemon.language.LanguageError.UNREADABLE_DATA;
import static org.luminousnix.daemon.language.LanguageException.languageException;

/// The example sentences of all intents.
record Examples(List<PhraseFile> files)
{
    private static final int MOST_WORDINGS = 12;
    private static final int MOST_USER_FILES = 100;

    Examples
    {
        files = List.copyOf(files);
    }

    /// A sentence, what it wants, and how much it counts.
    record Sentence(String text, IntentName intent, float weight, int phrase)
    {}

    static Examples load()
    {
        return new Examples(Arrays.stream(IntentName.values())
                .map(name -> PhraseFile.of(Yaml.ofResource("intents/" + name.wireName() + ".yaml"))).toList());
    }

    /// Returns these and what a user wrote in a directory, which need not exist.
    Examples with(Path directory)
    {
        if (!Files.isDirectory(directory)) {
            return this;
        }
        List<PhraseFile> all = new ArrayList<>(files);
        try (Stream<Path> found = Files.list(directory)) {
            found.filter(file -> file.getFileName().toString().endsWith(".yaml")).sorted().limit(MOST_USER_FILES)
                    .forEach(file -> all.add(PhraseFile.of(Yaml.ofFile(file))));
        }
        catch (IOException e) {
            throw languageException(UNREADABLE_DATA, "%s: %s", directory, e.getMessage());
        }
        return new Examples(all);
    }

    /// Returns wordings of all phrases; the same lexicon gives the same ones.
    List<Sentence> sentences(Fillers fillers)
    {
        SplittableRandom random = new SplittableRandom(4);
        List<Sentence> sentences = new ArrayList<>();
        int number = 0;
        for (PhraseFile file : files) {
            for (Phrase phrase : file.phrases()) {
                Set<String> wordings = new LinkedHashSet<>();
                int wanted = Math.clamp(Math.round(2 * Math.sqrt(phrase.wordings())), 1, MOST_WORDINGS);
                for (int i = 0; i < wanted; i++) {
                    wordings.add(phrase.expand(random, fillers).strip());
                }
                for (String wording : wordings) {
                    sentences.add(new Sentence(wording, file.intent(), 1, number));
                }
                number++;
            }
        }
        return sentences;
    }

    /// Returns the words that phrases use outside their places.
    Set<String> words()
    {
        Set<String> words = new HashSet<>();
        files.forEach(file -> file.phrases().forEach(phrase -> collect(phrase, words)));
        return words;
    }

    private static void collect(Phrase phrase, Set<String> words)
    {
        switch (phrase) {
            case Phrase.Literal literal -> Tokenizer.tokens(literal.text()).forEach(token -> words.add(token.word()));
            case Phrase.Place _ -> {
            }
            case Phrase.Sequence sequence -> sequence.parts().forEach(part -> collect(part, words));
            case Phrase.Choice choice -> choice.alternatives().forEach(alternative -> collect(alternative, words));
        }
    }
}
