package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code content validate} says of each finding where it is, and of each item what {@code --fix} would do. */
class ValidationAnswerTest {
    private static final String NOTE = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
            }
            """;
    private static final String STRICT = """
            import dev.synchronizer.saving.*;
            import dev.synchronizer.problem.FindingSeverity;
            public class Strict implements SaveValidator {
                public String name() { return "strict"; }
                public Serves serves() { return Serves.stores("main"); }
                public void validate(ValidatedItem item, Findings findings) {
                    String title = item.after().get("title").orElse("").toString();
                    if (item.subject().name().equals("Tongues")) {
                        findings.report(FindingSeverity.ERROR, "", "de", "it is not translated");
                        findings.report(FindingSeverity.ERROR, "", "en", "it is not translated");
                    } else if (!title.equals(title.strip())) {
                        findings.report(FindingSeverity.WARNING, "title", "", "it has blanks",
                                Fix.of("take them away").set("title", title.strip()));
                    }
                }
            }
            """;
    private static final String LINE =
            "{\"id\":\"0197f1de-0000-7000-8000-00000000000%d\",\"type\":\"Note\",\"name\":\"%s\",\"values\":{\"title\":\"%s\"}}%n";

    @TempDir
    Path directory;

    private Path strict = Path.of("");

    private void store(String... lines) throws IOException {
        Path file = Files.writeString(directory.resolve("items.jsonl"), String.join("", lines));
        assertThat(run("content", "import", file.toString()).exitCode()).isZero();
    }

    @BeforeEach
    void prepare() throws IOException {
        Path jar = ModelJars.make(directory.resolve("site-1.0.jar"), Map.of("Note", NOTE));
        assertThat(run("sync", "--models", jar.toString()).exitCode()).isZero();
        strict = ModelJars.make(
                directory.resolve("strict.jar"),
                Map.of("Strict", STRICT),
                Map.of("dev.synchronizer.saving.SaveValidator", "Strict"));
    }

    private CommandRun validated(String... more) {
        String[] command = {"content", "validate", "--handlers", strict.toString()};
        return run(Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void whatIsFoundInALanguageNamesIt() throws IOException {
        store(LINE.formatted(1, "Tongues", ""));

        assertThat(validated().out())
                .contains("error Note[de]: it is not translated (strict).")
                .contains("error Note[en]: it is not translated (strict).");
    }

    @Test
    void whatFixWouldDoIsListedHoweverGraveItIs() throws IOException {
        store(LINE.formatted(1, "Blanks", " T "));
        CommandRun run = validated();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("warning Note.title: it has blanks (strict).")
                .contains("--fix would do this: take them away (title), as strict offers.")
                .doesNotContain("--all");
        assertThat(validated("--format", "json").out()).contains("\"offers\"", "\"remarks\"");
    }

    @Test
    void errorsThatRemainAreCountedBeneathThem() throws IOException {
        store(LINE.formatted(1, "Tongues", ""), LINE.formatted(2, "Blanks", " T "));
        CommandRun run = validated("--fix");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Fixed 1 item.", "Looked at 2 items: nothing failed, 1 still has errors.");
        store(LINE.formatted(1, "Well", ""));
        assertThat(validated("--fix").out()).contains("Looked at 2 items: nothing failed.");
    }

    @Test
    void whatRulesFindInWhatIsMendedIsToldWhereItIsSaved() throws IOException {
        store(LINE.formatted(1, "Blanks", " T "));
        assertThat(run("rules", "add", "marks", "--do", "report WARNING somebody has been here")
                        .exitCode())
                .isZero();
        assertThat(run("rules", "add", "back", "--when", "item.title == 'T'", "--do", "set title= T ")
                        .exitCode())
                .isZero();
        CommandRun takenBack = validated("--fix");

        assertThat(takenBack.exitCode()).isEqualTo(5);
        assertThat(takenBack.out()).contains("Fixed nothing.", "Looked at 1 item: 1 could not be mended.");
        assertThat(takenBack.err()).doesNotContain("somebody has been here");

        run("rules", "disable", "back");
        CommandRun saved = validated("--fix");

        assertThat(saved.exitCode()).as(saved.err()).isZero();
        assertThat(saved.out()).contains("Fixed 1 item.");
        assertThat(saved.err())
                .contains("warning \"Blanks\" (0197f1de-0000-7000-8000-000000000001): somebody has been here (marks).");
    }

    private CommandRun run(String... arguments) {
        String[] url = {"--url", "jdbc:h2:file:" + directory.resolve("db")};
        return CommandRun.of(
                directory,
                Stream.concat(Arrays.stream(arguments), Arrays.stream(url)).toArray(String[]::new));
    }
}
