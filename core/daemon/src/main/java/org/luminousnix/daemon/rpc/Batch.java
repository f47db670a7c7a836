package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import static java.util.Objects.requireNonNull;

/// Gathers the answers to a batch (JSON-RPC 2.0, section 6): one array when all are there, nothing when all were
/// notifications.
final class Batch implements Consumer<Optional<Json>>
{
    private final Consumer<Json> sender;
    private final List<Json> answers = new ArrayList<>();
    private int missing;

    Batch(int size, Consumer<Json> sender)
    {
        this.missing = size;
        this.sender = requireNonNull(sender, "sender is null");
    }

    @Override
    public void accept(Optional<Json> answer)
    {
        if (isLast(answer) && !answers.isEmpty()) {
            sender.accept(Json.array(answers));
        }
    }

    private synchronized boolean isLast(Optional<Json> answer)
    {
        answer.ifPresent(answers::add);
        missing--;
        return missing == 0;
    }
}
