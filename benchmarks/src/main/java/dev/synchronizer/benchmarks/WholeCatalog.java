package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.StoredSite;
import dev.synchronizer.catalog.Catalog;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.postgresql.ds.PGSimpleDataSource;

/** Point 8: all types cached at once, from PostgreSQL, in a warm process. */
public final class WholeCatalog {
    private static final int ROUNDS = 9;

    private WholeCatalog() {}

    public static void main(String[] arguments) throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            measure(server, "warm_up", 1_000, 100);
            System.out.println(Machine.describe());
            System.out.println("| types | overrides | ms | µs a type |");
            System.out.println("|---|---|---|---|");
            for (int types : new int[] {1_000, 10_000}) {
                for (int overrides : new int[] {100, 1_000}) {
                    double millis = measure(server, "site_" + types + "_" + overrides, types, overrides);
                    System.out.printf("| %,d | %,d | %.0f | %.1f |%n", types, overrides, millis, millis * 1000 / types);
                }
            }
        }
    }

    private static double measure(PostgresServer server, String database, int types, int overrides)
            throws IOException, SQLException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.create(database));
        StoredSite.commit(dataSource, types, overrides);
        double[] millis = new double[ROUNDS];
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(dataSource)
                .pollInterval(Duration.ZERO)
                .build()) {
            Catalog catalog = synchronizer.catalog();
            for (int i = 0; i < ROUNDS; i++) {
                catalog.forget();
                long start = System.nanoTime();
                int found = catalog.types().size();
                millis[i] = (System.nanoTime() - start) / 1e6;
                if (found != types) {
                    throw new IllegalStateException("only " + found + " types were found");
                }
            }
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
