package org.luminousnix.daemon.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is never to be read out of a sentence: destruction, orders to forget who gives orders, and installation where removal was said.
final class Guard
{
    private static final List<Pattern> DESTRUCTIVE = List.of(
            pattern("\\b(?:wipe|erase|destroy|format|nuke|overwrite|zero|shred|trash) (?:out |clean |up )?(?:the |my |this |that |all |all the |entire |whole |your )*(?:disks?|hard drives?|hard disks?|drive|ssd|computer|machine|system|laptop|pc|partitions?|partition table|file ?system|root|everything|data|home|files|nvme|usb stick)\\b(?! (?:about|of|on) (?:me|us)\\b| (?:that )?you\\b)"),
            pattern("\\b(?:format|wipe|erase|overwrite|shred|partition) (?:the )?(?:/dev/|disk |partition )\\S*"),
            pattern("\\b(?:delete|remove|erase|destroy|wipe|shred|uninstall|purge|nuke|rm) (?:all |all of |every |the |my |whole |entire |absolutely )*(?:(?:my |the )?(?:personal )?(?:files?|documents|photos|pictures|home directory|home folder|home|root directory|root user|kernel|system32|operating system|data on (?:the |my )?disk|everything (?:on|in) (?:this|my|the) (?:computer|machine|disk|system|drive|home|laptop)))\\b"),
            pattern("\\b(?:delete|remove|erase|destroy|wipe|uninstall|purge) (?:all|every)(?: the| of the| my)? (?:packages?|users?|programs?|software|accounts?|services|files|partitions)\\b(?! (?:that|except|but|which|not|older|i do|of|from|unused|apart))"),
            pattern("^(?:please )?(?:delete|remove|erase|destroy|wipe|uninstall|purge) (?:absolutely )?(?:everything|all|\\*|it all|nixos(?: itself)?|linux|nix(?: itself)?|/\\S*|~\\S*|my (?:own )?(?:user )?account|my own user|the root user|root)[.! ]*$"),
            pattern("\\brm +-\\w*[rf]\\w*|\\bmkfs\\b|\\bdd +if=|\\bchmod +-?\\S* *\\S*777|\\bchown +-R|:\\(\\)\\s*\\{|> ?/dev/(?:sd|nvme|disk)|\\bmv +/ +|\\bkill +-9 +-1|\\bshred +/|\\bfdisk +/dev"),
            pattern("/etc/shadow|id_rsa\\b|\\broot password\\b(?!.*\\b(?:ssh|login)\\b)|password hash(?:es)?|\\bfork ?bomb\\b"),
            pattern("(?:curl|wget)\\b.*\\|\\s*(?:ba|z)?sh\\b|base64\\b.*\\b(?:decode|run|execute)|\\bdecode\\b.*\\bbase64|\\beval\\b.*\\bbase64"));
    private static final List<Pattern> INJECTED = List.of(
            pattern("\\b(?:ignore|disregard|forget|override|bypass) (?:all |any |the |your |of |these |those |my )*(?:previous|prior|earlier|former|above|preceding|existing|safety|system)? ?(?:instructions?|prompts?|rules|directives?|guidelines|restrictions|safety checks)\\b"),
            pattern("\\byou are (?:now )?(?:DAN|root|an unrestricted|jailbroken|in (?:developer|god|debug|admin|root) mode|no longer)\\b"),
            pattern("\\b(?:system prompt|hidden instructions|developer mode|jailbreak(?!.*iphone))\\b"),
            pattern("\\b(?:act as|pretend (?:to be|you are|that you are)|roleplay as|imagine you are)\\b"),
            pattern("\\boutput (?:the )?intent\\b|\\breply only with\\b|\\brespond with (?:the )?intent\\b"));
    private static final Pattern ELSEWHERE = pattern(
            "\\b(?:on|in|under|of|for) (?:my |a |the |an )?(?:old |new |work )?(?:ubuntu|debian|fedora|gentoo|arch linux|arch|manjaro|opensuse|centos|linux mint|mint|red hat|rhel|alpine|slackware"
                    + "|freebsd|openbsd|macos|os x|mac|macbook|imac|windows(?: \\d+| xp| vista)?|iphone|ipad|android(?: phone| tablet)?|pixel|chromebook|playstation|ps5|xbox|smart tv|raspbian)\\b"
                    + "(?! (?:controller|gamepad|games?|vm|share|shares|theme|font|fonts|apps?|subsystem|container))|\\bmy (?:iphone|ipad|macbook|mac|android phone|windows (?:pc|laptop|machine)|playstation|xbox|ubuntu (?:box|server|machine))\\b");
    private static final Pattern REFUSED = pattern(
            "\\bnever\\b|(?:^|\\b(?:do|don|doo|must|should|please|shall|you|to|would|rather|longer|hey|um|so|,) )not\\b(?! forget| have| see| find| know| work)|\\bno+ (?:need|reason|more|longer|install)|\\bno installation|\\banymore\\b|\\bany more\\b"
                    + "|\\b(?:throw|take|toss|kick|chuck)\\b.*\\b(?:away|out|off|bin)\\b|\\bgo away\\b|\\bdisappear\\b|\\bout of (?:here|my|systempackages|the)\\b");
    private static final Pattern TURNED = pattern(
            "\\b(?:but|instead|rather|only|just)\\b|\\bnot \\S+ ?, |, ?(?:install|add|get|please|give)\\b|\\bwithout\\b|\\b(?:can|could) not\\b");
    private static final Pattern SHELL = pattern("\\$\\(|`[^`]*`|\\$\\{|\\|\\s*(?:tee|sh|bash)\\b|[<>]\\s*/dev/");

