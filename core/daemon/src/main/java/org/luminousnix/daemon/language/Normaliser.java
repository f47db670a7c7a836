package org.luminousnix.daemon.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Frees a text from what people do not see: control, bidirectional and zero-width characters, lone surrogates, compatibility forms.
final class Normaliser
{
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF]");
    private static final Pattern BIDIRECTIONAL = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]");
    private static final Pattern TERMINAL_SEQUENCE = Pattern
            .compile("\\x1B(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)?)");
    private static final Pattern QUOTATION = Pattern.compile("[\\u2018\\u2019\\u201A\\u201B\\u2032\\u00B4]");
    private static final Pattern DOUBLE_QUOTATION = Pattern.compile("[\\u201C-\\u201F\\u2033\\u00AB\\u00BB]");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.+-]+");

    private Normaliser()
    {}

    static CleanText clean(String raw)
    {
        List<String> warnings = new ArrayList<>();
        String text = withoutLoneSurrogates(raw, warnings);
        text = without(TERMINAL_SEQUENCE, text, "terminal control sequences were removed", warnings);
        text = without(BIDIRECTIONAL, text, "marks that reverse the writing direction were removed", warnings);
        text = without(HIDDEN, text, "invisible characters were removed", warnings);
        text = without(CONTROL, text, "control characters were removed", warnings);
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        text = QUOTATION.matcher(text).replaceAll("'");
        text = DOUBLE_QUOTATION.matcher(text).replaceAll("\"");
        text = DASH.matcher(text).replaceAll("-").replace("\u2026", "...");
        return new CleanText(text.strip(), warnings, mixedScripts(text));
    }

    private static String without(Pattern unwanted, String text, String warning, List<String> warnings)
    {
        Matcher matcher = unwanted.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        warnings.add(warning);
        return matcher.replaceAll("");
    }

    private static String withoutLoneSurrogates(String text, List<String> warnings)
    {
        if (text.codePoints().noneMatch(Normaliser::isBroken)) {
            return text;
        }
        warnings.add("broken characters were removed");
        return text.codePoints().filter(codePoint -> !isBroken(codePoint))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isBroken(int codePoint)
    {
        return codePoint == 0xFFFD || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private static List<String> mixedScripts(String text)
    {
        if (text.chars().allMatch(character -> character < 0x250)) {
            return List.of();
        }
        return WORD.matcher(text).results().map(result -> result.group()).filter(Normaliser::mixesScripts).distinct().limit(5).toList();
    }

    private static boolean mixesScripts(String word)
    {
        return word.codePoints().filter(Character::isLetter).mapToObj(Character.UnicodeScript::of)
                .filter(script -> script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.CYRILLIC
                        || script == Character.UnicodeScript.GREEK || script == Character.UnicodeScript.ARMENIAN)
                .distinct().count() > 1 || looksWhollyImitated(word);
    }

    private static boolean imitatesLatin(int codePoint)
    {
        return "аеорсухіјѕԁһвкмнт".indexOf(codePoint) >= 0;
    }

    private static boolean looksWhollyImitated(String word)
    {
        return word.codePoints().filter(Character::isLetter).allMatch(Normaliser::imitatesLatin)
                && word.codePoints().anyMatch(Character::isLetter);
    }
}
