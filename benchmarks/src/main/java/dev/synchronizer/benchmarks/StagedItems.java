package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.ItemSite;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PlainItems;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.task.ServerChannel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Point 16: items of twenty properties saved while a server is told, and told to it, beside the same items written by plain statements. */
public final class StagedItems {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final int WARM_UP = 1_000;
    private static final int SINGLES = 300;

    private StagedItems() {}

    /** The argument is how many items. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        System.out.println(Machine.describe());
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            race("PostgreSQL", server::create, " for key share", Connection.TRANSACTION_REPEATABLE_READ, count);
            race("H2", name -> "jdbc:h2:file:" + work.folder("h2").resolve(name), " for update", 6, count);
        }
    }

    private static void race(String database, Databases create, String keeping, int snapshot, int count)
            throws Exception {
        try (Connection alone = DriverManager.getConnection(create.apply("alone"));
                Connection near = DriverManager.getConnection(create.apply("near"));
                Connection far = DriverManager.getConnection(create.apply("far"));
                Connection statements = DriverManager.getConnection(create.apply("statements"));
                Synchronizer untold = ItemSite.open(KeptConnection.pool(alone));
                Synchronizer written = ItemSite.open(KeptConnection.pool(statements));
                Synchronizer b = ItemSite.open(
                        KeptConnection.pool(far),
                        builder -> builder.serverName("web").stagingSecret("a", () -> SECRET));
                Synchronizer a = ItemSite.open(
                        KeptConnection.pool(near),
                        builder -> builder.serverName("a")
                                .stagingSecret("web", () -> SECRET)
                                .stagingServer("b", () -> b.staging().receiving()));
                ExchangeServer web = b.serveStaging(ServerOptions.standard())) {
            b.staging().servers().save("ann", ServerChannel.sender("a").withSecret("env:NONE"));
            PlainItems plain = new PlainItems(statements, keeping, snapshot);
            written.items().create("ann", ItemSite.item(0));
            a.staging().servers().save("ann", ServerChannel.target("b", "local:b"));
            saving(untold, a, WARM_UP);
            a.staging().runAll("b", result -> {});

            double[] saving = saving(untold, a, count);
            double within = told(a, "b") / count;
            double single = one(a, "b");
            a.staging().servers().remove("ann", "b");
            a.staging()
                    .servers()
                    .save(
                            "ann",
                            ServerChannel.target("web", web.uri().toString()).withSecret("env:NONE"));
            saving(untold, a, count);
            double signed = told(a, "web") / count;
            double singleSigned = one(a, "web");
            print(database, saving, plain(plain, count), new double[] {within, signed, single, singleSigned});
        }
    }

    /** Makes databases. */
    private interface Databases {
        String apply(String name) throws Exception;
    }

    private static void print(String database, double[] saving, double statement, double[] told) {
        System.out.println("\n" + database + "\n\n| what | ratio | ms |\n|---|---|---|");
        row("made where nobody is told", saving[0], saving[0]);
        row("**made where a server is told**", saving[0], saving[1]);
        row("the same items by plain statements, each in a transaction", statement, statement);
        row("**told to a server within the process, many at once**", statement, told[0]);
        row("**told to a server over HTTP, many at once**", statement, told[1]);
        row("one saved and told within the process", statement, told[2]);
        row("one saved and told over HTTP", statement, told[3]);
    }

    private static void row(String what, double base, double time) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.3f |%n", what, time / base, time);
    }

    /** In turn; the medians. */
    private static double[] saving(Synchronizer untold, Synchronizer telling, int count) {
        double[][] times = new double[2][count];
        for (int at = 0; at < count; at++) {
            times[0][at] = made(untold, at);
            times[1][at] = made(telling, at);
        }
        return new double[] {median(times[0]), median(times[1])};
    }

    private static double made(Synchronizer synchronizer, int number) {
        long start = System.nanoTime();
        synchronizer.items().create("ann", ItemSite.item(number));
        return (System.nanoTime() - start) / 1e6;
    }

    private static double told(Synchronizer synchronizer, String server) {
        long start = System.nanoTime();
        synchronizer.staging().runAll(server, result -> {});
        return (System.nanoTime() - start) / 1e6;
    }

    /** From before it is saved until it is there; the median. */
    private static double one(Synchronizer synchronizer, String server) {
        double[] times = new double[SINGLES];
        for (int at = 0; at < SINGLES; at++) {
            times[at] = made(synchronizer, at) + told(synchronizer, server);
        }
        return median(times);
    }

    private static double plain(PlainItems plain, int count) throws Exception {
        for (int at = 0; at < WARM_UP; at++) {
            plain.create(UUID.randomUUID(), ItemSite.values(at));
        }
        long start = System.nanoTime();
        for (int at = 0; at < count; at++) {
            plain.create(UUID.randomUUID(), ItemSite.values(at));
        }
        return (System.nanoTime() - start) / 1e6 / count;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
