package org.luminousnix.daemon.catalog;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes one index from the sources. Memory stays within about 100 MB whatever the sources hold.
final class IndexWriting
{
    private static final double BUFFER_MEGABYTES = 20;
    private static final int MOST_WORDS = 400;
    private static final int LONGEST_KEY = 1000;
    private static final Pattern PACKAGE_DEFAULT = Pattern.compile("pkgs\\.([A-Za-z0-9_.'-]{1,80})");

    private final Words words = new Words();
    private final Priors priors;
    private final Set<String> optionDefaults = new HashSet<>();
    private IndexWriter writer;
    private int packages;
    private int options;

    IndexWriting(Knowledge knowledge)
    {
        this.priors = knowledge.priors();
    }

    /// Builds the whole index in an empty directory.
    void write(CatalogSources sources, Path directory) throws IOException
    {
        var settings = new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setSimilarity(Ranking.SIMILARITY);
        try (FSDirectory folder = FSDirectory.open(directory); IndexWriter opened = new IndexWriter(folder, settings)) {
            writer = opened;
            sources.options().ifPresent(file -> OptionReader.read(file, OptionSource.NIXOS, this::addOption));
            sources.homeOptions().ifPresent(file -> OptionReader.read(file, OptionSource.HOME, this::addOption));
            ProgramTable programs = sources.programs().map(ProgramTable::read).orElseGet(ProgramTable::empty);
            sources.packages().ifPresent(file -> PackageReader.read(file, row -> addPackage(row, programs)));
            writer.forceMerge(1);
            writer.setLiveCommitData(Map.of("packages", "" + packages, "options", "" + options, "programs", "" + programs.size(), "built",
                    Instant.now().toString()).entrySet());
            writer.commit();
        }
    }

