package org.luminousnix.daemon.app;

import org.luminousnix.daemon.catalog.Catalog;
import org.luminousnix.daemon.catalog.Hit;
import org.luminousnix.daemon.catalog.OptionEntry;
import org.luminousnix.daemon.catalog.OptionSource;
import org.luminousnix.daemon.catalog.PackageEntry;
import org.luminousnix.daemon.rpc.CatalogMethods;
import org.luminousnix.protocol.CatalogStatus;
import org.luminousnix.protocol.OptionDetail;
import org.luminousnix.protocol.OptionHit;
import org.luminousnix.protocol.OptionHits;
import org.luminousnix.protocol.PackageDetail;
import org.luminousnix.protocol.PackageFlag;
import org.luminousnix.protocol.PackageHit;
import org.luminousnix.protocol.PackageHits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.INVALID_PARAMS;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Lets clients look into the catalogue.
final class CatalogService implements CatalogMethods
{
    private static final int USUAL = 20;
    private static final int MOST = 1000;

    private final Catalog catalog;
    private final Supplier<CatalogStatus> status;
    private final Runnable refresh;

    CatalogService(Catalog catalog, Supplier<CatalogStatus> status, Runnable refresh)
    {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.status = requireNonNull(status, "status is null");
        this.refresh = requireNonNull(refresh, "refresh is null");
    }

    @Override
    public PackageHits searchPackages(String query, OptionalInt limit)
    {
        int most = bounded(limit);
        long began = System.nanoTime();
        List<Hit<PackageEntry>> hits = catalog.searchPackages(query, most);
        long took = micros(began);
        return new PackageHits(hits.stream().map(hit -> view(hit.entry(), hit.score())).toList(), took);
    }

    @Override
    public OptionHits searchOptions(String query, OptionalInt limit, Optional<String> source)
    {
        int most = bounded(limit);
        Optional<OptionSource> from = source.map(CatalogService::source);
        long began = System.nanoTime();
        List<Hit<OptionEntry>> hits = catalog.searchOptions(query, most, from);
        long took = micros(began);
        return new OptionHits(hits.stream().map(CatalogService::view).toList(), took);
    }

    @Override
    public PackageDetail describePackage(String attribute)
    {
        PackageEntry entry = catalog.packageAt(attribute)
                .orElseThrow(() -> rpcException(INVALID_PARAMS, "There is no package \"%s\". Near it: %s.",
                        Wording.harmless(attribute), String.join(", ", catalog.didYouMean(attribute, 4))));
        return new PackageDetail(entry.attribute(), entry.pname(), entry.version(), entry.description(), Optional.empty(), entry.homepage(),
                entry.licenses(),
                entry.programs(), entry.programs().stream().findFirst(), flags(entry), entry.knownVulnerabilities(), Optional.empty(),
                "packages");
    }

    @Override
    public OptionDetail describeOption(String name)
    {
        OptionEntry entry = catalog.option(name)
                .orElseThrow(() -> rpcException(INVALID_PARAMS, "There is no option \"%s\".", Wording.harmless(name)));
        return new OptionDetail(entry.name(), entry.type(), entry.defaultText(), entry.example(), entry.description(), entry.declarations(),
                entry.readOnly(),
                Optional.empty(), entry.source().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public PackageHits providers(String program, OptionalInt limit)
    {
        int most = bounded(limit);
        long began = System.nanoTime();
        List<PackageEntry> found = catalog.providers(program);
        return new PackageHits(found.stream().limit(most).map(entry -> view(entry, 0)).toList(), micros(began));
    }

    @Override
    public CatalogStatus catalogStatus()
    {
        return status.get();
    }

    @Override
    public CatalogStatus refreshCatalog()
    {
        refresh.run();
        return status.get();
    }

    private static int bounded(OptionalInt limit)
    {
        int most = limit.orElse(USUAL);
        if (most < 1 || most > MOST) {
            throw rpcException(INVALID_PARAMS, "limit is a number from 1 to %d, not %d", MOST, most);
        }
        return most;
    }

    private static OptionSource source(String name)
    {
        return switch (name) {
            case "nixos" -> OptionSource.NIXOS;
            case "home" -> OptionSource.HOME;
            default -> throw rpcException(INVALID_PARAMS, "source is nixos or home, not %s", Wording.harmless(name));
        };
    }

    private static PackageHit view(PackageEntry entry, double score)
    {
        return new PackageHit(entry.attribute(), entry.version(), entry.description(), entry.programs(), score, flags(entry));
    }

    private static OptionHit view(Hit<OptionEntry> hit)
    {
        OptionEntry entry = hit.entry();
        return new OptionHit(entry.name(), entry.type(), entry.defaultText(), entry.description(),
                entry.source().name().toLowerCase(Locale.ROOT), hit.score());
    }

    private static List<PackageFlag> flags(PackageEntry entry)
    {
        List<PackageFlag> flags = new ArrayList<>();
        if (entry.unfree()) {
            flags.add(PackageFlag.UNFREE);
        }
        if (entry.insecure()) {
            flags.add(PackageFlag.INSECURE);
        }
        if (entry.broken()) {
            flags.add(PackageFlag.BROKEN);
        }
        return flags;
    }

    private static long micros(long began)
    {
        return (System.nanoTime() - began) / 1000;
    }
}
