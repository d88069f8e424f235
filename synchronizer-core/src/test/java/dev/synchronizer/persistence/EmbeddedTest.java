package dev.synchronizer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.SchemaState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTest {
    @Test
    void aDatabaseInMemoryWillDo() {
        TestDatabase database = H2Server.inMemory();
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            store.prepare();
            new Rows().insert(Rows.type(1, "A")).writeTo(store);
            assertThat(store.load().types()).containsExactly(Rows.type(1, "A"));
        }
    }

    @Test
    void whatIsInFilesIsReadThroughADatabaseOpenedForReadingOnly(@TempDir Path folder) {
        TestDatabase writable = H2Server.inFile(folder.resolve("store"));
        try (JdbcStore store = new JdbcStore(writable.dataSource())) {
            store.prepare();
            new Rows().insert(Rows.type(1, "A")).writeTo(store);
        }
        TestDatabase readOnly = writable.withUrl(writable.url() + ";ACCESS_MODE_DATA=r");
        try (JdbcStore store = new JdbcStore(readOnly.dataSource())) {
            assertThat(store.status("key").schema()).isEqualTo(SchemaState.CURRENT);
            assertThat(store.load().types()).containsExactly(Rows.type(1, "A"));
            assertThat(store.runs(10)).isEmpty();
            assertThat(store.knownEmptyJars()).isEmpty();
            Problem problem = StoreTests.problemOf(
                    () -> new Rows().insert(Rows.type(2, "B")).writeTo(store));
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_READ_ONLY);
        }
    }

    @Test
    void aFileThatAnotherProcessHasOpenIsBusy(@TempDir Path folder) throws IOException, InterruptedException {
        TestDatabase database = H2Server.inFile(folder.resolve("store"));
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        database.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("open");
            Problem problem = StoreTests.problemOf(() -> new JdbcStore(database.dataSource()).load());
            assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_BUSY);
            assertThat(problem.subject()).isEqualTo(database.url());
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    /** Opens a database, says so, and keeps it open as long as its process lives. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws SQLException, IOException {
            try (Connection connection = DriverManager.getConnection(arguments[0], "sa", "")) {
                System.out.println(connection.isClosed() ? "closed" : "open");
                System.out.println(System.in.read());
            }
        }
    }
}
