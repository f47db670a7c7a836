package org.luminousnix.daemon.planning;

import org.luminousnix.daemon.diagnosis.Diagnosis;
import org.luminousnix.daemon.diagnosis.Diagnostician;
import org.luminousnix.daemon.planning.Outcome.Answer;

import java.util.ArrayList;
import java.util.List;

import static java.util.Objects.requireNonNull;

/// Answers what an error message means.
final class ErrorAnswers
{
    private final Diagnostician diagnostician;

    ErrorAnswers(Diagnostician diagnostician)
    {
        this.diagnostician = requireNonNull(diagnostician, "diagnostician is null");
    }

    Outcome explain(String text)
    {
        Diagnosis found = diagnostician.diagnose(text);
        List<Item> items = new ArrayList<>();
        found.place().ifPresent(place -> items
                .add(new Item("file", place.file(), "%s, line %d".formatted(place.file(), place.line()), "where it happened")));
        found.actions().forEach(action -> items.add(new Item("fact", action.title(), action.title(), action.command().orElse(""))));
        return new Answer(found.cause() + "\n" + found.fix(), items,
                found.actions().stream().flatMap(action -> action.request().stream()).toList());
    }
}
