package org.luminousnix.nix.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/// How some outputs are built, as a `.drv` file says it. Maps keep the order of the file.
///
/// @param outputs what is built, by name
/// @param inputDerivations the derivations whose outputs the build reads, with their names
/// @param inputSources the other objects that the build reads
/// @param system the kind of machine, `x86_64-linux`
/// @param builder the program that builds
/// @param arguments its arguments
/// @param environment its environment
public record Derivation(Map<String, Output> outputs, Map<StorePath, Set<String>> inputDerivations, Set<StorePath> inputSources,
        String system, String builder, List<String> arguments, Map<String, String> environment)
{
    public Derivation
    {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        inputDerivations = Collections.unmodifiableMap(new LinkedHashMap<>(inputDerivations));
        inputSources = Set.copyOf(inputSources);
        requireNonNull(system, "system is null");
        requireNonNull(builder, "builder is null");
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /// Reads the text of a `.drv` file.
    ///
    /// @throws org.luminousnix.nix.NixException UNEXPECTED_OUTPUT if it is none, with the place where it stops being one
    public static Derivation parse(StoreDirectory directory, String text)
    {
        return new DerivationReader(directory, text).read();
    }

    /// Returns the environment variable `name`, by which Nix names the outputs.
    public Optional<String> name()
    {
        return Optional.ofNullable(environment.get("name"));
    }

    /// One thing that is built.
    ///
    /// @param path where it will be, as a full path; empty if that is only known afterwards
    /// @param hashAlgorithm how a fixed output is hashed, `sha256` or `r:sha256`; empty if it is not fixed
    /// @param hash the hash of a fixed output in base 16; empty if it is not fixed
    public record Output(String path, String hashAlgorithm, String hash)
    {
        public Output
        {
            requireNonNull(path, "path is null");
            requireNonNull(hashAlgorithm, "hashAlgorithm is null");
            requireNonNull(hash, "hash is null");
        }

        /// Returns whether the content is known beforehand, so that the build may use the network.
        public boolean isFixed()
        {
            return !hash.isEmpty();
        }
    }
}
