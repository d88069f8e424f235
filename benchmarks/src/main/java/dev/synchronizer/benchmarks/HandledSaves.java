package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.ItemSite;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import dev.synchronizer.content.Item;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Locale;

/** Point 13: an item of twenty properties saved without handlers, and through ten that do nothing, in turn. */
public final class HandledSaves {
    private static final int HANDLERS = 10;

    private HandledSaves() {}

    /** The arguments are how many items, and how many before that are not counted. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4_000;
        System.out.println(Machine.describe());
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            race("PostgreSQL", server.create("items"), count, warmUp);
            race("H2", "jdbc:h2:file:" + work.folder("h2").resolve("items"), count, warmUp);
        }
    }

    private static void race(String database, String url, int count, int warmUp) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Synchronizer plain = ItemSite.open(KeptConnection.pool(connection));
                Synchronizer handled = ItemSite.open(KeptConnection.pool(connection), HandledSaves::withIdleHandlers)) {
            double[][] times = new double[2][count];
            for (int i = 0; i < count + warmUp; i++) {
                int at = Math.max(0, i - warmUp);
                times[0][at] = saved(plain, 2 * i);
                times[1][at] = saved(handled, 2 * i);
            }
            double base = median(times[0]);
            System.out.println("\n" + database + "\n\n| saved with 20 other values | ratio | ms |\n|---|---|---|");
            System.out.printf(Locale.ROOT, "| without handlers | 1.00 | %.3f |%n", base);
            double other = median(times[1]);
            System.out.printf(Locale.ROOT, "| **through ten that do nothing** | %.2f | %.3f |%n", other / base, other);
        }
    }

    private static void withIdleHandlers(SynchronizerBuilder builder) {
        for (int i = 0; i < HANDLERS; i++) {
            builder.saveHandler(new Idle("idle" + i));
        }
    }

    private static double saved(Synchronizer synchronizer, int number) {
        Item item = synchronizer.items().create("ann", ItemSite.item(number));
        Item other = item.withValues(ItemSite.values(number + 1));
        long start = System.nanoTime();
        synchronizer.items().save("ann", other);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private record Idle(String name) implements SaveHandler {
        @Override
        public Serves serves() {
            return Serves.stores("main");
        }

        @Override
        public void saving(SavingEvent event) {}

        @Override
        public void saved(SavedEvent event) {}

        @Override
        public void afterCommit(SavedEvent event) {}
    }
}