    private static final Set<String> REMOVAL = Set.of("remove", "uninstall", "delete", "deinstall", "purge", "erase", "ditch", "drop",
            "unistall", "unisntall", "uninstal", "unstall", "removal",
            "uninstalling", "removing", "deleting", "rid", "kick", "nuke", "axe", "evict", "banish", "retire", "eliminate", "discard",
            "uninstalled", "deleted", "removed", "uninstallation",
            "remov", "unninstall", "uninstaling", "desinstall", "toss", "scrap", "gone", "trash", "dump", "exterminate", "de-install",
            "un-install", "get-rid");

    private Guard()
    {}

    /// Returns why a text is not for the assistant to fulfil, if it is not.
    static Optional<String> refusal(String text)
    {
        for (Pattern pattern : DESTRUCTIVE) {
            if (pattern.matcher(text).find()) {
                return Optional.of("destroys data or reads secrets");
            }
        }
        for (Pattern pattern : INJECTED) {
            if (pattern.matcher(text).find()) {
                return Optional.of("gives orders about orders");
            }
        }
        return Optional.empty();
    }

    /// Returns whether a text speaks of a machine of another kind.
    static boolean isElsewhere(String text)
    {
        return ELSEWHERE.matcher(text).find();
    }

    /// Returns whether a text holds what only a shell would understand.
    static boolean isShell(String text)
    {
        return SHELL.matcher(text).find();
    }

    /// Returns whether an installation must not be read out of a clause: removal or refusal is said and no installation.
    static boolean barsInstallation(Reading reading)
    {
        boolean removal = reading.hasAny(REMOVAL) || reading.tokens().stream().anyMatch(token -> REMOVAL.contains(Stem.of(token.word())));
        return (removal && !installsLater(reading)) || refuses(reading);
    }

    private static boolean installsLater(Reading reading)
    {
        return reading.words().matches(".*\\b(?:and|then|but|,) .*\\b(?:install|add|get|reinstall|put|want|give|have|use)\\b.*")
                || reading.words().matches(".*\\b(?:re-?install|re-add)\\b.*");
    }

    private static boolean refuses(Reading reading)
    {
        String words = reading.words();
        return REFUSED.matcher(words).find() && !TURNED.matcher(words).find();
    }

    private static Pattern pattern(String regex)
    {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
