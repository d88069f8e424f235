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

/** {@code --interactive} asks at the terminal, and says the way out where there is none; what is kept is found. */
class InteractiveSavesTest {
    private static final String ID = "0197f1de-0000-7000-8000-000000000001";
    private static final Terminal ASKING = new Terminal(false, false, false, true);
    private static final String NOTE = """
            @ContentType public class Note {
                @Property(required = true, defaultValue = "3") public Integer getStars() { return null; }
                public void setStars(Integer stars) {}
            }
            """;
    private static final String CAREFUL = """
            import dev.synchronizer.saving.*;
            public class Careful implements SaveProcessor {
                public String name() { return "careful"; }
                public void process(SavingEvent event) {
                    event.set("stars", event.ask("Is it a good one") ? 5 : 1);
                }
            }
            """;
    private static final String LINE = "{\"id\":\"" + ID + "\",\"type\":\"Note\",\"name\":\"One\",\"revision\":1,"
            + "\"createdAt\":\"2026-03-01T10:00:00Z\",\"createdBy\":\"Ada\",\"savedAt\":\"2026-03-01T10:00:00Z\","
            + "\"savedBy\":\"Ada\",\"values\":{}}\n";

    @TempDir
    Path directory;

    private Path line = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        Path jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Note", NOTE));
        assertThat(run(Terminal.NONE, "", "sync", "--models", jar.toString()).exitCode())
                .isZero();
        line = Files.writeString(directory.resolve("items.jsonl"), LINE);
    }

    private CommandRun imported(Terminal terminal, String answer, String... more) {
        String[] all = {"content", "import", line.toString(), "--severity", "required=critical"};
        return run(terminal, answer, joined(all, more));
    }

    @Test
    void yesSavesAndAnythingElseDoesNot() {
        for (String answer : new String[] {"", "\n", "no\n", "yesterday\n"}) {
            CommandRun refused = imported(ASKING, answer, "--interactive");
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(5);
            assertThat(refused.err()).contains("Save it nevertheless? [y/N]", "CT823", "--interactive", "--force");
        }
        assertThat(imported(ASKING, "yes\n", "--interactive").exitCode()).isZero();

        CommandRun validated = run(Terminal.NONE, "", "content", "validate", "--severity", "required=warning");
        assertThat(validated.out())
                .contains("kept critical Note.stars: it is required, and there is no value (required).")
                .contains("--fix would do this: give it the default (stars), as required offers.");
        String json = run(
                        Terminal.NONE, "", "content", "validate", "--severity", "required=warning", "--format", "json")
                .out();
        assertThat(json).contains("\"kept\"", "\"offers\"");
    }

    @Test
    void aProcessorHasTheAnswerToItsQuestion() throws IOException {
        Path careful = ModelJars.make(
                directory.resolve("careful.jar"),
                Map.of("Careful", CAREFUL),
                Map.of("dev.synchronizer.saving.SaveProcessor", "Careful"));
        String[] handlers = {"--handlers", careful.toString(), "--pipeline", "careful before validate"};

        CommandRun unanswered = imported(Terminal.NONE, "", handlers);
        assertThat(unanswered.exitCode()).as(unanswered.err()).isEqualTo(5);
        assertThat(unanswered.err()).contains("Is it a good one", "--interactive", "--force");
        CommandRun no = imported(ASKING, "n\n", joined(handlers, "--interactive"));
        assertThat(no.exitCode()).as(no.err()).isZero();
        assertThat(no.err()).contains("Is it a good one? [y/N] ");
        assertThat(stars()).isEqualTo("1");
        String[] set = {"content", "set", ID, "stars=7", "--interactive"};
        CommandRun yes = run(ASKING, "Y\n", joined(set, handlers));
        assertThat(yes.exitCode()).as(yes.err()).isZero();
        assertThat(stars()).isEqualTo("5");
    }

    private String stars() {
        String shown = run(Terminal.NONE, "", "content", "show", ID).out();
        return shown.replaceFirst("(?s).*stars\\s+(\\S+).*", "$1");
    }

    @Test
    void whereThereIsNoTerminalItIsRefusedWithTheWayOut() {
        CommandRun refused = imported(Terminal.NONE, "yes\n", "--interactive");
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err()).contains("there is no terminal", "--force");
        assertThat(imported(Terminal.NONE, "", "--interactive", "--force").exitCode())
                .isZero();
    }

    private CommandRun run(Terminal terminal, String typed, String... arguments) {
        String[] url = {"--url", "jdbc:h2:file:" + directory.resolve("db")};
        return CommandRun.typed(directory, terminal, typed, joined(arguments, url));
    }

    private static String[] joined(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
