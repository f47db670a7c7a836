package org.luminousnix.daemon.app;

import org.luminousnix.daemon.facts.Facts;
import org.luminousnix.daemon.facts.MachineFacts;
import org.luminousnix.daemon.facts.Measured;
import org.luminousnix.daemon.rpc.SystemMethods;
import org.luminousnix.nix.NixLayout;
import org.luminousnix.nix.generation.Generation;
import org.luminousnix.nix.generation.SystemDetails;
import org.luminousnix.protocol.Generations;
import org.luminousnix.protocol.Measurement;
import org.luminousnix.protocol.SystemReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.protocol.ErrorCode.INVALID_PARAMS;
import static org.luminousnix.protocol.RpcException.rpcException;

/// Measures the machine for clients.
final class SystemService implements SystemMethods
{
    private final NixLayout layout;
    private final MachineFacts facts;

    SystemService(NixLayout layout, MachineFacts facts)
    {
        this.layout = requireNonNull(layout, "layout is null");
        this.facts = requireNonNull(facts, "facts is null");
    }

    @Override
    public SystemReport systemStatus(Optional<String> topic, OptionalInt limit)
    {
        return report("status", List.of("uptime", "memory", "disks"), limit);
    }

    @Override
    public SystemReport systemInfo(Optional<String> topic, OptionalInt limit)
    {
        return report(topic.orElse("hardware"), List.of(topic.orElse("hardware")), limit);
    }

    @Override
    public SystemReport storage(Optional<String> topic, OptionalInt limit)
    {
        return report("storage", List.of("disks"), limit);
    }

    @Override
    public Generations generations(Optional<String> topic, OptionalInt limit)
    {
        var profile = org.luminousnix.nix.generation.Generations.ofSystem(layout);
        List<Generation> all = profile.list();
        List<Generation> newest = all.subList(Math.max(0, all.size() - limit.orElse(all.size())), all.size());
        return new Generations(profile.profile().toString(), newest.stream().map(SystemService::view).toList(),
                "the links beside " + profile.profile());
    }

    private static Generations.Generation view(Generation generation)
    {
        SystemDetails details = SystemDetails.read(generation.target());
        return new Generations.Generation(generation.number(), generation.date(), generation.current(), generation.booted(),
                details.nixosVersion(), details.kernelVersion(),
                details.configurationRevision(), details.specialisations(), Optional.of(details.description()));
    }

    private SystemReport report(String name, List<String> topics, OptionalInt limit)
    {
        List<String> sentences = new ArrayList<>();
        List<Measurement> values = new ArrayList<>();
        for (String topic : topics) {
            Facts known = facts.about(topic).orElseThrow(() -> rpcException(INVALID_PARAMS, "There is no topic \"%s\"; there are %s.",
                    Wording.harmless(topic), String.join(", ", facts.topics())));
            sentences.add(known.sentence());
            known.values().stream().map(SystemService::view).forEach(values::add);
        }
        return new SystemReport(name, Wording.harmless(String.join(" ", sentences)),
                values.subList(0, Math.min(values.size(), limit.orElse(values.size()))));
    }

    private static Measurement view(Measured value)
    {
        return new Measurement(value.name(), Wording.harmless(value.title()), Views.json(value.value()), value.unit(),
                Wording.harmless(value.text()), value.how());
    }
}
