package org.luminousnix.daemon.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

/// Accounts, groups and wireless networks: names that people choose.
final class PeopleSlots
{
    private static final Pattern CALLED = Pattern.compile("(?i)\\b(?:called|named|with the name|name|with name)\\s+\"?([^\\s\",;.]+)");
    private static final Pattern AFTER_USER = Pattern.compile(
            "(?i)\\b(?:user|account|login|useradd|adduser|account for|login for|user for)\\s+(?:for\\s+|called\\s+|named\\s+)?\"?([^\\s\",;]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("users\\.users\\.\"?([\\w-]+)");
    private static final Pattern GROUPS = Pattern.compile("(?i)\\bgroups?\\s+([\\w, &-]+)");
    private static final Pattern NETWORK = Pattern.compile(
            "(?i)\\b(?:called|named|ssid|network|wifi|wlan|hotspot|join|to|onto|on|wireless)\\s+(?:is\\s+)?(?:called\\s+|named\\s+|the\\s+|network\\s+|wifi\\s+|my\\s+)*([\\w@.:_-]+(?: [A-Z][\\w-]*)*)");
    private static final Set<String> NO_NETWORK = Set.of("network", "networks", "wifi", "wlan", "wireless", "the", "a", "internet", "me",
            "to", "my", "is", "and", "called",
            "named", "in", "here", "list", "scan", "are", "do", "can", "please", "available", "connect", "nearby", "hotspot", "hotspots",
            "via", "with", "over", "through", "around",
            "join", "use", "see", "now", "there", "i", "you", "online", "connection", "access", "near", "it", "points", "signals");
    private static final Set<String> NO_USER = Set.of("account", "user", "login", "on", "in", "to", "with", "for", "a", "an", "the", "new",
            "please", "group", "called", "named", "and",
            "who", "that", "his", "her", "own", "add", "create", "is", "me", "my", "be", "this", "as", "needs", "wants", "should", "of",
            "from", "must", "can", "rights");

    private final Lexicon lexicon;
    private final Set<String> idle;

    PeopleSlots(Lexicon lexicon, Set<String> idle)
    {
        this.lexicon = requireNonNull(lexicon, "lexicon is null");
        this.idle = requireNonNull(idle, "idle is null");
    }

    Slots account(Reading reading)
    {
        Slots slots = new Slots();
        Optional<String> user = user(reading);
        if (user.isPresent() && !ValueReader.isUser(user.get())) {
            return slots.unresolved().warning("an account's name begins with a letter and holds letters, digits, - and _")
                    .asking("What should the account be called?", List.of());
        }
        slots.with("user", user).with("groups", groups(reading, user.orElse("")));
        return slots.values().containsKey("user") ? slots : slots.unresolved().asking("What should the account be called?", List.of());
    }

    Slots membership(Reading reading)
    {
        Optional<String> user = speaker(reading) ? Optional.empty() : user(reading).filter(ValueReader::isUser);
        return new Slots().with("user", user).with("groups", groups(reading, user.orElse(""))).needing("groups");
    }

    Slots wifi(Reading reading)
    {
        Optional<String> network = reading.first(Token.Kind.QUOTED).map(Token::text).or(() -> network(reading));
        boolean connecting = reading.hasAny(
                Set.of("connect", "join", "log", "hook", "link", "attach", "switch", "hop", "choose", "get", "put", "use", "connecting"));
        boolean listing = !connecting
                || (network.isEmpty() && reading.hasAny(Set.of("list", "show", "scan", "which", "what", "see", "find", "any", "there")));
        return new Slots()
                .with("action",
                        listing && network.isEmpty() ? "list" : connecting || (network.isPresent() && !asks(reading)) ? "connect" : "list")
                .with("network", asks(reading) && !connecting ? Optional.empty() : network);
    }

    private static boolean asks(Reading reading)
    {
        return reading.hasAny(Set.of("list", "show", "scan", "which", "what", "networks", "any", "available", "nearby", "around"));
    }

    private static boolean speaker(Reading reading)
    {
        return reading.hasAny(Set.of("me", "myself", "i")) || reading.words().contains("my user") || reading.words().contains("my account");
    }

    private Optional<String> user(Reading reading)
    {
        String source = reading.source();
        return first(ATTRIBUTE, source).or(() -> first(CALLED, source)).or(() -> reading.first(Token.Kind.QUOTED).map(Token::text))
                .or(() -> first(AFTER_USER, source).filter(word -> !NO_USER.contains(word.toLowerCase(Locale.ROOT))))
                .or(() -> person(reading))
                .map(word -> word.replaceAll("'s$", "").toLowerCase(Locale.ROOT));
    }

    private Optional<String> person(Reading reading)
    {
        List<Token> tokens = reading.tokens();
        Optional<String> unusual = tokens.stream().filter(token -> isNameLike(token) && !isKnownOtherwise(token)).map(Token::text)
                .findFirst();
        return unusual.or(() -> tokens.stream().filter(this::isNameLike).map(Token::text).findFirst());
    }

    private boolean isNameLike(Token token)
    {
        return token.kind() == Token.Kind.WORD && !idle.contains(token.word()) && !NO_USER.contains(token.word()) && !isGroup(token.word())
                && (!lexicon.common().contains(token.word()) || lexicon.fillers().values().get("user").contains(token.word()))
                && !lexicon.classes().members("person").contains(token.word())
                && !lexicon.classes().members("group").contains(token.word());
    }

    private boolean isKnownOtherwise(Token token)
    {
        return lexicon.names().knows(token.word());
    }

    private List<String> groups(Reading reading, String user)
    {
        Set<String> groups = new LinkedHashSet<>();
        for (Token token : reading.tokens()) {
            if (!token.text().equalsIgnoreCase(user)) {
                group(token.word()).ifPresent(groups::add);
            }
        }
        Matcher listed = GROUPS.matcher(reading.source());
        if (groups.isEmpty() && listed.find()) {
            for (String word : listed.group(1).split("[\\s,&]+")) {
                if (!idle.contains(word) && ValueReader.isUser(word) && !word.equals(user)) {
                    groups.add(word);
                }
            }
        }
        if (reading.words().contains("virtual machine")) {
            groups.add("libvirtd");
        }
        return new ArrayList<>(groups);
    }

    private boolean isGroup(String word)
    {
        return group(word).isPresent();
    }

    private Optional<String> group(String word)
    {
        return switch (word) {
            case "sudo", "admin", "administrator", "wheel", "root", "sudoer", "administrators", "superuser", "sudoers", "admins" ->
                Optional.of("wheel");
            case "libvirt" -> Optional.of("libvirtd");
            case "adb" -> Optional.of("adbusers");
            case "users", "input", "disk", "render" -> Optional.empty();
            default -> lexicon.names().named(word).stream().filter(name -> name.kind() == Name.Kind.GROUP).map(Name::value).findFirst();
        };
    }

    private static Optional<String> network(Reading reading)
    {
        Matcher matcher = NETWORK.matcher(reading.source());
        String found = null;
        for (int from = 0; matcher.find(from); from = matcher.end() > from ? matcher.start(1) : from + 1) {
            if (!NO_NETWORK.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
                found = matcher.group(1);
            }
        }
        if (found == null) {
            found = reading.mention(Name.Kind.UNKNOWN).map(mention -> reading.tokens().get(mention.from()).text()).orElse(null);
        }
        return Optional.ofNullable(found);
    }

    private static Optional<String> first(Pattern pattern, String source)
    {
        Matcher matcher = pattern.matcher(source);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
