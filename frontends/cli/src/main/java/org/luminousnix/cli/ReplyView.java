package org.luminousnix.cli;

import org.luminousnix.protocol.AskReply;
import org.luminousnix.protocol.AskReply.Item;
import org.luminousnix.protocol.AskReply.Reply;
import org.luminousnix.protocol.Outcome;
import org.luminousnix.protocol.Question;

import java.util.List;

/// Shows what was understood, the answer, and what is asked back.
final class ReplyView
{
    private ReplyView()
    {}

    /// Shows in one line what was understood.
    static void understanding(Page page, AskReply reply)
    {
        if (!reply.explanation().isBlank()) {
            String sign = Mark.UNDERSTOOD.on(page.terminal()) + " ";
            String line = page.safe(reply.explanation().lines().findFirst().orElse("").strip());
            boolean whole = page.terminal().plain();
            int width = page.terminal().width() - sign.length();
            page.line(new Span(Ink.FAINT, sign + (whole ? line : Columns.cut(line, width))));
        }
    }

    static void answer(Page page, AskReply reply)
    {
        if (!reply.reply().text().isBlank()) {
            if (reply.outcome() == Outcome.REFUSED || reply.outcome() == Outcome.FAILED) {
                page.marked(Mark.FAILED, Ink.PLAIN, reply.reply().text());
            }
            else {
                page.text(0, Ink.PLAIN, reply.reply().text());
            }
        }
        items(page, reply.reply().items());
        suggestions(page, reply.reply());
    }

    static void question(Page page, Question question)
    {
        page.blank().text(0, Ink.STRONG, question.text());
        int number = 1;
        Table table = new Table();
        for (String choice : question.choices()) {
            table.row(new Span(Ink.FAINT, Integer.toString(number++)), Span.of(choice));
        }
        table.show(page, 2);
    }

    private static void items(Page page, List<Item> items)
    {
        boolean details = items.stream().anyMatch(item -> !item.detail().isBlank());
        Table table = new Table();
        for (int i = 0; i < items.size(); i++) {
            Span number = new Span(Ink.FAINT, items.size() > 1 ? Integer.toString(i + 1) : "");
            Span title = new Span(details ? Ink.STRONG : Ink.PLAIN, items.get(i).title());
            if (details) {
                table.row(number, title, Span.of(items.get(i).detail()));
            }
            else {
                table.row(number, title);
            }
        }
        table.show(page, items.size() > 1 ? 2 : 0);
    }

    private static void suggestions(Page page, Reply reply)
    {
        String label = "You can say";
        for (String suggestion : reply.suggestions()) {
            page.labelled(label, Ink.PLACE, suggestion);
            label = page.terminal().plain() ? label : "";
        }
    }
}
