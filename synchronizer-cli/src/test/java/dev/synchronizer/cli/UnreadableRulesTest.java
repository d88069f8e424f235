package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that cannot be read is shown, switched off and removed all the same. */
class UnreadableRulesTest {
    private static final String NOTE = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
            }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void damage() throws IOException, SQLException {
        run(
                "sync",
                "--models",
                ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Note", NOTE))
                        .toString());
        run("rules", "add", "r", "--types", "Note", "--do", "set title=x");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("db"), "sa", "");
                Statement sql = connection.createStatement()) {
            sql.execute("update ct_rule set definition = replace(definition, '\"do\":\"set\"', '\"do\":\"teleport\"')");
        }
    }

    @Test
    void itIsListedAndShownWithTheReason() throws IOException {
        assertThat(run("rules", "list").out()).contains("enabled, unreadable");
        assertThat(run("rules", "show", "r").out())
                .contains("types  Note", "It cannot be read: actions, position 1 has do \"teleport\".");
        String shown = run("rules", "show", "r", "--format", "json").out();
        assertThat(shown).contains("\"unreadable\": \"actions, position 1 has do", "\"definition\": \"");
        assertThat(violations("rule", shown)).isEmpty();
        assertThat(violations("rules", run("rules", "list", "--format", "json").out()))
                .isEmpty();
    }

    @Test
    void itHoldsUpSavesUntilItIsDisabledOrRemoved() throws IOException {
        CommandRun refused = run("content", "create", "Note", "N");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(refused.err())
                .contains("CT840 error rule r: it is for items of the type Note, and cannot be read")
                .contains("rules disable r or rules remove r");

        CommandRun disabled = run("rules", "disable", "r", "--format", "json");
        assertThat(disabled.exitCode()).isZero();
        assertThat(violations("rule-change", disabled.out())).isEmpty();
        assertThat(run("content", "create", "Note", "N").exitCode()).isZero();
        assertThat(run("rules", "enable", "r").err()).contains("CT840");
        assertThat(run("rules", "test", "r", "00000000-0000-4000-8000-000000000000")
                        .err())
                .contains("CT840");
        assertThat(run("rules", "remove", "r").out()).contains("Removed.");
        assertThat(run("rules", "list").out()).contains("There are no rules.");
        assertThat(run("history", "--changes").exitCode()).isZero();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(
                directory,
                Stream.concat(Stream.of(arguments), Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db")))
                        .toArray(String[]::new));
    }
}
