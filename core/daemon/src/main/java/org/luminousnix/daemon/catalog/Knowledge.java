package org.luminousnix.daemon.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/// What was written down about packages and options beside their own descriptions. Read once, then only read from.
record Knowledge(Synonyms synonyms, Needs packageNeeds, Needs aliases, Needs commands, Synonyms optionSynonyms, Needs optionNeeds,
        Priors priors)
{
    private static final List<String> FILES = List.of("synonyms.txt", "needs.txt", "aliases.txt", "commands.txt", "option-synonyms.txt",
            "option-needs.txt", "popular.txt", "sets.txt");

    static Knowledge read()
    {
        var words = new Words();
        var synonyms = new Synonyms(words, "synonyms.txt");
        var needs = new Needs(words, synonyms, "needs.txt");
        var aliases = new Needs(words, synonyms, "aliases.txt");
        var commands = new Needs(words, synonyms, "commands.txt");
        var optionSynonyms = new Synonyms(words, "option-synonyms.txt");
        var optionNeeds = new Needs(words, optionSynonyms, "option-needs.txt");
        Set<String> known = new HashSet<>(needs.names());
        known.addAll(aliases.names());
        known.addAll(commands.names());
        return new Knowledge(synonyms, needs, aliases, commands, optionSynonyms, optionNeeds, new Priors(known, optionNeeds.names()));
    }

    /// Returns a checksum of all that is written, since an index built with other knowledge ranks otherwise.
    static long checksum()
    {
        var sum = new CRC32();
        for (String file : FILES) {
            try (InputStream in = KnowledgeFile.open(file)) {
                sum.update(in.readAllBytes());
            }
            catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sum.getValue();
    }
}
