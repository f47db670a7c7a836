package org.luminousnix.daemon.app;

import org.luminousnix.daemon.rpc.DaemonMethods;
import org.luminousnix.protocol.Acknowledged;
import org.luminousnix.protocol.DaemonInfo;
import org.luminousnix.protocol.Health;
import org.luminousnix.protocol.HealthStatus;
import org.luminousnix.protocol.Metrics;
import org.luminousnix.protocol.Pong;
import org.luminousnix.protocol.Software;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import static java.util.Objects.requireNonNull;

/// Tells about the daemon itself.
final class DaemonService implements DaemonMethods
{
    private final Software self;
    private final Supplier<DaemonInfo> info;
    private final Supplier<List<Health.Check>> checks;
    private final Supplier<Map<String, Double>> figures;
    private final Runnable stop;

    DaemonService(Software self, Supplier<DaemonInfo> info, Supplier<List<Health.Check>> checks, Supplier<Map<String, Double>> figures,
            Runnable stop)
    {
        this.self = requireNonNull(self, "self is null");
        this.info = requireNonNull(info, "info is null");
        this.checks = requireNonNull(checks, "checks is null");
        this.figures = requireNonNull(figures, "figures is null");
        this.stop = requireNonNull(stop, "stop is null");
    }

    @Override
    public Pong ping()
    {
        return new Pong(self.version(), Instant.now());
    }

    @Override
    public DaemonInfo info()
    {
        return info.get();
    }

    @Override
    public Health health()
    {
        List<Health.Check> found = checks.get();
        return new Health(found.stream().map(Health.Check::status).max(Comparator.naturalOrder()).orElse(HealthStatus.OK), found);
    }

    @Override
    public Metrics metrics()
    {
        return new Metrics(figures.get());
    }

    @Override
    public Acknowledged shutDown()
    {
        stop.run();
        return new Acknowledged();
    }
}
