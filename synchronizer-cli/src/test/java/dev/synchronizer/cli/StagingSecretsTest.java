package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets for other servers are looked up where they are said to be, and shown nowhere. */
class StagingSecretsTest {
    private static final String NOTE = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
            }
            """;

    @TempDir
    Path directory;

    private final StringBuilder said = new StringBuilder();

    private CommandRun here(String... arguments) {
        return run("here", Map.of(), arguments);
    }

    private CommandRun run(String server, Map<String, String> environment, String... arguments) {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--verbose";
        all[arguments.length + 1] = "--url";
        all[arguments.length + 2] = "jdbc:h2:file:" + directory.resolve(server);
        CommandRun run = CommandRun.of(directory, environment, all);
        said.append(run.out()).append(run.err());
        return run;
    }

    @Test
    void aPasswordIsReadFromAFileAndSaidNowhere() throws IOException {
        String jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Note", NOTE))
                .toString();
        Map<String, String> password = Map.of("SYNCHRONIZER_PASSWORD", "geheim42");
        assertThat(run("there", password, "sync", "--models", jar, "--user", "cms")
                        .exitCode())
                .isZero();
        assertThat(here("sync", "--models", jar).exitCode()).isZero();
        Path file = directory.resolve("secret");
        String there = "jdbc:h2:file:" + directory.resolve("there");
        assertThat(here("staging", "servers", "add", "there", there, "--server-user", "cms", "--secret", "file:" + file)
                        .exitCode())
                .isZero();
        assertThat(here("content", "create", "Note", "One", "title=One").exitCode())
                .isZero();

        CommandRun missing = here("staging", "servers", "test", "there");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("CT1007 error there: ", "file:" + file);
        assertThat(here("staging", "run", "--all").exitCode()).isEqualTo(1);

        Files.writeString(file, "falsch42\n");
        assertThat(here("staging", "servers", "test", "there").err()).contains("CT1008 error there: ");
        assertThat(here("staging", "run", "--all").exitCode()).isEqualTo(1);
        here("staging", "show", "1");

        Files.writeString(file, "geheim42\n");
        assertThat(here("staging", "servers", "test", "there").exitCode()).isZero();
        assertThat(here("staging", "run", "--all").exitCode()).isZero();
        assertThat(here("staging", "servers", "list").out()).contains("secret     file:" + file);
        here("staging", "servers", "list", "--format", "json");
        here("staging", "tasks", "--all", "--format", "json");
        assertThat(here("history", "--changes", "--format", "json").out()).contains("file:" + file);

        assertThat(said).doesNotContain("geheim42").doesNotContain("falsch42");
    }

    @Test
    void aPlaceWithAPasswordIsNotEvenShown() throws IOException {
        String jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Note", NOTE))
                .toString();
        here("sync", "--models", jar);
        for (String place : new String[] {
            "jdbc:postgresql://h/d?user=a&password=geheim42",
            "jdbc:h2:file:./b;PASSWORD=geheim42",
            "jdbc:mariadb://ada:geheim42@h/d",
            "https://ada:geheim42@h/"
        }) {
            CommandRun run = here("staging", "servers", "add", "there", place, "--secret", "env:THERE");
            assertThat(run.err()).contains("CT1002 error there: its place holds a password");
        }
        assertThat(said).doesNotContain("geheim42");
    }
}