    private void add(Document document)
    {
        try {
            writer.addDocument(document);
        }
        catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addPackage(PackageReader.Row read, ProgramTable programs)
    {
        PackageReader.Row row = withPrograms(read, programs);
        PackageEntry entry = row.entry();
        int dot = entry.attribute().lastIndexOf('.');
        String set = dot < 0 ? "" : entry.attribute().substring(0, dot);
        String last = entry.attribute().substring(dot + 1);
        Document document = document(EntryCodec.bytes(entry), priors.ofPackage(row, optionDefaults.contains(entry.attribute())));
        key(document, IndexFields.KEY, entry.attribute());
        key(document, IndexFields.HOME, entry.attribute());
        if (!set.isEmpty() && priors.isHome(set)) {
            key(document, IndexFields.HOME, last);
        }
        names(entry, last).forEach(name -> key(document, IndexFields.NAME, name));
        entry.programs().forEach(program -> key(document, IndexFields.PROGRAM, program.toLowerCase(Locale.ROOT)));
        if (row.mainProgram()) {
            key(document, IndexFields.MAIN_PROGRAM, entry.programs().getFirst().toLowerCase(Locale.ROOT));
        }
        text(document, IndexFields.TITLE, titleWords(entry, last));
        text(document, IndexFields.SET, stems(Words.parts(set)));
        text(document, IndexFields.DESCRIPTION, words.stems(entry.description(), MOST_WORDS));
        text(document, IndexFields.LONG_DESCRIPTION, words.stems(row.longDescription(), MOST_WORDS));
        add(document);
        packages++;
    }

    private static PackageReader.Row withPrograms(PackageReader.Row row, ProgramTable table)
    {
        PackageEntry entry = row.entry();
        Set<String> programs = new LinkedHashSet<>(entry.programs());
        programs.addAll(table.of(entry.attribute()));
        if (programs.size() == entry.programs().size()) {
            return row;
        }
        var full = new PackageEntry(entry.attribute(), entry.pname(), entry.version(), entry.description(), entry.licenses(),
                entry.unfree(),
                entry.broken(), entry.insecure(), entry.knownVulnerabilities(), entry.homepage(), List.copyOf(programs));
        return new PackageReader.Row(full, row.longDescription(), row.mainProgram());
    }

    private static Set<String> names(PackageEntry entry, String last)
    {
        Set<String> names = new LinkedHashSet<>();
        for (String name : List.of(entry.attribute(), last, entry.pname(),
                entry.programs().isEmpty() ? last : entry.programs().getFirst())) {
            names.add(name.toLowerCase(Locale.ROOT));
            names.add(Words.squeeze(name));
        }
        names.remove("");
        return names;
    }

    private Collection<String> titleWords(PackageEntry entry, String last)
    {
        Set<String> parts = Words.parts(last);
        parts.addAll(Words.parts(entry.pname()));
        return stems(parts);
    }

    private void addOption(OptionEntry option)
    {
        option.defaultText().ifPresent(this::noteDefault);
        Document document = document(EntryCodec.bytes(option), priors.ofOption(option));
        key(document, IndexFields.KEY, option.source() + " " + option.name());
        key(document, IndexFields.PATH, option.name().toLowerCase(Locale.ROOT));
        key(document, IndexFields.SOURCE, option.source().name());
        endings(option.name()).forEach(ending -> key(document, IndexFields.ENDING, ending));
        String leaf = option.name().substring(option.name().lastIndexOf('.') + 1);
        text(document, IndexFields.PATH_WORDS, stems(Words.parts(option.name().replace("<name>", ""))));
        text(document, IndexFields.LEAF_WORDS, stems(Words.parts(leaf)));
        text(document, IndexFields.OPTION_TEXT, words.stems(option.description(), MOST_WORDS));
        add(document);
        options++;
    }

    private Set<String> endings(String path)
    {
        List<String> parts = new ArrayList<>();
        for (String part : OptionPath.parts(path)) {
            if (!part.startsWith("<") && !part.equals("*")) {
                parts.add(String.join("", stems(Words.split(part))));
            }
        }
        Set<String> endings = new HashSet<>();
        addEndings(endings, parts, 2);
        if (path.endsWith(".enable")) {
            // services.redis.enable is redis; services.immich.redis.enable is not.
            addEndings(endings, parts.subList(0, parts.size() - 1), parts.size() == 3 ? 1 : 2);
        }
        return endings;
    }

    private static void addEndings(Set<String> endings, List<String> parts, int fewest)
    {
        for (int length = fewest; length <= Math.min(4, parts.size()); length++) {
            endings.add(String.join("", parts.subList(parts.size() - length, parts.size())));
        }
    }

    private void noteDefault(String expression)
    {
        Matcher found = PACKAGE_DEFAULT.matcher(expression);
        while (found.find()) {
            optionDefaults.add(found.group(1));
        }
    }

    private List<String> stems(Collection<String> parts)
    {
        return parts.stream().map(words::stem).distinct().toList();
    }

    private static Document document(BytesRef entry, double prior)
    {
        var document = new Document();
        document.add(new StoredField(IndexFields.ENTRY, entry));
        document.add(new NumericDocValuesField(IndexFields.PRIOR, Float.floatToIntBits((float) prior)));
        return document;
    }

    private static void key(Document document, String field, String value)
    {
        if (value.length() <= LONGEST_KEY) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private static void text(Document document, String field, Collection<String> tokens)
    {
        if (!tokens.isEmpty()) {
            document.add(new TextField(field, new ReadyTokens(tokens)));
        }
    }

    /// Hands Lucene words that are cut and stemmed already.
    private static final class ReadyTokens extends TokenStream
    {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> tokens;
        private Iterator<String> rest;

        ReadyTokens(Collection<String> tokens)
        {
            this.tokens = new ArrayList<>(tokens);
            this.rest = this.tokens.iterator();
        }

        @Override
        public boolean incrementToken()
        {
            clearAttributes();
            if (!rest.hasNext()) {
                return false;
            }
            term.append(rest.next());
            return true;
        }

        @Override
        public void reset()
        {
            rest = tokens.iterator();
        }
    }
}
