package dev.synchronizer.persistence;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import java.io.IOException;
import javax.sql.DataSource;

/**
 * A process of its own that makes the schema of the H2 database whose URL it is given, and takes one id. It does the
 * same in memory first and then waits for a line, so that several of them come at the same moment.
 */
final class NodeProgram {
    private NodeProgram() {}

    public static void main(String[] url) throws IOException {
        run(H2Server.inMemory().dataSource());
        System.out.println("ready");
        if (System.in.read() >= 0) {
            run(new TestDatabase(url[0], "sa", "").dataSource());
        }
    }

    private static void run(DataSource dataSource) {
        try (JdbcStore store = new JdbcStore(dataSource)) {
            store.prepare();
            store.inTransaction(transaction -> transaction.reserveIds(1));
        }
    }
}
