package org.luminousnix.daemon.memory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements with their values. Times are milliseconds since 1970.
final class Query
{
    private Query()
    {}

    static void run(Connection connection, String sql) throws SQLException
    {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException
    {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    static <T> List<T> list(Connection connection, Row<T> row, String sql, Object... values) throws SQLException
    {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet results = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (results.next()) {
                    rows.add(row.read(results));
                }
                return rows;
            }
        }
    }

    static <T> Optional<T> first(Connection connection, Row<T> row, String sql, Object... values) throws SQLException
    {
        return list(connection, row, sql, values).stream().findFirst();
    }

    static Instant instant(ResultSet results, String column) throws SQLException
    {
        return Instant.ofEpochMilli(results.getLong(column));
    }

    static Optional<String> text(ResultSet results, String column) throws SQLException
    {
        return Optional.ofNullable(results.getString(column));
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException
    {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant instant ? (Object) instant.toEpochMilli() : values[i]);
        }
    }

    /// Reads one row.
    @FunctionalInterface
    interface Row<T>
    {
        T read(ResultSet results) throws SQLException;
    }
}
