package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.ItemSite;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PlainItems;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.UUID;

/** Point 10: an item of twenty properties made, saved and loaded, beside the same statements, in turn, on one connection. */
public final class ItemSaves {
    /** JDBC has no name for it. */
    private static final int H2_SNAPSHOT = 6;

    private ItemSaves() {}

    /** The arguments are how many items, and how many before that are not counted. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4_000;
        System.out.println(Machine.describe());
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            String postgres = server.create("items");
            race("PostgreSQL", postgres, " for key share", Connection.TRANSACTION_REPEATABLE_READ, count, warmUp);
            String h2 = "jdbc:h2:file:" + work.folder("h2").resolve("items");
            race("H2", h2, " for update", H2_SNAPSHOT, count, warmUp);
        }
    }

    private static void race(String database, String url, String keeping, int snapshot, int count, int warmUp)
            throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Synchronizer synchronizer = ItemSite.open(KeptConnection.pool(connection))) {
            Items items = synchronizer.items();
            PlainItems plain = new PlainItems(connection, keeping, snapshot);
            double[][] times = new double[6][count];
            for (int i = 0; i < count + warmUp; i++) {
                int at = Math.max(0, i - warmUp);
                int number = 2 * i;
                UUID id = UUID.randomUUID();
                times[0][at] = time(() -> plain.create(id, ItemSite.values(number)));
                Item[] item = new Item[1];
                times[1][at] = time(() -> item[0] = items.create("ann", ItemSite.item(number)));
                times[2][at] = time(() -> plain.save(id, ItemSite.values(number + 1)));
                times[3][at] = time(() -> items.save("ann", item[0].withValues(ItemSite.values(number + 1))));
                times[4][at] = time(() -> plain.load(id));
                times[5][at] = time(() -> items.get(item[0].id()));
            }
            System.out.println("\n" + database + "\n\n| what | ratio | ms |\n|---|---|---|");
            print("made", times[0], times[1]);
            print("saved with 20 other values, each in its row", times[2], times[3]);
            print("loaded", times[4], times[5]);
        }
    }

    private static void print(String what, double[] plain, double[] library) {
        double base = median(plain);
        System.out.printf("| %s: the statements alone | 1.00 | %.3f |%n", what, base);
        System.out.printf("| **%s** | %.2f | %.3f |%n", what, median(library) / base, median(library));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private interface Work {
        void run() throws Exception;
    }
}
