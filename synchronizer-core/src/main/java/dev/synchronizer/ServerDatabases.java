package dev.synchronizer;

import dev.synchronizer.persistence.DriverConnections;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens the databases of other servers. */
@FunctionalInterface
public interface ServerDatabases {
    /**
     * What gives connections to a database; it connects to nothing yet. If it can be closed, it is along with the
     * synchronizer.
     *
     * @param url its JDBC URL
     * @param user the database's user, or null
     * @param password the user's password, or null
     * @throws dev.synchronizer.problem.ProblemsException if it is not known how to
     */
    DataSource open(String url, @Nullable String user, @Nullable String password);

    /**
     * Each connection is opened by the driver that takes its URL when it is asked for, and closed when it is given back. No
     * database of H2 is made that is not there.
     */
    static ServerDatabases byDriver() {
        return DriverConnections::of;
    }
}
