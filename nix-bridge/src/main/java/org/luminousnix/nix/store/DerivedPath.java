package org.luminousnix.nix.store;

import java.util.Set;
import java.util.TreeSet;

import static java.util.Objects.requireNonNull;
import static org.luminousnix.nix.NixErrorCode.INVALID_ARGUMENT;
import static org.luminousnix.nix.NixErrorCode.INVALID_STORE_PATH;
import static org.luminousnix.nix.NixException.nixException;

/// What can be asked to be there: an object itself, or outputs of a derivation.
public sealed interface DerivedPath
{
    /// Returns the object named: the one itself, or the derivation.
    StorePath path();

    /// Returns the text of the worker protocol from 1.30 on: `path`, `path.drv!out,dev` or `path.drv!*`.
    String wireText(StoreDirectory directory);

    /// Reads the text of the worker protocol from 1.30 on.
    ///
    /// @throws org.luminousnix.nix.NixException INVALID_STORE_PATH if it is none
    static DerivedPath parse(StoreDirectory directory, String text)
    {
        int mark = text.lastIndexOf('!');
        if (mark < 0) {
            return new Opaque(directory.parse(text));
        }
        StorePath derivation = directory.parse(text.substring(0, mark));
        String outputs = text.substring(mark + 1);
        return outputs.equals("*") ? new AllOutputs(derivation) : new Outputs(derivation, Set.of(outputs.split(",")));
    }

    /// An object that is to be there, fetched if need be.
    record Opaque(StorePath path) implements DerivedPath
    {
        public Opaque
        {
            requireNonNull(path, "path is null");
        }

        @Override
        public String wireText(StoreDirectory directory)
        {
            return directory.fullPath(path);
        }
    }

    /// Some outputs of a derivation.
    ///
    /// @param names at least one, each made of the characters that a store path name may have
    record Outputs(StorePath path, Set<String> names) implements DerivedPath
    {
        public Outputs
        {
            requireDerivation(path);
            names = Set.copyOf(names);
            if (names.isEmpty()) {
                throw nixException(INVALID_ARGUMENT, "no output of %s is named", path);
            }
            for (String name : names) {
                requireOutputName(name);
            }
        }

        @Override
        public String wireText(StoreDirectory directory)
        {
            return directory.fullPath(path) + "!" + String.join(",", new TreeSet<>(names));
        }
    }

    /// All outputs of a derivation.
    record AllOutputs(StorePath path) implements DerivedPath
    {
        public AllOutputs
        {
            requireDerivation(path);
        }

        @Override
        public String wireText(StoreDirectory directory)
        {
            return directory.fullPath(path) + "!*";
        }
    }

    private static void requireDerivation(StorePath path)
    {
        if (!path.isDerivation()) {
            throw nixException(INVALID_STORE_PATH, "not a derivation: %s", path);
        }
    }

    private static void requireOutputName(String name)
    {
        boolean allowed = !name.isEmpty()
                && name.chars().allMatch(
                        character -> character < 128 && (Character.isLetterOrDigit(character) || "+-._?=".indexOf(character) >= 0));
        if (!allowed) {
            throw nixException(INVALID_ARGUMENT, "not the name of an output: %s", name);
        }
    }
}
