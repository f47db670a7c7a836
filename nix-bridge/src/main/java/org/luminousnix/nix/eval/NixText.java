package org.luminousnix.nix.eval;

import java.util.List;
import java.util.stream.Collectors;

/// Writes values as Nix text, so that whatever they hold is read back as the value and never as code.
final class NixText
{
    private NixText()
    {}

    /// Returns a Nix string literal.
    static String quoted(String text)
    {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$").replace("\n", "\\n").replace("\r", "\\r")
                .replace("\t", "\\t") + "\"";
    }

    /// Returns an attribute path with every name quoted.
    static String attributePath(List<String> names)
    {
        return names.stream().map(NixText::quoted).collect(Collectors.joining("."));
    }
}
