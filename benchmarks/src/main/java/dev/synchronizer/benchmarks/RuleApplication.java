package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.ItemSite;
import dev.synchronizer.benchmarks.world.KeptConnection;
import dev.synchronizer.benchmarks.world.PlainChange;
import dev.synchronizer.benchmarks.world.PlainItems;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleAction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A rule applied to many items of twenty properties, beside the same items read and written in plain JDBC batches. */
public final class RuleApplication {
    private RuleApplication() {}

    /** The arguments are how many items, and the rounds, of which there is one more that is not counted. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        System.out.println(Machine.describe());
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            race("PostgreSQL", server.create("rules") + "&reWriteBatchedInserts=true", count, rounds);
            race("H2", "jdbc:h2:file:" + work.folder("h2").resolve("rules"), count, rounds);
        }
    }

    private static void race(String database, String url, int count, int rounds) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Synchronizer synchronizer = ItemSite.open(KeptConnection.pool(connection))) {
            List<UUID> ids = Stream.generate(UUID::randomUUID)
                    .limit(count)
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();
            new PlainItems(connection, "", Connection.TRANSACTION_READ_COMMITTED).createAll(ids);
            PlainChange plain = new PlainChange(connection, "property0");
            double[] alone = new double[rounds];
            double[] library = new double[rounds];
            for (int i = -1; i < rounds; i++) {
                int round = Math.max(0, i);
                String text = "round " + i;
                long start = System.nanoTime();
                plain.all("plain " + text);
                alone[round] = (System.nanoTime() - start) / 1e6;
                // What plain statements write fits no seal, and to report each item would be measured with the rules.
                synchronizer.doctor().repair("ann");
                keep(synchronizer, "applied " + text);
                start = System.nanoTime();
                RuleRunReport report =
                        synchronizer.ruleRuns().apply("ann", RuleSelection.all(), RuleRunOptions.standard());
                library[round] = (System.nanoTime() - start) / 1e6;
                if (report.changed() != count) {
                    throw new IllegalStateException(report.changed() + " changed of " + count);
                }
            }
            print(database, count, alone, library);
        }
    }

    private static void keep(Synchronizer synchronizer, String text) {
        RuleAction set = new RuleAction.Set("property0", "", text);
        synchronizer
                .rules()
                .save("ann", new Rule("texts", "main", List.of(), 0, true, "item.property10 >= 0", List.of(set)));
    }

    private static void print(String database, int count, double[] alone, double[] library) {
        Arrays.sort(alone);
        Arrays.sort(library);
        double base = alone[alone.length / 2];
        double median = library[library.length / 2];
        System.out.printf("%n%s, %,d items%n%n| what | ratio | ms |%n|---|---|---|%n", database, count);
        System.out.printf("| plain JDBC batches | 1.00 | %.0f |%n", base);
        System.out.printf("| **rules applied** | %.2f | %.0f |%n", median / base, median);
    }
}
