package org.luminousnix.nix.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixException.nixException;

/// A value that can be written into a configuration. It is always encoded: no text from outside becomes code.
public sealed interface NixValue
{
    /// `true` or `false`.
    record Bool(boolean value) implements NixValue
    {}

    /// A whole number.
    record Int(long value) implements NixValue
    {}

    /// A number with a point.
    record Decimal(double value) implements NixValue
    {
        public Decimal
        {
            if (!Double.isFinite(value)) {
                throw nixException(INVALID_ARGUMENT, "Nix has no number %s", value);
            }
        }
    }

    /// A text, whatever is in it.
    record Text(String value) implements NixValue
    {
        public Text
        {
            requireNonNull(value, "value is null");
            if (value.indexOf('\0') >= 0) {
                throw nixException(INVALID_ARGUMENT, "a text of Nix cannot hold the character NUL");
            }
        }
    }

    /// A path literal: `./hardware.nix`, `/etc/nixos/x.nix`; each part of `A-Z a-z 0-9 . _ - +`.
    record Path(String value) implements NixValue
    {
        public Path
        {
            requireNonNull(value, "value is null");
            if (!value.matches("(\\.{0,2}|~)(/[A-Za-z0-9._+-]+)+")) {
                throw nixException(INVALID_ARGUMENT, "not a path that Nix writes without quotes: %s", value);
            }
        }
    }

    /// A list.
    record Items(List<NixValue> values) implements NixValue
    {
        public Items
        {
            values = List.copyOf(values);
        }
    }

    /// A set, in the order given.
    record Attributes(Map<String, NixValue> values) implements NixValue
    {
        public Attributes
        {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /// Nothing.
    record Null() implements NixValue
    {}

    /// What an attribute path stands for where it is written: `pkgs.zsh`, `config.networking.hostName`.
    record Reference(OptionPath path) implements NixValue
    {
        public Reference
        {
            requireNonNull(path, "path is null");
            if (!NixPrinter.isIdentifier(path.names().getFirst())) {
                throw nixException(INVALID_ARGUMENT, "not the name of a variable: %s", path.names().getFirst());
            }
        }
    }

    static NixValue of(boolean value)
    {
        return new Bool(value);
    }

    static NixValue of(long value)
    {
        return new Int(value);
    }

    static NixValue of(String value)
    {
        return new Text(value);
    }

    static NixValue of(List<NixValue> values)
    {
        return new Items(values);
    }

    static NixValue of(Map<String, NixValue> values)
    {
        return new Attributes(values);
    }

    /// Returns the value that an attribute path stands for, as in `pkgs.zsh`.
    static NixValue reference(String path)
    {
        return new Reference(OptionPath.parse(path));
    }
}
