package org.luminousnix.daemon.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What people have to be told before anything else, once: that something of theirs was interrupted, and what became of it.
final class Notices
{
    private final Map<String, List<String>> waiting = new ConcurrentHashMap<>();

    void add(String user, String text)
    {
        waiting.computeIfAbsent(user, _ -> new ArrayList<>()).add(text);
    }

    /// Returns what a person has to be told, which is then told.
    List<String> take(String user)
    {
        List<String> texts = waiting.remove(user);
        return texts == null ? List.of() : List.copyOf(texts);
    }
}
