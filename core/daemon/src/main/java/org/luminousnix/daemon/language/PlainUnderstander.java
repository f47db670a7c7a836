package org.luminousnix.daemon.language;

import org.luminousnix.daemon.catalog.Catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Understands the plainest sentences by their verb: the least that is needed before anything cleverer is asked.
public final class PlainUnderstander implements Understander
{
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:please |actually |now )*(install|add|remove|uninstall|find|search|describe|undo|list|help|roll) ?(.*?)(?: again| please)?");

    private final Catalog catalog;

    public PlainUnderstander(Catalog catalog)
    {
        this.catalog = requireNonNull(catalog, "catalog is null");
    }

    @Override
    public Understanding understand(String text, Dialogue context)
    {
        Matcher matcher = SENTENCE.matcher(text.strip().toLowerCase(Locale.ROOT));
        Intent intent = matcher.matches()
                ? intent(matcher.group(1), subject(matcher.group(2), context))
                : new ConversationIntent.OutOfScope();
        return new Understanding(text, List.of(new Recognized(intent, 0.9, true, List.of())), Optional.empty(), List.of(), List.of());
    }

    private static String subject(String words, Dialogue context)
    {
        return words.equals("it")
                ? context.lastMatter().map(matter -> matter.slots().values().toString().replaceAll("[\\[\\]]", "")).orElse(words)
                : words;
    }

    private Intent intent(String verb, String subject)
    {
        return switch (verb) {
            case "install", "add" -> new Intent.PackageInstall(List.of(attribute(subject)), Optional.empty(), Optional.empty());
            case "remove", "uninstall" -> new Intent.PackageRemove(List.of(attribute(subject)), List.of());
            case "find", "search" -> new Intent.PackageSearch(subject);
            case "describe" -> new Intent.PackageInfo(attribute(subject));
            case "undo" -> new ConversationIntent.AssistantUndo();
            case "list" -> new Intent.GenerationList();
            case "roll" -> new Intent.SystemRollback(Optional.empty());
            default -> new ConversationIntent.AssistantHelp();
        };
    }

    private String attribute(String word)
    {
        return catalog.packagesNamed(word).stream().findFirst().map(entry -> entry.attribute()).orElse(word);
    }
}
