package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
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

/** What {@code content validate --fix} has changed is said, also where something ends it before it is through. */
class FixesBrokenOffTest {
    private static final String NOTE = """
            @ContentType public class Note {
                %s public Integer getStars() { return null; }
                public void setStars(Integer stars) {}
            }
            """;
    private static final String LINE =
            "{\"id\":\"0197f1de-0000-7000-8000-00000000000%d\",\"type\":\"Note\"," + "\"name\":\"%s\",\"values\":{}}%n";
    private static final String FAILING = """
            import dev.synchronizer.saving.*;
            public class Failing implements SaveHandler {
                public String name() { return "failing"; }
                public Serves serves() { return Serves.stores("main"); }
                public void saved(SavedEvent event) {
                    if (event.subject().name().equals("Second")) {
                        %s
                    }
                }
                private static <T extends Throwable> void ends(Throwable failure) throws T {
                    throw (T) failure;
                }
            }
            """;

    @TempDir
    Path directory;

    private Path failing = Path.of("");

    private Path failingWith(String statement) throws IOException {
        return ModelJars.make(
                directory.resolve("failing.jar"),
                Map.of("Failing", FAILING.formatted(statement)),
                Map.of("dev.synchronizer.saving.SaveHandler", "Failing"));
    }

    @BeforeEach
    void storeThreeNotesWithoutWhatIsRequired() throws IOException {
        failing = failingWith("throw new InternalError(\"nothing works any more\");");
        sync("1.0", "@Property");
        Path lines = directory.resolve("items.jsonl");
        Files.writeString(lines, LINE.formatted(1, "First") + LINE.formatted(2, "Second") + LINE.formatted(3, "Third"));
        assertThat(run("content", "import", lines.toString()).exitCode()).isZero();
        sync("1.1", "@Property(required = true, defaultValue = \"3\")");
    }

    private void sync(String version, String annotation) throws IOException {
        Path jar = ModelJars.make(
                directory.resolve("site-" + version + ".jar"), Map.of("Note", NOTE.formatted(annotation)));
        CommandRun run = run("sync", "--models", jar.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void whatWasFixedByThenIsListed() {
        CommandRun run = run("content", "validate", "--fix", "--handlers", failing.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("Note First", "fixed Note.stars: nothing -> 3 (required).", "Fixed 1 item.")
                .contains("Broken off before all items were looked at.")
                .doesNotContain("Second", "Third", "Looked at");
        assertThat(run.err()).contains("nothing works any more");
        assertThat(run("content", "validate").out()).contains("Second", "Third").doesNotContain("First");
    }

    @Test
    void soItIsWhereACheckedExceptionEndsIt() throws IOException {
        Path interrupted = failingWith("Failing.<Error>ends(new InterruptedException(\"it is to end\"));");
        CommandRun run = run("content", "validate", "--fix", "--handlers", interrupted.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Note First", "Fixed 1 item.", "Broken off");
        assertThat(run.err()).contains("it is to end");
    }

    @Test
    void theJsonSaysSoToo() throws IOException {
        String json = run("content", "validate", "--fix", "--handlers", failing.toString(), "--format", "json")
                .out();

        assertThat(violations("content-validation", json)).isEmpty();
        assertThat(json).contains("\"brokenOff\": true", "\"itemsFixed\": 1");
        assertThat(violations("content-validation", json.replace("true", "false")))
                .isNotEmpty();
    }

    private CommandRun run(String... arguments) {
        String[] url = {"--url", "jdbc:h2:file:" + directory.resolve("db")};
        return CommandRun.of(
                directory,
                Stream.concat(Arrays.stream(arguments), Arrays.stream(url)).toArray(String[]::new));
    }
}
