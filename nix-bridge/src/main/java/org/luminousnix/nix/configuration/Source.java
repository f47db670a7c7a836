package org.luminousnix.nix.configuration;

import java.nio.file.Path;
import java.util.List;

import org.luminousnix.nix.syntax.Position;
import org.luminousnix.nix.syntax.SyntaxTree;

import static java.util.Objects.requireNonNull;

/// One file of a configuration: its text as a tree, and what it says as a module.
///
/// @param mount the option below which the file's options lie; empty for a module of the system
record Source(Path path, SyntaxTree tree, List<String> mount, Module module)
{
    Source
    {
        requireNonNull(path, "path is null");
        requireNonNull(tree, "tree is null");
        mount = List.copyOf(mount);
        requireNonNull(module, "module is null");
    }

    static Source of(Path path, String text, List<String> mount)
    {
        SyntaxTree tree = SyntaxTree.parse(text);
        boolean flake = path.endsWith("flake.nix");
        return new Source(path, tree, mount, new ModuleReader(tree, mount).read(flake));
    }

    boolean isFlake()
    {
        return path.endsWith("flake.nix");
    }

    String text()
    {
        return tree.text();
    }

    /// Returns a place of the file as an editor can follow it: `configuration.nix:12:3`.
    String at(int offset)
    {
        Position position = tree.position(offset);
        return path + ":" + position.line() + ":" + position.column();
    }

    Source withText(String text)
    {
        return of(path, text, mount);
    }
}
