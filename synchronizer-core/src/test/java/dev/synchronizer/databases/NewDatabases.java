package dev.synchronizer.databases;

import dev.synchronizer.persistence.JdbcStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** What the servers have in common. */
final class NewDatabases {
    private static final AtomicInteger LAST = new AtomicInteger();

    /** The database of which those that have tables are copies. */
    static final String TEMPLATE = "store_template";

    private NewDatabases() {}

    /** Makes the library's tables, and leaves no connection open. */
    static TestDatabase prepare(TestDatabase database) {
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            store.prepare();
        }
        return database;
    }

    /** A name that no other database of this JVM has, and not one that MariaDB opens to everybody ({@code test_...}). */
    static String next() {
        return "store_" + LAST.incrementAndGet();
    }

    /** Skips the test where no binaries of the server exist for this machine. */
    static void assumeBinariesOf(String product) {
        String os = System.getProperty("os.name");
        String arch = System.getProperty("os.arch");
        Assumptions.assumeTrue(
                "Linux".equals(os) && "amd64".equals(arch),
                "there are no binaries of " + product + " for " + os + " on " + arch);
    }
}
