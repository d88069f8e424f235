package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SubjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor says what is wrong with a store, and by its exit code that something is. */
class DoctorCommandTest {
    @TempDir
    Path directory;

    @BeforeEach
    void storeAnItem() throws IOException {
        String article = "@ContentType public class Article {"
                + " public String getTitle() { return null; } public void setTitle(String title) {} }";
        Path jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Article", article));
        run("sync", "--models", jar.toString());
        run("content", "create", "Article", "A", "title=T");
    }

    @Test
    void aStoreThatOnlyTheSynchronizerWroteIsFine() throws IOException {
        CommandRun examined = run("doctor");

        assertThat(examined.exitCode()).isZero();
        assertThat(examined.out()).isEqualTo("Looked at 1 type.\nLooked at 1 item.\nNothing is wrong.\n");
        assertThat(violations(run("doctor", "--format", "json").out())).isEmpty();
    }

    @Test
    void whatSomethingElseWroteIsRefusedUntilItIsAccepted() throws IOException, SQLException {
        elsewhere("update ct_item set name = 'B'");
        elsewhere("update ct_type set class_name = 'com.eve.Article'");

        CommandRun examined = run("doctor", "--format", "json");
        CommandRun strict = run("content", "list", "--strict");
        CommandRun repaired = run("doctor", "--repair");

        assertThat(examined.exitCode()).isEqualTo(5);
        assertThat(violations(examined.out())).isEmpty();
        assertThat(violations(examined.out().replace("\"tampered\"", "\"touched\"")))
                .isNotEmpty();
        assertThat(examined.out()).contains("CT841", "\"wrong\": 2");
        assertThat(strict.exitCode()).isEqualTo(5);
        assertThat(strict.err()).contains("CT841");
        assertThat(repaired.exitCode()).isZero();
        assertThat(repaired.out())
                .contains("Looked at 1 type, 1 written by something else, 1 sealed now.")
                .contains("Looked at 1 item, 1 written by something else, 1 sealed now.")
                .endsWith("Nothing is wrong.\n");
        assertThat(run("doctor").exitCode()).isZero();
        assertThat(run("content", "list", "--strict").out()).contains("B");
        assertThat(run("history", "--changes").out())
                .contains("accept as it stands: Article", "found written by something else: Article");
    }

    @Test
    void whatFailedAfterSavesIsShownUntilItIsForgotten() throws IOException, SQLException {
        elsewhere("insert into ct_save_failure (failed_at, handler_name, subject_kind, subject_key, operation, message)"
                + " values (current_timestamp, 'mail', 'ITEM', 'k', 'UPDATE', 'no route')");

        assertThat(run("doctor").out()).contains("mail failed after update of k: no route");
        assertThat(violations(run("doctor", "--format", "json").out())).isEmpty();
        assertThat(run("doctor", "--forget-failures").out()).contains("Forgot 1 failure.");
        assertThat(run("doctor").out()).doesNotContain("mail");
    }

    @Test
    void whatIsNotShownIsNotForgotten() throws IOException, SQLException {
        for (int i = 0; i < 25; i++) {
            fail("ITEM", "UPDATE", "k" + i);
        }

        assertThat(run("doctor", "--format", "json").out()).contains("\"failed\": 25");
        assertThat(run("doctor", "--forget-failures").out())
                .contains("And 5 failures before these.", "Forgot 20 failures.");
        assertThat(run("doctor").out())
                .contains("k4:", "k0:")
                .doesNotContain("k5:")
                .doesNotContain("before these");
        assertThat(run("doctor", "--forget-failures").out()).contains("Forgot 5 failures.");
    }

    @Test
    void whateverItFindsIsWhatTheSchemaSays() throws IOException, SQLException {
        for (SubjectKind kind : SubjectKind.values()) {
            fail(kind.name(), "UPDATE", "k");
        }
        for (SaveOperation operation : SaveOperation.values()) {
            fail("ITEM", operation.name(), "k");
        }
        fail("NODES", "SAVE", "other nodes");
        run("content", "create", "Article", "B", "title=T");
        run("content", "create", "Article", "C", "title=T");
        run("set", "Article", "displayName=Story");
        elsewhere("update ct_value set short_text = null where item_id = (select id from ct_item where name = 'B')");
        elsewhere("update ct_item set checksum = null where name = 'A'");
        elsewhere("update ct_override set saved_value = '\"Tale\"'");
        for (FindingSeverity severity : List.of(FindingSeverity.ERROR, FindingSeverity.CRITICAL)) {
            elsewhere(
                    "insert into ct_finding (item_id, place, validator, severity, property, language, message, found_at)"
                            + " select id, " + severity.ordinal() + ", 'v', '" + severity
                            + "', 'title', '', 'm', current_timestamp from ct_item where name = 'C'");
        }

        CommandRun found = run("doctor", "--format", "json");
        CommandRun repaired = run("doctor", "--repair", "--forget-failures", "--format", "json");

        assertThat(found.out())
                .contains("CT841", "CT842", "\"overrides\"", "\"error\": 1", "\"unsealed\": 1", "\"tampered\": 1");
        assertThat(violations(found.out())).isEmpty();
        assertThat(violations(repaired.out())).isEmpty();
        assertThat(violations(found.out().replace("\"overrides\"", "\"settings\"")))
                .isNotEmpty();
    }

    private void fail(String kind, String operation, String key) throws SQLException {
        elsewhere("insert into ct_save_failure (failed_at, handler_name, subject_kind, subject_key, operation, message)"
                + " values (current_timestamp, 'mail', '" + kind + "', '" + key + "', '" + operation
                + "', 'no route')");
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
                Stream.concat(Stream.of(arguments), Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db")))
                        .toArray(String[]::new));
    }

    private static List<Error> violations(String json) throws IOException {
        String schema = Files.readString(Path.of("../docs/schema/synchronizer-doctor-1.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON);
    }
}
