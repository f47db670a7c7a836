package org.luminousnix.nix.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

/// Lays the files of a lab out below its directory. Each step is done only if it is not done yet, each file appears whole, and the
/// mark of a step is set after it: what was cut short is done again by the next call.
///
/// @param root the directory of the lab, without links in its path
/// @param files what it is made of
record LabSetup(Path root, LabFiles files)
{
    private static final List<String> DIRECTORIES = List.of("store", "var/nix", "var/log/nix", "etc/nix", "etc/nixos", "run", "boot",
            "home",
            "nixpkgs", "var/nix/gcroots", ".lab");

    void run(LabStyle style) throws IOException
    {
        for (String directory : DIRECTORIES) {
            Files.createDirectories(root.resolve(directory));
        }
        refreshPackages();
        keepFromCollection("current-system");
        keepFromCollection("booted-system");
        writeRegistry();
        writeConfiguration(style);
    }

    private void refreshPackages() throws IOException
    {
        Path mark = root.resolve(".lab/nixpkgs");
        if (Files.exists(mark) && Files.readString(mark).equals(files.stamp())) {
            return;
        }
        Files.deleteIfExists(mark);
        Set<Path> wanted = files.texts().keySet().stream().filter(path -> path.startsWith("nixpkgs/")).map(root::resolve)
                .collect(Collectors.toUnmodifiableSet());
        for (Path file : wanted) {
            write(file, files.text(root.relativize(file).toString()));
        }
        deleteOthers(wanted);
        write(mark, files.stamp());
    }

    private void deleteOthers(Set<Path> wanted) throws IOException
    {
        Path packages = root.resolve("nixpkgs");
        try (Stream<Path> found = Files.walk(packages)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).filter(path -> !path.equals(packages)).toList()) {
                if (!wanted.contains(path) && wanted.stream().noneMatch(kept -> kept.startsWith(path))) {
                    Files.delete(path);
                }
            }
        }
    }

    /// Makes the system behind a link of `run` a root for the garbage collector, as NixOS does.
    private void keepFromCollection(String name) throws IOException
    {
        Path link = root.resolve("var/nix/gcroots").resolve(name);
        if (!Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, root.resolve("run").resolve(name));
        }
    }

    private void writeRegistry() throws IOException
    {
        Path registry = root.resolve("etc/nix/registry.json");
        if (!Files.exists(registry)) {
            write(registry, """
                            {"version":2,"flakes":[{"from":{"type":"indirect","id":"nixpkgs"},"to":{"type":"path","path":"%s"}}]}
                            """.formatted(root.resolve("nixpkgs")));
        }
    }

    /// Writes the first configuration. What the person has, or has deleted, is never touched again.
    private void writeConfiguration(LabStyle style) throws IOException
    {
        Path mark = root.resolve(".lab/nixos");
        if (Files.exists(mark)) {
            return;
        }
        writeIfAbsent("hardware-configuration.nix");
        if (style == LabStyle.FLAKE) {
            writeIfAbsent("flake.nix");
        }
        writeIfAbsent("configuration.nix");
        write(mark, style + "\n");
    }

    private void writeIfAbsent(String name) throws IOException
    {
        Path file = root.resolve("etc/nixos").resolve(name);
        if (!Files.exists(file)) {
            write(file, files.text("nixos/" + name).replace("@system@", system()).replace("@nixpkgs@", root.resolve("nixpkgs").toString()));
        }
    }

    private static void write(Path file, String text) throws IOException
    {
        Files.createDirectories(file.getParent());
        Path whole = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(whole, text);
        Files.move(whole, file, ATOMIC_MOVE);
    }

    private static String system()
    {
        String architecture = System.getProperty("os.arch");
        return switch (architecture) {
            case "amd64" -> "x86_64-linux";
            default -> architecture + "-linux";
        };
    }
}
