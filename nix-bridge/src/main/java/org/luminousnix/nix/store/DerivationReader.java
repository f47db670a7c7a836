package org.luminousnix.nix.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.UNEXPECTED_OUTPUT;
import static org.luminousnix.nix.NixException.nixException;

/// Reads the ATerm of a `.drv` file (Nix manual, "Derivation ATerm Format").
final class DerivationReader
{
    private final StoreDirectory directory;
    private final String text;
    private int position;

    DerivationReader(StoreDirectory directory, String text)
    {
        this.directory = requireNonNull(directory, "directory is null");
        this.text = requireNonNull(text, "text is null");
    }

    Derivation read()
    {
        expect("Derive(");
        Map<String, Derivation.Output> outputs = outputs();
        expect(",");
        Map<StorePath, Set<String>> inputDerivations = inputDerivations();
        expect(",");
        List<StorePath> inputSources = list(this::path);
        expect(",");
        String system = string();
        expect(",");
        String builder = string();
        expect(",");
        List<String> arguments = list(this::string);
        expect(",");
        Map<String, String> environment = environment();
        expect(")");
        if (position < text.length()) {
            throw nixException(UNEXPECTED_OUTPUT, "not a derivation: more follows after its end at character %d", position);
        }
        return new Derivation(outputs, inputDerivations, Set.copyOf(inputSources), system, builder, arguments, environment);
    }

    private Map<String, Derivation.Output> outputs()
    {
        var outputs = new LinkedHashMap<String, Derivation.Output>();
        list(() -> {
            String name = opening();
            String path = following();
            String hashAlgorithm = following();
            var output = new Derivation.Output(path, hashAlgorithm, following());
            expect(")");
            return outputs.put(name, output);
        });
        return outputs;
    }

    private Map<StorePath, Set<String>> inputDerivations()
    {
        var inputs = new LinkedHashMap<StorePath, Set<String>>();
        list(() -> {
            expect("(");
            StorePath derivation = path();
            expect(",");
            Set<String> names = Set.copyOf(list(this::string));
            expect(")");
            return inputs.put(derivation, names);
        });
        return inputs;
    }

    private Map<String, String> environment()
    {
        var environment = new LinkedHashMap<String, String>();
        list(() -> {
            String name = opening();
            String value = following();
            expect(")");
            return environment.put(name, value);
        });
        return environment;
    }

    private String opening()
    {
        expect("(");
        return string();
    }

    private String following()
    {
        expect(",");
        return string();
    }

    private StorePath path()
    {
        return directory.parse(string());
    }

    private <T> List<T> list(Item<T> item)
    {
        var items = new ArrayList<T>();
        expect("[");
        while (!text.startsWith("]", position)) {
            if (!items.isEmpty()) {
                expect(",");
            }
            items.add(item.read());
        }
        expect("]");
        return items;
    }

    private String string()
    {
        expect("\"");
        int end = text.indexOf('"', position);
        int escape = text.indexOf('\\', position);
        if (end >= 0 && (escape < 0 || escape > end)) {
            String plain = text.substring(position, end);
            position = end + 1;
            return plain;
        }
        return escaped();
    }

    private String escaped()
    {
        var value = new StringBuilder();
        char character = next();
        while (character != '"') {
            value.append(character == '\\' ? unescaped(next()) : character);
            character = next();
        }
        return value.toString();
    }

    private static char unescaped(char character)
    {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> character;
        };
    }

    private char next()
    {
        if (position >= text.length()) {
            throw nixException(UNEXPECTED_OUTPUT, "a derivation ends within a text");
        }
        return text.charAt(position++);
    }

    private void expect(String wanted)
    {
        if (!text.startsWith(wanted, position)) {
            String found = text.substring(position, Math.min(text.length(), position + wanted.length()));
            throw nixException(UNEXPECTED_OUTPUT, "not a derivation: expected '%s' at character %d, found '%s'", wanted, position, found);
        }
        position += wanted.length();
    }

    /// Reads one item of a list.
    @FunctionalInterface
    private interface Item<T>
    {
        T read();
    }
}
