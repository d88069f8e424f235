package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.title;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL does not look for items by a plan of when there were none, which reads all that an import has written so far. */
class LargeImportTest {
    /** More batches than the driver and the server need to keep a plan. */
    private static final int LINES = 12 * 500;

    /** What a list of ids is longer than. */
    private static final int LONG = 1_000;

    @TempDir
    Path folder;

    @Test
    void noPlanIsKeptThatLooksForManyItems() throws SQLException {
        String lines = IntStream.rangeClosed(1, LINES)
                .mapToObj(number -> page(number, title("T")))
                .collect(Collectors.joining("\n"));
        try (HikariDataSource pool = pool(Product.POSTGRESQL.freshDatabase());
                Synchronizer synchronizer = Synchronizer.builder()
                        .dataSource(pool)
                        .models(ImportLines.models(folder))
                        .pollInterval(Duration.ZERO)
                        .build()) {
            synchronizer.synchronize();
            synchronizer
                    .transfer()
                    .importFrom("Ada", new ByteArrayInputStream(lines.getBytes(UTF_8)), ImportOptions.allOrNothing());

            assertThat(longPlans(pool)).isZero();
        }
    }

    /** With one connection, the one of the import is the one that is asked. */
    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private static int longPlans(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement query = connection.createStatement();
                ResultSet row =
                        query.executeQuery("select count(*) from pg_prepared_statements where length(statement) > "
                                + LONG + " and statement like 'select%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
