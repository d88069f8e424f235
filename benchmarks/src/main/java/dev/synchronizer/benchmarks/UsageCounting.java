package dev.synchronizer.benchmarks;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.race.Machine;
import dev.synchronizer.benchmarks.world.CountedStatements;
import dev.synchronizer.benchmarks.world.ModelJar;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.StoredContent;
import dev.synchronizer.benchmarks.world.StoredSite;
import dev.synchronizer.benchmarks.world.WorkFolder;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.plan.UsageQuestions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Point 12: counting the content that a plan concerns, beside one aggregate of the same rows of values. */
public final class UsageCounting {
    private static final int ROUNDS = 5;

    private UsageCounting() {}

    /** The arguments are how many types and values there are, and how many types code ceases to declare. */
    public static void main(String[] arguments) throws Exception {
        int types = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int values = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int touched = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        System.out.println(Machine.describe());
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            List<Integer> gone = Stream.of(0, 1, touched, types).distinct().toList();
            race("PostgreSQL", server.create("counting"), types, values, gone);
            race("H2", "jdbc:h2:file:" + work.folder("h2").resolve("counting"), types, values, gone);
        }
    }

    private static void race(String database, String url, int types, int values, List<Integer> gone) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                JdbcStore store = new JdbcStore(new CountedStatements(connection).dataSource())) {
            StoredSite.commit(new CountedStatements(connection).dataSource(), types, 0);
            StoredContent.fill(store, values);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            System.out.printf("%n%s, %,d types, %,d values%n%n", database, types, count(connection));
            System.out.println(
                    "| types that go | statements | ms | ratio | one aggregate, ms |\n|---|---|---|---|---|");
            for (int each : gone) {
                print(each, types, connection);
            }
        }
    }

    private static void print(int gone, int types, Connection connection) throws Exception {
        CountedStatements counted = new CountedStatements(connection);
        try (WorkFolder work = WorkFolder.create();
                JdbcStore store = new JdbcStore(counted.dataSource())) {
            StoredModel stored = store.load();
            UsageQuestions questions = UsageQuestions.of(ModelComparison.compare(
                    stored, model(ModelJar.without(work.path(), "site", gone, types)), Scope.everything()));
            String aggregate = aggregate(questions, gone == types);
            double[] library = new double[ROUNDS];
            double[] plain = new double[ROUNDS];
            int statements = 0;
            for (int i = -1; i < ROUNDS; i++) {
                int round = Math.max(0, i);
                counted.taken();
                library[round] = time(() -> count(questions, stored, store));
                statements = counted.taken();
                plain[round] = questions.isEmpty() ? 0 : time(() -> groups(connection, aggregate));
            }
            String ratio = questions.isEmpty() ? "–" : "%.2f".formatted(median(library) / median(plain));
            System.out.printf(
                    "| %,d | %d | %.1f | %s | %.1f |%n", gone, statements, median(library), ratio, median(plain));
        }
    }

    private static ContentModel model(Path jar) {
        try (Synchronizer synchronizer = Synchronizer.builder().models(jar).build()) {
            return synchronizer.validate().model();
        }
    }

    private static Usage count(UsageQuestions questions, StoredModel stored, JdbcStore store) {
        return questions.isEmpty()
                ? Usage.NONE
                : store.readingContent(content ->
                        dev.synchronizer.usage.UsageCounting.count(questions, stored, content, asked -> Map.of()));
    }

    /** How many values of each property, and of which language: what any counting has to ask at least. */
    private static String aggregate(UsageQuestions questions, boolean all) {
        String ids = questions.properties().stream()
                .map(question -> String.valueOf(question.property()))
                .collect(Collectors.joining(","));
        return "select property_id, language, count(*) from ct_value"
                + (all || ids.isEmpty() ? "" : " where property_id in (" + ids + ")")
                + " group by property_id, language";
    }

    private static int groups(Connection connection, String sql) throws SQLException {
        int groups = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                groups += rows.getLong(3) > 0 ? 1 : 0;
            }
        }
        return groups;
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from ct_value")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
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
