package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.StoredSite;
import dev.synchronizer.catalog.Catalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Point 7: the first read of a type beside the queries that it needs, in turn, on one connection to PostgreSQL. */
public final class FirstLoad {
    private static final int TYPES = 2_000;

    private FirstLoad() {}

    public static void main(String[] arguments) throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            PGSimpleDataSource plain = new PGSimpleDataSource();
            plain.setUrl(server.create("loads"));
            List<String> names = StoredSite.commit(plain, TYPES, TYPES / 10);
            try (Connection connection = plain.getConnection()) {
                measure(KeptConnection.pool(connection), names);
            }
        }
    }

    private static void measure(DataSource dataSource, List<String> names) throws SQLException {
        double[] queries = new double[names.size()];
        double[] loads = new double[names.size()];
        double decoding = 0;
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .pollInterval(Duration.ZERO)
                .build()) {
            Catalog catalog = synchronizer.catalog();
            for (int i = 0; i < names.size(); i++) {
                long start = System.nanoTime();
                int rows = query(dataSource, names.get(i));
                long between = System.nanoTime();
                int properties =
                        catalog.type(names.get(i)).orElseThrow().properties().size();
                long end = System.nanoTime();
                if (rows < properties) {
                    throw new IllegalStateException("the queries found less than the catalog");
                }
                queries[i] = (between - start) / 1e6;
                loads[i] = (end - between) / 1e6;
                decoding = i == 0 ? loads[0] : decoding;
            }
        }
        double base = median(queries);
        System.out.println(Machine.describe());
        System.out.println("| what | ratio | ms |");
        System.out.println("|---|---|---|");
        System.out.printf("| the queries alone | 1.00 | %.3f |%n", base);
        System.out.printf("| the first read of a type | %.2f | %.3f |%n", median(loads) / base, median(loads));
        System.out.printf(
                "| the very first, cold, with the module's snapshot of %d types | | %.0f |%n", TYPES, decoding);
    }

    /** All of one moment, as the catalog reads it: the type, its properties, and what was saved over them. */
    private static int query(DataSource dataSource, String name) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
            }
            long id = 0;
            int rows = 0;
            try (PreparedStatement query = connection.prepareStatement("select * from ct_type where name = ?")) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        id = row.getLong("id");
                    }
                }
            }
            rows += count(connection, "select * from ct_property where type_id = ?", id);
            rows += count(connection, "select * from ct_override where type_id = ?", id);
            connection.commit();
            connection.setAutoCommit(true);
            return rows;
        }
    }

    private static int count(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            List<String> settings = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    settings.add(row.getString(columns));
                }
            }
            return settings.size();
        }
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.copyOfRange(values, values.length / 4, values.length);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
