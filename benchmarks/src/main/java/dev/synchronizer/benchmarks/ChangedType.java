package dev.synchronizer.benchmarks;

import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.benchmarks.world.ModelJar;
import dev.synchronizer.benchmarks.world.PostgresServer;
import dev.synchronizer.benchmarks.world.WorkFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;

/** Point 4: which rows one changed type among 10,000 writes, as the plan says and as PostgreSQL's own counters say. */
public final class ChangedType {
    private static final int TYPES = 10_000;

    private ChangedType() {}

    public static void main(String[] arguments) throws Exception {
        try (WorkFolder work = WorkFolder.create();
                PostgresServer server = PostgresServer.start()) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(server.create("changes"));
            System.out.println("| run | rows in the plan | rows that PostgreSQL counts |");
            System.out.println("|---|---|---|");
            run("first commit", -1, work.path(), dataSource);
            run("one type changed", TYPES / 2, work.path(), dataSource);
            run("nothing changed", TYPES / 2, work.path(), dataSource);
        }
    }

    private static void run(String name, int changed, Path folder, PGSimpleDataSource dataSource) throws SQLException {
        Path jar = ModelJar.write(folder, "site", TYPES, changed);
        Map<String, Long> before = writes(dataSource);
        SyncReport report;
        try (Synchronizer synchronizer =
                Synchronizer.builder().dataSource(dataSource).models(jar).build()) {
            report = synchronizer.synchronize();
        }
        Map<String, Long> after = writes(dataSource);
        before.forEach((table, rows) -> after.merge(table, -rows, Long::sum));
        after.values().removeIf(rows -> rows == 0);
        System.out.println("| " + name + " | " + report.plan().summary().rowsWritten() + " | " + after + " |");
    }

    /** Rows inserted, updated and deleted so far, by table; a session's own are counted when it has ended. */
    private static Map<String, Long> writes(PGSimpleDataSource dataSource) throws SQLException {
        Map<String, Long> writes = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet others = statement.executeQuery("select count(*) from pg_stat_activity where datname ="
                    + " current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'")) {
                others.next();
                if (others.getInt(1) > 0) {
                    return writes(dataSource);
                }
            }
            try (ResultSet rows = statement.executeQuery("select relname, n_tup_ins + n_tup_upd + n_tup_del"
                    + " from pg_stat_user_tables where relname like 'ct%' and relname not like 'ct_changelog%'")) {
                while (rows.next()) {
                    writes.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return writes;
    }
}
