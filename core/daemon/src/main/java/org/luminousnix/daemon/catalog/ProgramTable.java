package org.luminousnix.daemon.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.luminousnix.daemon.catalog.CatalogException.Code.MALFORMED_SOURCE;
import static org.luminousnix.daemon.catalog.CatalogException.Code.UNREADABLE_SOURCE;
import static org.luminousnix.daemon.catalog.CatalogException.catalogException;

/// Which commands a package ships, as a channel's `programs.sqlite` says: `Programs(name, system, package)`.
final class ProgramTable
{
    // The table may be older than the packages; these sets were renamed or moved since.
    private static final List<Map.Entry<String, String>> MOVED = List.of(
            Map.entry("gnome3.", "gnome."), Map.entry("gnome3.", ""), Map.entry("gnome.", ""), Map.entry("kdeApplications.", "libsForQt5."),
            Map.entry("kdeApplications.", "kdePackages."), Map.entry("plasma5.", "kdePackages."), Map.entry("qt5.", "libsForQt5.qt5."));

    private final Map<String, List<String>> programs;

    private ProgramTable(Map<String, List<String>> programs)
    {
        this.programs = programs;
    }

    static ProgramTable empty()
    {
        return new ProgramTable(Map.of());
    }

    static ProgramTable read(Path file)
    {
        if (!Files.isReadable(file)) {
            throw catalogException(UNREADABLE_SOURCE, "cannot read " + file);
        }
        Map<String, List<String>> programs = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct package, name from Programs order by package, name")) {
            while (rows.next()) {
                add(programs, rows.getString(1), rows.getString(2));
            }
        }
        catch (SQLException e) {
            throw catalogException(MALFORMED_SOURCE, e, file + " is not a programs database: " + e.getMessage());
        }
        return new ProgramTable(programs);
    }

    private static void add(Map<String, List<String>> programs, String owner, String program)
    {
        programs.computeIfAbsent(owner, name -> new ArrayList<>(2)).add(program);
        for (Map.Entry<String, String> move : MOVED) {
            if (owner.startsWith(move.getKey())) {
                programs.computeIfAbsent(move.getValue() + owner.substring(move.getKey().length()), name -> new ArrayList<>(2))
                        .add(program);
            }
        }
    }

    /// Returns the commands of the package at this attribute; empty where the table does not know it.
    List<String> of(String attribute)
    {
        return programs.getOrDefault(attribute, List.of());
    }

    /// Returns how many rows there are, moved ones included.
    int size()
    {
        return programs.values().stream().mapToInt(List::size).sum();
    }
}
