package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What something else has written is served with a warning of it, once for each thing, and without one where it is refused. */
class TamperingTest {
    @TempDir
    Path directory;

    private String id = "";

    @BeforeEach
    void writeFromElsewhere() throws SQLException {
        run("define", "Note", "title:STRING");
        id = run("content", "create", "Note", "A", "title=T")
                .out()
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst(".* ", "");
        run("content", "create", "Note", "Sound", "title=T");
        run("rules", "add", "r", "--do", "log INFO seen");
        elsewhere("update ct_value set short_text = 'X' where item_id = (select id from ct_item where name = 'A')");
    }

    @Test
    void everyCommandThatReadsOrSavesItWarnsOfItOnce() {
        for (String command : new String[] {
            "content list",
            "content show ID",
            "content validate",
            "content export",
            "content set ID title=Y",
            "content validate --verbose",
            "rules apply --type Note --dry-run",
            "content rename ID B"
        }) {
            CommandRun run = run(command.replace("ID", id).split(" "));

            assertThat(run.exitCode()).as(command + run.err()).isZero();
            assertThat(run.err().lines().filter(line -> line.contains(id)))
                    .as(command)
                    .singleElement()
                    .asString()
                    .startsWith("CT841 warning \"")
                    .contains("something else than the synchronizer has written this item");
            assertThat(run.err()).contains("  Fix: see what stands there");
            assertThat(run.out()).doesNotContain("CT841");
        }
    }

    @Test
    void theWarningBeginsALineOfItsOwnWhereProgressIsShown() {
        Terminal watched = new Terminal(false, true, false, false);
        CommandRun run = CommandRun.typed(
                directory, watched, "", "content", "validate", "--url", "jdbc:h2:file:" + directory.resolve("db"));

        assertThat(run.err()).contains(ConsoleProgress.WIPE + "CT841 warning");
    }

    @Test
    void jsonStaysAlone() throws IOException {
        CommandRun run = run("content", "list", "--format", "json");

        assertThat(new ObjectMapper().readTree(run.out()).has("items")).isTrue();
        assertThat(run.err()).contains("CT841 warning");
    }

    @Test
    void typesAreWarnedOfToo() throws SQLException {
        elsewhere("update ct_property set adopted = true");

        assertThat(run("content", "list").err().lines().filter(line -> line.startsWith("CT841 warning")))
                .hasSize(2);
    }

    @Test
    void whoRefusesItSaysSoOnce() {
        CommandRun run = run("content", "show", id, "--strict");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).containsOnlyOnce("CT841").contains("CT841 error");
    }

    @Test
    void theDoctorSaysItInItsReportAlone() {
        CommandRun run = run("doctor");

        assertThat(run.out()).containsOnlyOnce("CT841");
        assertThat(run.err()).isEmpty();
    }

    private void elsewhere(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("db"), "sa", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(
                directory,
                Stream.concat(Arrays.stream(arguments), Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db")))
                        .toArray(String[]::new));
    }
}
