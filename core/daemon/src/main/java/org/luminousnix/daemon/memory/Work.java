package org.luminousnix.daemon.memory;

import java.sql.Connection;
import java.sql.SQLException;

/// Something to do with a connection.
@FunctionalInterface
interface Work<T>
{
    T with(Connection connection) throws SQLException;
}
