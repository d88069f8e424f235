package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor that limits lengths ends a save alike, whether it comes from the API, from an import or the command line. */
class LengthLimitTest {
    private static final String LIMIT = """
            import dev.synchronizer.saving.*;
            public class Limit implements SaveProcessor {
                public String name() { return "limit"; }
                public void process(SavingEvent event) {
                    event.after().get("title").map(Object::toString).filter(title -> title.length() > 5)
                            .ifPresent(title -> { throw event.veto("too-long",
                                    "title has " + title.length() + " characters, and 5 at most are allowed"); });
                }
            }
            """;
    private static final String PLACED = "limit before validate";
    private static final String REFUSAL = "limit refuses it: title has 11 characters, and 5 at most are allowed";
    private static final String LONG = "much longer";
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @TempDir
    Path directory;

    private Path limit = Path.of("");

    @BeforeEach
    void compile() throws IOException {
        limit = ModelJars.make(
                directory.resolve("limit.jar"),
                Map.of("Limit", LIMIT),
                Map.of("dev.synchronizer.saving.SaveProcessor", "Limit"));
    }

    @Test
    void itDoesSoOnEmbeddedH2() throws IOException {
        endsAlike(new TestDatabase("jdbc:h2:file:" + directory.resolve("db"), "ada", "ada"));
    }

    @Test
    void itDoesSoOnPostgres() throws IOException {
        endsAlike(new PostgresServer().fresh());
    }

    private void endsAlike(TestDatabase database) throws IOException {
        run(database, "define", "Note", "title:STRING");
        assertThat(limited(database, "content", "import", lines(ID, "short")).exitCode())
                .isZero();

        CommandRun set = limited(database, "content", "set", ID.toString(), "title=" + LONG);
        CommandRun imported = limited(database, "content", "import", lines(UUID.randomUUID(), LONG));
        for (CommandRun run : new CommandRun[] {set, imported}) {
            assertThat(run.exitCode()).isEqualTo(5);
            assertThat(run.err()).contains("CT801", REFUSAL);
        }
        requireRefusedByTheApi(database);
        assertThat(run(database, "content", "list", "Note", "--format", "json").out())
                .containsOnlyOnce("\"type\"")
                .contains(ID.toString(), "\"revision\": 1");
        assertThat(run(database, "content", "set", ID.toString(), "title=" + LONG)
                        .exitCode())
                .as("without it, nobody minds")
                .isZero();
    }

    private void requireRefusedByTheApi(TestDatabase database) throws IOException {
        try (URLClassLoader loader = loader();
                Synchronizer synchronizer = synchronizer(database, loader)) {
            Item item = synchronizer.items().get(ID);
            assertThatThrownBy(() -> synchronizer.items().save("Ada", item.with("title", LONG)))
                    .isInstanceOf(SaveVetoedException.class)
                    .hasMessageContaining(REFUSAL);
            byte[] line = line(UUID.randomUUID(), LONG).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> synchronizer
                            .transfer()
                            .importFrom("Ada", new ByteArrayInputStream(line), ImportOptions.allOrNothing()))
                    .hasMessageContaining(REFUSAL);
        }
    }

    private URLClassLoader loader() throws MalformedURLException {
        return new URLClassLoader(new URL[] {limit.toUri().toURL()}, getClass().getClassLoader());
    }

    private static Synchronizer synchronizer(TestDatabase database, ClassLoader loader) {
        SynchronizerBuilder builder =
                Synchronizer.builder().dataSource(database.dataSource()).pollInterval(Duration.ZERO);
        return builder.findSaveHandlers(loader).pipeline(PLACED).build();
    }

    private String lines(UUID id, String title) throws IOException {
        return Files.writeString(directory.resolve(id + ".jsonl"), line(id, title))
                .toString();
    }

    private static String line(UUID id, String title) {
        return """
                {"id":"%s","type":"Note","name":"N","values":{"title":"%s"}}
                """.formatted(id, title);
    }

    private CommandRun limited(TestDatabase database, String... arguments) {
        Stream<String> all =
                Stream.concat(Stream.of(arguments), Stream.of("--handlers", limit.toString(), "--pipeline", PLACED));
        return run(database, all.toArray(String[]::new));
    }

    private CommandRun run(TestDatabase database, String... arguments) {
        Stream<String> server = Stream.of("--url", database.url(), "--user", database.user());
        return CommandRun.of(
                directory,
                Map.of("SYNCHRONIZER_PASSWORD", database.password()),
                Stream.concat(Stream.of(arguments), server).toArray(String[]::new));
    }
}
