package org.luminousnix.nix.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.luminousnix.nix.NixErrorCode.PROCESS_MISSING;
import static org.luminousnix.nix.NixException.nixException;

/// Finds programs in a fixed list of directories.
///
/// @param directories where to look, in this order
public record ProgramLookup(List<Path> directories)
{
    // The wrappers come first, as in NixOS' own PATH: sw/bin/sudo and its like do not work without the set-user-id bit.
    private static final List<Path> NIXOS = List.of(Path.of("/run/wrappers/bin"), Path.of("/run/current-system/sw/bin"));

    public ProgramLookup
    {
        directories = List.copyOf(directories);
    }

    /// Returns the lookup of this machine: on NixOS the system's own programs, elsewhere the directories of `PATH`.
    public static ProgramLookup ofMachine()
    {
        Stream<Path> inherited = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(text -> text.startsWith("/"))
                .map(Path::of);
        return new ProgramLookup(Stream.concat(NIXOS.stream(), inherited).filter(Files::isDirectory).distinct().toList());
    }

    /// Returns the executable file of a program given by name or by absolute path.
    public Optional<Path> find(String program)
    {
        if (program.startsWith("/")) {
            return Optional.of(Path.of(program)).filter(ProgramLookup::isProgram);
        }
        if (program.contains("/")) {
            return Optional.empty();
        }
        return directories.stream().map(directory -> directory.resolve(program)).filter(ProgramLookup::isProgram).findFirst();
    }

    /// Returns the executable file of a program.
    ///
    /// @throws org.luminousnix.nix.NixException PROCESS_MISSING if there is none
    public Path require(String program)
    {
        return find(program).orElseThrow(() -> nixException(PROCESS_MISSING, "there is no program '%s' on this machine", program));
    }

    String asPath()
    {
        return directories.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isProgram(Path file)
    {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
