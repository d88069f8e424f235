package dev.synchronizer.persistence;

import java.sql.SQLException;

/** Something to do with an open database. */
@FunctionalInterface
interface SqlWork<T> {
    T with(OpenDatabase database) throws SQLException;
}
