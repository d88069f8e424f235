package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D3: what a killed process had begun in an embedded database keeps nobody from reading what there was before. */
class UnfinishedH2FileTest {
    private static final int MORE_ROWS_THAN_ARE_TAKEN_BACK_IN_MEMORY = 50_000;

    @TempDir
    Path directory;

    @Test
    void aFileInWhichSomebodyWasKilledIsRead() throws Exception {
        define("Page");
        killAmidChanges();

        CommandRun run = CommandRun.of(directory, "content", "list", "--url", url("killed"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(rowsChanged("killed")).isZero();
    }

    private void define(String type) {
        CommandRun run = CommandRun.of(directory, "define", type, "--url", url("db"), "--actor", "Ada");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** A copy of the file in the midst of a transaction is what the end of its process would have left. */
    private void killAmidChanges() throws Exception {
        try (Connection connection = DriverManager.getConnection(url("db"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table other as select x as id, repeat('a', 200) as text from system_range(1, "
                    + MORE_ROWS_THAN_ARE_TAKEN_BACK_IN_MEMORY + ")");
            connection.setAutoCommit(false);
            statement.execute("update other set text = repeat('b', 200)");
            statement.execute("delete from other where mod(id, 2) = 0");
            Files.copy(directory.resolve("db.mv.db"), directory.resolve("killed.mv.db"));
            connection.rollback();
        }
    }

    private int rowsChanged(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(name), "sa", "");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from other where text not like 'a%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String url(String name) {
        return "jdbc:h2:file:" + directory.resolve(name);
    }
}
