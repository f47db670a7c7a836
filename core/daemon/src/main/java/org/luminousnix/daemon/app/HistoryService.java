package org.luminousnix.daemon.app;

import org.luminousnix.daemon.execution.ExecutionReport;
import org.luminousnix.daemon.memory.Interaction;
import org.luminousnix.daemon.rpc.CurrentPeer;
import org.luminousnix.daemon.rpc.HistoryMethods;
import org.luminousnix.protocol.HistoryList;
import org.luminousnix.protocol.Json;
import org.luminousnix.protocol.JsonReader;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static java.util.Objects.requireNonNull;

/// Lists what a person asked and what came of it.
final class HistoryService implements HistoryMethods
{
    private static final int USUAL = 50;
    private static final int MOST = 1000;

    private final Diary diary;
    private final Executions executions;

    HistoryService(Diary diary, Executions executions)
    {
        this.diary = requireNonNull(diary, "diary is null");
        this.executions = requireNonNull(executions, "executions is null");
    }

    @Override
    public HistoryList history(OptionalInt limit, Optional<String> before)
    {
        String user = CurrentPeer.get().user();
        int most = Math.clamp(limit.orElse(USUAL), 1, MOST);
        return new HistoryList(diary.of(user, most, before).stream().map(interaction -> entry(interaction, user)).toList());
    }

    private HistoryList.Entry entry(Interaction interaction, String user)
    {
        Optional<ExecutionReport> report = interaction.execution().flatMap(id -> executions.report(id, user));
        return new HistoryList.Entry(interaction.id(), interaction.at(), Wording.harmless(interaction.text()), intents(interaction),
                interaction.plan(), interaction.execution(),
                report.map(known -> Views.state(known.state())), report.filter(Executions::isUndoable).isPresent());
    }

    private static List<String> intents(Interaction interaction)
    {
        return JsonReader.read(interaction.intents()) instanceof Json.JsonArray(var items)
                ? items.stream().flatMap(item -> item.text().stream()).toList()
                : List.of();
    }
}
