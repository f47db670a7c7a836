package org.luminousnix.daemon.catalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import static java.util.Objects.requireNonNull;

/// A catalog in a Lucene index on disk. Opening it is quick where the index of the sources exists; otherwise the index is built in the
/// background, and until then the catalog finds nothing, or what it found before.
public final class LuceneCatalog implements Catalog, AutoCloseable
{
    private static final Logger LOG = LoggerFactory.getLogger(LuceneCatalog.class);

    private final IndexFolder folder;
    private final Knowledge knowledge;
    private final AtomicReference<State> state = new AtomicReference<>(new State(Optional.empty(), "", Optional.empty()));
    private volatile CompletableFuture<Void> refresh = CompletableFuture.completedFuture(null);

    private record State(Optional<OpenIndex> index, String hash, Optional<String> failure)
    {}

    private LuceneCatalog(Path directory)
    {
        this.folder = new IndexFolder(directory);
        this.knowledge = Knowledge.read();
    }

    /// Opens the catalog that keeps its indexes in this directory, and starts to renew it where the sources are not those
    /// it was built from. [#ready] tells when that is done.
    public static LuceneCatalog open(Path directory, CatalogSources sources)
    {
        requireNonNull(directory, "directory is null");
        requireNonNull(sources, "sources is null");
        var catalog = new LuceneCatalog(directory);
        catalog.openExisting(sources);
        if (catalog.state.get().index().isEmpty()) {
            catalog.start(sources);
        }
        return catalog;
    }

    private void openExisting(CatalogSources sources)
    {
        try {
            String hash = folder.hash(sources);
            folder.open(hash).ifPresent(index -> swap(new State(Optional.of(index), hash, Optional.empty())));
        }
        catch (CatalogException e) {
            state.set(new State(Optional.empty(), "", Optional.of(e.getMessage())));
        }
    }

    /// Renews the catalog in the background where these sources differ from what it was built from; searches go on meanwhile.
    /// The future is done when the newest index is in use, and fails with a [CatalogException] when it cannot be.
    public synchronized CompletableFuture<Void> refresh(CatalogSources sources)
    {
        requireNonNull(sources, "sources is null");
        start(sources);
        return refresh;
    }

    private synchronized void start(CatalogSources sources)
    {
        refresh = refresh.handle((done, failed) -> null)
                .thenRunAsync(() -> renew(sources), task -> Thread.ofPlatform().daemon().name("catalog-refresh").start(task));
    }

    /// Returns the refresh that runs now, or the last one.
    public CompletableFuture<Void> ready()
    {
        return refresh;
    }

    private void renew(CatalogSources sources)
    {
        try {
            String hash = folder.hash(sources);
            if (!hash.equals(state.get().hash())) {
                OpenIndex index = folder.open(hash).orElseGet(() -> folder.build(hash, sources, knowledge));
                swap(new State(Optional.of(index), hash, Optional.empty()));
                folder.keepOnly(hash);
            }
        }
        catch (CatalogException e) {
            LOG.warn("the catalogue was not renewed: {}", e.getMessage());
            state.updateAndGet(old -> new State(old.index(), old.hash(), Optional.of(e.getMessage())));
            throw e;
        }
    }

    private void swap(State next)
    {
        state.getAndSet(next).index().ifPresent(OpenIndex::release);
    }

    @Override
    public List<Hit<PackageEntry>> searchPackages(String query, int limit)
    {
        requireNonNull(query, "query is null");
        return reading(index -> new PackageSearch(index, knowledge).search(query, limit), List.of());
    }

    @Override
    public List<Hit<OptionEntry>> searchOptions(String query, int limit, Optional<OptionSource> source)
    {
        requireNonNull(query, "query is null");
        return reading(index -> new OptionSearch(index, knowledge).search(query, limit, source), List.of());
    }

    @Override
    public Optional<PackageEntry> packageAt(String attribute)
    {
        requireNonNull(attribute, "attribute is null");
        return reading(index -> index.documents(IndexFields.KEY, attribute).stream().findFirst().map(index::packageEntry),
                Optional.empty());
    }

    @Override
    public Optional<OptionEntry> option(String name)
    {
        requireNonNull(name, "name is null");
        return reading(index -> new OptionSearch(index, knowledge).option(name), Optional.empty());
    }

    @Override
    public List<PackageEntry> packagesNamed(String word)
    {
        requireNonNull(word, "word is null");
        return reading(index -> new PackageSearch(index, knowledge).named(word), List.of());
    }

    @Override
    public List<PackageEntry> providers(String program)
    {
        requireNonNull(program, "program is null");
        return reading(index -> new PackageSearch(index, knowledge).providers(program), List.of());
    }

    @Override
    public List<String> didYouMean(String word, int limit)
    {
        requireNonNull(word, "word is null");
        return reading(index -> new Spelling(index, knowledge.aliases().phrases()).suggest(word, limit), List.of());
    }

    @Override
    public CatalogStatus status()
    {
        State now = state.get();
        boolean refreshing = !refresh.isDone();
        return now.index()
                .map(index -> new CatalogStatus(index.count("packages"), index.count("options"), index.count("programs"), now.hash(),
                        index.built(), refreshing, now.failure()))
                .orElseGet(() -> new CatalogStatus(0, 0, 0, "", Optional.empty(), refreshing, now.failure()));
    }

    private <T> T reading(Function<OpenIndex, T> question, T nothing)
    {
        while (true) {
            Optional<OpenIndex> index = state.get().index();
            if (index.isEmpty()) {
                return nothing;
            }
            // Closed between the two lines by a swap: the next round sees the new one.
            if (index.get().acquire()) {
                try {
                    return question.apply(index.get());
                }
                finally {
                    index.get().release();
                }
            }
        }
    }

    /// Waits for no refresh; searches after this find nothing.
    @Override
    public void close()
    {
        swap(new State(Optional.empty(), "", Optional.empty()));
    }
}
