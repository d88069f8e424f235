package dev.synchronizer.persistence;

import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes a connection for good, but never one that the application would miss. */
final class OwnConnection {
    /** Two are left: an application may need a second one while it holds the first. */
    private static final int LEAST_IN_POOL = 3;

    private OwnConnection() {}

    /** A listening connection, or null where none can be had from this data source. */
    static @Nullable PostgresListener open(DataSource dataSource) throws SQLException {
        OptionalInt size = poolSize(dataSource);
        boolean enough = size.isEmpty() || size.getAsInt() >= LEAST_IN_POOL || size.getAsInt() < 0;
        int first = enough && size.isEmpty() ? firstProcess(dataSource) : 0;
        return enough ? open(dataSource, first) : null;
    }

    /** What says nothing of its size is taken for a pool, perhaps of one, unless a second connection is another one. */
    private static int firstProcess(DataSource dataSource) throws SQLException {
        try (OpenDatabase database = OpenDatabase.open(dataSource)) {
            return process(database);
        }
    }

    private static int process(OpenDatabase database) throws SQLException {
        try {
            return database.product() == Database.POSTGRESQL ? PostgresListener.process(database) : 0;
        } catch (LinkageError e) {
            // PostgreSQL's own driver is not there.
            return 0;
        }
    }

    private static @Nullable PostgresListener open(DataSource dataSource, int otherThan) throws SQLException {
        OpenDatabase database = OpenDatabase.open(dataSource);
        PostgresListener listener = null;
        try {
            int process = process(database);
            listener = process == 0 || process == otherThan ? null : PostgresListener.listen(database);
            return listener;
        } finally {
            if (listener == null) {
                database.close();
            }
        }
    }

    private static OptionalInt poolSize(DataSource dataSource) {
        return Stream.of("getMaximumPoolSize", "getMaxTotal", "getMaxActive", "getMaxPoolSize")
                .map(getter -> ask(dataSource, getter))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt ask(DataSource dataSource, String getter) {
        try {
            Object size = dataSource.getClass().getMethod(getter).invoke(dataSource);
            return size instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (ReflectiveOperationException e) {
            return OptionalInt.empty();
        }
    }
}
