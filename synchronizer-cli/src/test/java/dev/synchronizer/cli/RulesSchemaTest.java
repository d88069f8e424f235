package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of rules write as JSON is what the published schemas say. */
class RulesSchemaTest {
    private static final String NOTE = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
            }
            """;
    private static final Pattern ITEM = Pattern.compile("\"id\": ?\"([0-9a-f-]{36})\"");

    @TempDir
    Path directory;

    @BeforeEach
    void commit() throws IOException {
        run(
                "sync",
                "--models",
                ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Note", NOTE))
                        .toString());
    }

    @Test
    void rulesAndWhatBecomesOfThem() throws IOException {
        String added = run("rules", "add", "r", "--types", "Note", "--do", "set title=x", "--do", "veto no never");
        assertThat(violations("rule-change", added)).isEmpty();
        assertThat(violations("rule-change", added.replace("\"after\"", "\"since\"")))
                .isNotEmpty();
        assertThat(violations("rule-change", run("rules", "remove", "r"))).isEmpty();
        assertThat(violations("rule-change", run("rules", "add", "r", "--do", "log INFO x")))
                .isEmpty();
        String all = run("rules", "list");
        assertThat(violations("rules", all)).isEmpty();
        assertThat(violations("rules", all.replace("\"condition\"", "\"when\"")))
                .isNotEmpty();
        String one = run("rules", "show", "r");
        assertThat(violations("rule", one)).isEmpty();
        assertThat(violations("rule", one.replace("\"level\"", "\"to\""))).isNotEmpty();
    }

    @Test
    void trials() throws IOException {
        Matcher item = ITEM.matcher(run("content", "create", "Note", "N"));
        assertThat(item.find()).isTrue();
        Path file = directory.resolve("rule.json");
        Files.writeString(file, """
                {"name": "r", "store": "main", "actions": [{"do": "set", "property": "title", "value": "x"},
                  {"do": "report", "severity": "ERROR", "message": "dull"}, {"do": "log", "level": "INFO", "message": "x"},
                  {"do": "veto", "code": "no", "message": "never"}]}
                """);
        String trial = run("rules", "test", "--file", file.toString(), item.group(1));

        assertThat(violations("rule-test", trial)).isEmpty();
        assertThat(trial).contains("\"after\": \"x\"", "\"severity\": \"error\"", "\"level\": \"info\"", "\"never\"");
        assertThat(violations("rule-test", trial.replace("\"holds\"", "\"is\"")))
                .isNotEmpty();
        assertThat(violations("rule-test", trial.replace("\"before\"", "\"from\"")))
                .isNotEmpty();
    }

    private String run(String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db"), "--format", "json"))
                .toArray(String[]::new);
        CommandRun run = CommandRun.of(directory, all);
        assertThat(run.out()).as(String.join(" ", arguments) + run.err()).isNotEmpty();
        return run.out();
    }
}
