package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.task.ServerChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
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
    void whatIsSharedWithAServerIsSaidNowhere() throws IOException {
        String secret = "geheim42".repeat(5);
        Path jar = ModelJars.make(directory.resolve("acme-1.0.jar"), Map.of("Note", NOTE));
        Path file = Files.writeString(directory.resolve("secret"), "zukurz42");
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        here("sync", "--models", jar.toString());
        try (Synchronizer there = Synchronizer.builder()
                        .dataSource(source)
                        .models(jar)
                        .serverName("there")
                        .stagingSecret("here", () -> secret)
                        .pollInterval(Duration.ZERO)
                        .build();
                ExchangeServer server = there.serveStaging(ServerOptions.standard())) {
            there.synchronize();
            there.staging().servers().save("Bob", ServerChannel.sender("here").withSecret("env:NONE"));
            here("staging", "servers", "add", "there", server.uri().toString(), "--secret", "file:" + file);
            here("content", "create", "Note", "One", "title=One");

            assertThat(here("staging", "servers", "test", "there", "--server-name", "here")
                            .err())
                    .contains("CT1008 error there: ", "at least 32 characters");
            Files.writeString(file, "falsch42".repeat(5));
            assertThat(here("staging", "servers", "test", "there", "--server-name", "here")
                            .err())
                    .contains("CT1008 error there: ", "401");
            assertThat(here("staging", "run", "--all", "--server-name", "here").exitCode())
                    .isEqualTo(1);
            here("staging", "show", "1");
            here("staging", "tasks", "--format", "json");
            Files.writeString(file, secret + "\n");
            assertThat(here("staging", "run", "--all", "--server-name", "here").exitCode())
                    .isZero();
            here("staging", "show", "1", "--format", "json");
            here("staging", "servers", "list", "--format", "json");
            here("doctor");
        }

        assertThat(said.toString()).contains("file:" + file);
        assertThat(said).doesNotContain("geheim42").doesNotContain("falsch42").doesNotContain("zukurz42");
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
