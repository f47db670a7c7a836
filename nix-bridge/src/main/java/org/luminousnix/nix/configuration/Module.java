package org.luminousnix.nix.configuration;

import java.util.List;

/// What one file says: values of options, the sets they are written in, and further files.
record Module(List<Definition> definitions, List<Section> sections, List<Import> imports)
{
    Module
    {
        definitions = List.copyOf(definitions);
        sections = List.copyOf(sections);
        imports = List.copyOf(imports);
    }

    /// Another file that belongs to the configuration.
    ///
    /// @param path the path as it is written
    /// @param mount the option below which its options lie; empty for a module of the system
    record Import(String path, List<String> mount)
    {
        Import
        {
            mount = List.copyOf(mount);
        }
    }
}
