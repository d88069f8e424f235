package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.ItemSite;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PlainItems;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.transfer.ImportOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Point 11: many items of twenty properties imported, beside the same rows in plain JDBC batches. */
public final class ItemImport {
    private ItemImport() {}

    /** The arguments are how many items, and the rounds, of which there is one more that is not counted. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        System.out.println(Machine.describe());
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            race("PostgreSQL", server.create("imports") + "&reWriteBatchedInserts=true", work, count, rounds);
            race("H2", "jdbc:h2:file:" + work.folder("h2").resolve("imports"), work, count, rounds);
        }
    }

    private static void race(String database, String url, WorkFolder work, int count, int rounds) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Synchronizer synchronizer = ItemSite.open(KeptConnection.pool(connection))) {
            PlainItems plain = new PlainItems(connection, "", Connection.TRANSACTION_READ_COMMITTED);
            // As an export has them: items that come in the order of their ids are faster to insert than others.
            List<UUID> ids = Stream.generate(UUID::randomUUID)
                    .limit(count)
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();
            plain.createAll(ids);
            Path file = work.path().resolve("items-" + database + ".jsonl");
            try (OutputStream stream = Files.newOutputStream(file)) {
                synchronizer.transfer().export(ItemQuery.all(), stream);
            }
            double[] alone = new double[rounds];
            double[] library = new double[rounds];
            for (int i = -1; i < rounds; i++) {
                int round = Math.max(0, i);
                empty(connection, database);
                long start = System.nanoTime();
                plain.createAll(ids);
                alone[round] = (System.nanoTime() - start) / 1e6;
                empty(connection, database);
                start = System.nanoTime();
                try (InputStream stream = Files.newInputStream(file)) {
                    synchronizer.transfer().importFrom("ann", stream, ImportOptions.allOrNothing());
                }
                library[round] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(alone);
            Arrays.sort(library);
            double base = alone[rounds / 2];
            System.out.printf("%n%s, %,d items%n%n| what | ratio | ms |%n|---|---|---|%n", database, count);
            System.out.printf("| plain JDBC batches | 1.00 | %.0f |%n", base);
            System.out.printf("| **import** | %.2f | %.0f |%n", library[rounds / 2] / base, library[rounds / 2]);
        }
    }

    /** PostgreSQL would leave behind what was deleted, for the next to wade through. */
    private static void empty(Connection connection, String database) throws Exception {
        List<String> statements = database.equals("PostgreSQL")
                ? List.of("truncate ct_finding, ct_value_part, ct_value, ct_item")
                : List.of("delete from ct_value", "delete from ct_item");
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
