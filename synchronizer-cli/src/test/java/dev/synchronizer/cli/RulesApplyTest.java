package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules apply writes, for people and for programs, and how it saves. */
class RulesApplyTest {
    private static final String GUARD = """
            import dev.synchronizer.saving.*;
            public class Guard implements SaveHandler {
                public String name() { return "guard"; }
                public Serves serves() { return Serves.stores("main").operations(SaveOperation.UPDATE); }
                public void saving(SavingEvent event) { throw event.veto("frozen", "nothing changes"); }
            }
            """;

    @TempDir
    Path directory;

    private void rule(String name, String... actions) {
        String[] add = {"rules", "add", name};
        String[] does = Arrays.stream(actions)
                .flatMap(action -> Stream.of("--do", action))
                .toArray(String[]::new);
        CommandRun run =
                run(Stream.concat(Arrays.stream(add), Arrays.stream(does)).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @BeforeEach
    void write() throws IOException {
        assertThat(run("define", "Note", "title:STRING", "teaser:STRING").exitCode())
                .isZero();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            lines.append("{\"type\":\"Note\",\"name\":\"N%d\",\"values\":{\"title\":\"T%d\"}}%n".formatted(i, i));
        }
        Path file = directory.resolve("notes.jsonl");
        Files.writeString(file, lines);
        assertThat(run("content", "import", file.toString()).exitCode()).isZero();
    }

    @Test
    void allRefusalsStandInTheJsonAndTheFirstFewInTheText() throws IOException {
        rule("never", "veto no not today");
        CommandRun text = run("rules", "apply", "--all");
        assertThat(text.exitCode()).isEqualTo(5);
        assertThat(text.out())
                .contains("... and 5 more; --format json lists all of them.")
                .endsWith("Looked at 25 items: 0 changed, 25 left as they are.\n");
        for (String[] mode : new String[][] {{}, {"--dry-run"}}) {
            String json = json(mode);
            assertThat(violations("rule-run", json)).isEmpty();
            JsonNode report = new ObjectMapper().readTree(json);
            assertThat(report.get("refusals")).hasSize(25);
            assertThat(report.get("refused").asInt()).isEqualTo(25);
        }
    }

    @Test
    void whatIsFoundIsToldAndStandsInTheJson() throws IOException {
        rule("marks", "set teaser=x", "report WARNING it is long");
        CommandRun dry = run("rules", "apply", "--all", "--dry-run");
        assertThat(dry.out()).endsWith("25 would change, 0 left as they are, 25 found.\n");
        assertThat(dry.err()).contains("warning", "it is long (marks)").contains("... and 5 more of what was found.");

        String json = json();

        assertThat(violations("rule-run", json)).isEmpty();
        assertThat(violations("rule-run", json.replace("\"found\"", "\"met\""))).isNotEmpty();
        JsonNode report = new ObjectMapper().readTree(json);
        assertThat(report.get("found").asInt()).isEqualTo(25);
        assertThat(report.get("findings")).hasSize(20);
        assertThat(report.get("findings").get(0).get("message").asText()).isEqualTo("it is long");
    }

    @Test
    void whatIsFoundInALanguageIsToldWithIt() {
        assertThat(run("define", "Page", "title:STRING", "--setting", "title.localized=true")
                        .exitCode())
                .isZero();
        assertThat(run("content", "create", "Page", "P", "title[de]=T", "title[en]=T")
                        .exitCode())
                .isZero();
        rule("marks", "validate-as WARNING it is long");

        CommandRun run = run("rules", "apply", "--type", "Page");

        assertThat(run.err().lines()).doesNotHaveDuplicates();
        assertThat(run.err()).contains(" [de]: it is long (marks).", " [en]: it is long (marks).");
        assertThat(run("rules", "show", "marks").out()).contains("report WARNING it is long");
    }

    @Test
    void aNameThatCannotStandInListsIsRefused() {
        for (String name : new String[] {"has space", "a,b"}) {
            CommandRun run = run("rules", "add", name, "--do", "clear teaser");
            assertThat(run.exitCode()).isEqualTo(64);
            assertThat(run.err()).contains("CT830", "holds blanks, commas");
        }
    }

    @Test
    void itSavesAsTheCommandLineSays() throws IOException {
        Path guard = ModelJars.make(
                directory.resolve("guard.jar"),
                Map.of("Guard", GUARD),
                Map.of("dev.synchronizer.saving.SaveHandler", "Guard"));
        rule("marks", "set teaser=x", "report CRITICAL think twice");
        String[] apply = {"rules", "apply", "--all", "--handlers", guard.toString()};

        assertThat(run("rules", "apply", "--all").out()).contains("0 changed, 25 left as they are");
        assertThat(with(apply, "--force").out()).contains("0 changed, 25 left as they are");
        assertThat(with(apply, "--suppress", "guard").out()).contains("0 changed, 25 left as they are");
        assertThat(with(apply, "--force", "--suppress", "guard").out()).contains("25 changed, 0 left as they are");
        CommandRun unknown = with(apply, "--severity", "nobody=ERROR");
        assertThat(unknown.err()).contains("CT824");
        assertThat(unknown.exitCode()).isEqualTo(64);
    }

    private CommandRun with(String[] command, String... more) {
        return run(Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new));
    }

    private String json(String... more) {
        String[] apply = {"rules", "apply", "--all", "--format", "json"};
        return with(apply, more).out();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(
                directory,
                Stream.concat(Arrays.stream(arguments), Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db")))
                        .toArray(String[]::new));
    }
}
