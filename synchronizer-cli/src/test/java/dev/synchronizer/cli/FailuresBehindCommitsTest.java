package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails behind a commit is said on standard error, whatever command has committed; what was committed stands. */
class FailuresBehindCommitsTest {
    private static final String NOTE = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
            }
            """;
    private static final String MAIL = """
            import dev.synchronizer.saving.*;
            public class Mail implements SaveHandler {
                public String name() { return "mail"; }
                public Serves serves() { return Serves.stores("main").kinds(SubjectKind.values()); }
                public void afterCommit(SavedEvent event) { throw new IllegalStateException("no mail today"); }
            }
            """;

    @TempDir
    Path directory;

    private Path mail = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        mail = ModelJars.make(
                directory.resolve("mail.jar"),
                Map.of("Mail", MAIL),
                Map.of("dev.synchronizer.saving.SaveHandler", "Mail"));
        ModelJars.make(directory.resolve("site-1.0.jar"), Map.of("Note", NOTE));
        ModelJars.make(directory.resolve("site-1.1.jar"), Map.of("Note", NOTE.replace("Title", "Text")));
        assertThat(run("sync", "--models", models("1.0")).exitCode()).isZero();
    }

    private String models(String version) {
        return directory.resolve("site-" + version + ".jar").toString();
    }

    @Test
    void whatHandlersFailWithIsWarnedOf() {
        String[][] commands = {
            {"content", "create", "Note", "One"},
            {"set", "Note", "displayName=Memo"},
            {"sync", "--models", models("1.1")},
            {"undo", "2"}
        };
        for (String[] command : commands) {
            CommandRun run = run(Stream.concat(Arrays.stream(command), Stream.of("--handlers", mail.toString()))
                    .toArray(String[]::new));

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.err())
                    .contains("warning: what was saved stands, but mail failed after ", ": no mail today.");
            assertThat(run.out()).isNotEmpty().doesNotContain("no mail today");
        }
        assertThat(run("doctor").out()).contains("no mail today");
    }

    @Test
    void soItIsWhereASavedPlanIsApplied() {
        String plan = directory.resolve("site.plan").toString();
        run("sync", "--dry-run", "--models", models("1.1"), "--save-plan", plan);
        CommandRun run = run("apply", plan, "--handlers", mail.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: what was saved stands, but mail failed after ", ": no mail today.");
    }

    @Test
    void soIsWhatCouldNotBeTakenAwayBehindARule() throws SQLException {
        run("rules", "add", "dull", "--do", "report ERROR dull");
        run("content", "create", "Note", "One");
        elsewhere("alter table ct_finding rename to ct_elsewhere");
        CommandRun run = run("rules", "disable", "dull");
        elsewhere("alter table ct_elsewhere rename to ct_finding");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("warning: what was saved stands, but dull failed after disable of rules")
                .contains("could not be taken away");
    }

    private void elsewhere(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("db"), "sa", "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private CommandRun run(String... arguments) {
        String[] url = {"--url", "jdbc:h2:file:" + directory.resolve("db")};
        return CommandRun.of(
                directory,
                Stream.concat(Arrays.stream(arguments), Arrays.stream(url)).toArray(String[]::new));
    }
}
