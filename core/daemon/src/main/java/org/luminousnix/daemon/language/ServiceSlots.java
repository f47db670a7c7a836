package org.luminousnix.daemon.language;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

/// Which service is meant.
final class ServiceSlots
{
    private final ServiceNames services;
    private final Lexicon lexicon;
    private final Set<String> idle;

    ServiceSlots(ServiceNames services, Lexicon lexicon, Set<String> idle)
    {
        this.services = requireNonNull(services, "services is null");
        this.lexicon = requireNonNull(lexicon, "lexicon is null");
        this.idle = requireNonNull(idle, "idle is null");
    }

    /// Returns the unit that a clause is about.
    Slots unit(Reading reading)
    {
        return new Slots().with("service", service(reading).map(ServiceNames.Found::name));
    }

    /// Returns the service or feature that goes on or off, with its option.
    Slots switched(Reading reading, boolean on)
    {
        Optional<ServiceNames.Found> found = service(reading);
        Slots slots = new Slots().with("service", found.map(ServiceNames.Found::name)).with("option",
                found.flatMap(ServiceNames.Found::option));
        return slots.values().containsKey("option")
                ? slots
                : slots.unresolved().asking(on ? "What should be turned on?" : "What should be turned off?", java.util.List.of());
    }

    private Optional<ServiceNames.Found> service(Reading reading)
    {
        return reading.first(Token.Kind.OPTION).map(Token::text).or(() -> unitFile(reading)).or(() -> mentioned(reading))
                .or(() -> done(reading)).or(() -> unlisted(reading))
                .filter(name -> OptionPath.isLikely(name) || lexicon.names().knows(name) || ServiceNames.isUnit(name)).map(services::named);
    }

    private static Optional<String> unitFile(Reading reading)
    {
        return reading.tokens().stream().map(Token::text).filter(text -> text.matches("[\\w@.:-]+\\.(?:service|socket|timer)")).findFirst();
    }

    private static Optional<String> mentioned(Reading reading)
    {
        return reading.mention(Name.Kind.SERVICE).flatMap(mention -> mention.value(Name.Kind.SERVICE));
    }

    /// Some services are asked for by what one does with them.
    private static Optional<String> done(Reading reading)
    {
        return reading.hasAny(Set.of("print", "prints"))
                ? Optional.of("printing")
                : reading.hasAny(Set.of("scan")) ? Optional.of("scanner") : Optional.empty();
    }

    private Optional<String> unlisted(Reading reading)
    {
        Optional<String> named = Stream.of(Name.Kind.PACKAGE, Name.Kind.UNKNOWN, Name.Kind.STACK)
                .flatMap(kind -> reading.mention(kind).stream())
                .map(mention -> reading.tokens().get(mention.from()).word()).findFirst();
        return named.or(() -> reading.first(Token.Kind.QUOTED).map(Token::text)).or(() -> reading.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.WORD && !idle.contains(token.word())
                        && services.enabling(token.word()).isPresent())
                .map(Token::word).findFirst());
    }
}
