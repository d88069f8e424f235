package dev.synchronizer.cli;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The few connections of a command; the first is opened when it is asked for, and fails at once if it fails. */
final class Pool extends HikariDataSource {
    private static final int MOST_CONNECTIONS = 2;
    private static final int MILLISECONDS_TO_CONNECT = 15_000;

    private final @Nullable DataSource recovery;

    Pool(String url, DataSource driver) {
        this(url, driver, null);
    }

    /** @param recovery opens the same database so that it can complete what was broken off; null if it does so by itself */
    Pool(String url, DataSource driver, @Nullable DataSource recovery) {
        this.recovery = recovery;
        setDataSource(driver);
        // The driver has it already; the pool is asked for it when there is something to say of the database.
        setJdbcUrl(Secrets.mask(url));
        setMaximumPoolSize(MOST_CONNECTIONS);
        setMinimumIdle(0);
        setInitializationFailTimeout(1);
        setConnectionTimeout(MILLISECONDS_TO_CONNECT);
        setPoolName("synchronizer");
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return connected();
        } catch (SQLException e) {
            if (recovery == null || !H2File.hasToBeRecovered(e)) {
                throw e;
            }
            recovery.getConnection().close();
            return connected();
        }
    }

    /** What the driver throws is thrown, and not what the pool makes of it. */
    private Connection connected() throws SQLException {
        try {
            return super.getConnection();
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getMessage(), "08001", e);
        } catch (SQLTransientConnectionException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e;
        }
    }
}
