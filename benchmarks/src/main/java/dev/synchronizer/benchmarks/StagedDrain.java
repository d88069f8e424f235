package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.ItemSite;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.content.Item;
import dev.synchronizer.task.ServerChannel;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Point 17: very many tasks that wait for a server are told to it, in quarters, and deleted behind that. To be run with little memory. */
public final class StagedDrain {
    private static final int QUARTERS = 4;
    private static final int MEGABYTE = 20;
    private static final int MOST_RUNS = 1_000;

    private StagedDrain() {}

    /** The arguments are how many items are told, and how many edits of one item. */
    public static void main(String[] arguments) throws Exception {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int edits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        System.out.println(Machine.describe());
        try (PostgresServer server = PostgresServer.start();
                Connection near = DriverManager.getConnection(server.create("near"));
                Connection far = DriverManager.getConnection(server.create("far"));
                Synchronizer b = ItemSite.open(KeptConnection.pool(far));
                Synchronizer a = ItemSite.open(
                        KeptConnection.pool(near),
                        builder -> builder.taskRetention(Duration.ZERO)
                                .stagingServer("b", () -> b.staging().receiving()))) {
            a.staging().servers().save("ann", ServerChannel.target("b", "local:b"));
            for (int at = 0; at < items; at++) {
                a.items().create("ann", ItemSite.item(at));
            }
            drain(items + " items", a);
            deleted(a, near);
            Item item = a.items().create("ann", ItemSite.item(0));
            for (int at = 1; at < edits; at++) {
                item = a.items().save("ann", item.with("property0", "edit " + at));
            }
            drain(edits + " edits of one item", a);
            System.out.printf(
                    "%nheap: %d MB at most, of %d%n",
                    peak(), Runtime.getRuntime().maxMemory() >> MEGABYTE);
        }
    }

    /** By when each of them was told. */
    private static void drain(String what, Synchronizer a) {
        List<Long> times = new ArrayList<>(List.of(System.nanoTime()));
        a.staging().runAll("b", result -> times.add(System.nanoTime()));
        int told = times.size() - 1;
        System.out.printf("%n%s, told as %d%n%n| quarter | s |%n|---|---|%n", what, told);
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            long from = times.get(told * (quarter - 1) / QUARTERS);
            long to = times.get(told * quarter / QUARTERS);
            System.out.printf(Locale.ROOT, "| %d | %.1f |%n", quarter, (to - from) / 1e9);
        }
    }

    private static void deleted(Synchronizer a, Connection near) throws Exception {
        long start = System.nanoTime();
        int runs = 0;
        while (tasks(near) > 0 && runs < MOST_RUNS) {
            a.staging().runAll("b", result -> {});
            runs++;
        }
        System.out.printf(Locale.ROOT, "| deleted, %d left | %.1f |%n", tasks(near), (System.nanoTime() - start) / 1e9);
    }

    private static int tasks(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from ct_task")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What the heap has held at most, with what nobody needed any more. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> MEGABYTE;
    }
}
