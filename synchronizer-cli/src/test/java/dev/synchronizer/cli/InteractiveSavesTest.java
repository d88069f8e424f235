package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --interactive} asks at the terminal, and says the way out where there is none; what is kept is found. */
class InteractiveSavesTest {
    private static final String ID = "0197f1de-0000-7000-8000-000000000001";
    private static final String NOTE = """
            @ContentType public class Note {
                @Property(required = true, defaultValue = "3") public Integer getStars() { return null; }
                public void setStars(Integer stars) {}
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
        String[] all = new String[5 + more.length];
        System.arraycopy(
                new String[] {"content", "import", line.toString(), "--severity", "required=critical"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return run(terminal, answer, all);
    }

    @Test
    void yesSavesAndAnythingElseDoesNot() {
        Terminal asking = new Terminal(false, false, false, true);

        for (String answer : new String[] {"", "\n", "no\n", "yesterday\n"}) {
            CommandRun refused = imported(asking, answer, "--interactive");
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(5);
            assertThat(refused.err()).contains("Save it nevertheless? [y/N]", "CT823", "--interactive", "--force");
        }
        assertThat(imported(asking, "yes\n", "--interactive").exitCode()).isZero();

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
    void whereThereIsNoTerminalItIsRefusedWithTheWayOut() {
        CommandRun refused = imported(Terminal.NONE, "yes\n", "--interactive");
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err()).contains("there is no terminal", "--force");
        assertThat(imported(Terminal.NONE, "", "--interactive", "--force").exitCode())
                .isZero();
    }

    private CommandRun run(Terminal terminal, String in, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--url";
        all[arguments.length + 1] = "jdbc:h2:file:" + directory.resolve("db");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                terminal);
        int exitCode = new Program(surroundings).run(all);
        surroundings.flush();
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
