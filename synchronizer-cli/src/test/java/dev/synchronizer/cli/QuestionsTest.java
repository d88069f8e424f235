package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each question of a handler says what it is about and has an answer of its own, whatever command saves. */
class QuestionsTest {
    private static final String ONE = "0197f1de-0000-7000-8000-000000000001";
    private static final String TWO = "0197f1de-0000-7000-8000-000000000002";
    private static final Terminal ASKING = new Terminal(false, false, false, true);
    private static final String NOTE = "@ContentType public class Note {}";
    private static final String MORE = "@ContentType public class More {}";
    private static final String TITLED = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
            }
            """;
    private static final String STEP = """
            @Migration(version = "1.1")
            public class Entitle implements dev.synchronizer.migration.MigrationStep {
                public void migrate(dev.synchronizer.migration.StepContent content) {
                    content.items("Note").forEach(item -> item.set("title", "T"));
                }
            }
            """;
    private static final String CAREFUL = """
            import dev.synchronizer.saving.*;
            public class Careful implements SaveHandler {
                public String name() { return "careful"; }
                public Serves serves() { return Serves.stores("main").kinds(SubjectKind.values()); }
                public void saving(SavingEvent event) {
                    if (!event.ask("Really")) {
                        throw event.veto("NO", "somebody said no");
                    }
                }
            }
            """;
    private static final String GRAVE = """
            import dev.synchronizer.saving.*;
            import dev.synchronizer.problem.FindingSeverity;
            public class Grave implements SaveHandler {
                public String name() { return "grave"; }
                public Serves serves() { return Serves.stores("main").kinds(SubjectKind.values()); }
                public void saving(SavingEvent event) { event.report(FindingSeverity.CRITICAL, "it is grave"); }
            }
            """;
    private static final String LINE = "{\"id\":\"%s\",\"type\":\"Note\",\"name\":\"%s\",\"values\":{}}%n";

    @TempDir
    Path directory;

    private Path careful = Path.of("");
    private Path grave = Path.of("");

    @BeforeEach
    void storeTwoNotes() throws IOException {
        careful = handler("Careful", CAREFUL);
        grave = handler("Grave", GRAVE);
        assertThat(run("", "sync", "--models", models("1.0", Map.of("Note", NOTE)))
                        .exitCode())
                .isZero();
        String lines = LINE.formatted(ONE, "One") + LINE.formatted(TWO, "Two");
        Path file = Files.writeString(directory.resolve("items.jsonl"), lines);
        assertThat(run("", "content", "import", file.toString()).exitCode()).isZero();
    }

    private Path handler(String name, String source) throws IOException {
        return ModelJars.make(
                directory.resolve(name + ".jar"),
                Map.of(name, source),
                Map.of("dev.synchronizer.saving.SaveHandler", name));
    }

    private String models(String version, Map<String, String> sources) throws IOException {
        return ModelJars.make(directory.resolve("site-" + version + ".jar"), sources)
                .toString();
    }

    @Test
    void theAnswerForOneItemIsNoneForAnother() {
        CommandRun no = asked("y\nn\n", "content", "delete", ONE, TWO, "--interactive");
        assertThat(no.exitCode()).as(no.err()).isEqualTo(5);
        assertThat(no.err())
                .contains("\"One\" (" + ONE + "): careful asks: Really? [y/N] ")
                .contains("\"Two\" (" + TWO + "): careful asks: Really? [y/N] ");
        assertThat(run("", "content", "list").out()).contains(ONE, TWO);

        assertThat(asked("y\ny\n", "content", "delete", ONE, TWO, "--interactive")
                        .exitCode())
                .isZero();
    }

    @Test
    void whoeverSavesSettingsAndDefinitionsCanAnswer() {
        String[][] commands = {
            {"set", "Note", "displayName=Memo"},
            {"revert", "Note.displayName"},
            {"define", "Banner", "text:STRING"},
            {"define", "Note", "extra:STRING", "--setting", "extra.displayName=Extra"},
            {"undefine", "Note.extra"},
            {"undefine", "Banner"},
        };
        for (String[] command : commands) {
            CommandRun unanswered = asked("", command);
            assertThat(unanswered.exitCode()).as(unanswered.err()).isEqualTo(5);
            assertThat(unanswered.err()).contains("CT802", "careful asks: Really", "--interactive", "--force");
            CommandRun no = asked("n\n", joined(command, "--interactive"));
            assertThat(no.exitCode()).as(no.err()).isEqualTo(5);
            assertThat(no.err()).contains("careful asks: Really? [y/N]", "CT801");
            CommandRun grave = run("", joined(command, "--handlers", this.grave.toString()));
            assertThat(grave.err()).contains("CT823", "--interactive", "--force");

            String[] answer = command[0].equals("set") ? new String[] {"--force"} : new String[] {"--interactive"};
            CommandRun yes = asked("y\ny\n", joined(command, answer));
            assertThat(yes.exitCode()).as(yes.err()).isZero();
        }
    }

    @Test
    void whatIsConfirmedIsTold() {
        CommandRun confirmed = run("", "set", "Note", "displayName=Memo", "--force", "--handlers", grave.toString());

        assertThat(confirmed.exitCode()).isZero();
        assertThat(confirmed.err()).contains("critical Note: it is grave (grave).");
    }

    @Test
    void nobodyCanBeAskedOfARunAndThatIsSaid() throws IOException {
        String models = models("1.1", Map.of("Note", NOTE, "More", MORE));
        for (Path handler : new Path[] {careful, grave}) {
            CommandRun run = run("", "sync", "--models", models, "--handlers", handler.toString());

            assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
            assertThat(run.err()).contains("nobody can be asked").doesNotContain("--force", "--interactive");
            assertThat(run("", "sync", "--force", "--models", models).exitCode())
                    .isEqualTo(64);
        }
    }

    @Test
    void standardInputThatFailsIsNamed() throws IOException {
        String line = LINE.formatted(ONE, "Other");
        Path file = Files.writeString(directory.resolve("other.jsonl"), line);
        String[] arguments = joined(new String[] {"content", "import", file.toString(), "--interactive"}, database());
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }
        };
        CommandRun run =
                CommandRun.of(directory, Map.of(), broken, ASKING, joined(arguments, "--handlers", careful.toString()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("standard input", "the line is dead").doesNotContain("other.jsonl");
    }

    @Test
    void whoSavesNothingNeedsNoTerminal() {
        Map<String, String> environment = Map.of("SYNCHRONIZER_INTERACTIVE", "true");
        for (String looking :
                new String[] {"content validate", "rules apply --all --dry-run", "revert --all --dry-run"}) {
            CommandRun run = CommandRun.of(directory, environment, joined(looking.split(" "), database()));
            assertThat(run.exitCode()).as(looking + run.err()).isZero();
        }
        for (String saving : new String[] {"content validate --fix", "rules apply --all", "revert --all"}) {
            CommandRun run = CommandRun.of(directory, environment, joined(saving.split(" "), database()));
            assertThat(run.exitCode()).as(saving).isEqualTo(64);
            assertThat(run.err()).contains("there is no terminal", "--force");
        }
    }

    @Test
    void norOfWhatItsMigrationStepsSave() throws IOException {
        String models = models("1.1", Map.of("Note", TITLED, "Entitle", STEP));
        for (String source : new String[] {CAREFUL, GRAVE}) {
            String name = source.equals(CAREFUL) ? "Careful" : "Grave";
            Path items = handler(name, source.replace("SubjectKind.values()", "SubjectKind.ITEM"));
            CommandRun run = run("", "sync", "--models", models, "--run-steps", "--handlers", items.toString());

            assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
            assertThat(run.err())
                    .contains("the origin is MIGRATION, for nobody can be asked")
                    .doesNotContain("--force", "--interactive");
        }
    }

    private CommandRun asked(String typed, String... arguments) {
        return run(typed, joined(arguments, "--handlers", careful.toString()));
    }

    private CommandRun run(String typed, String... arguments) {
        String[] all = joined(arguments, database());
        return CommandRun.typed(directory, ASKING, typed, all);
    }

    private String[] database() {
        return new String[] {"--url", "jdbc:h2:file:" + directory.resolve("db")};
    }

    private static String[] joined(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
