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

/** {@code --handlers} is the consent to load and run what looks at saves, whatever command saves. */
class HandlersTest {
    private static final String NOTE = """
            @ContentType public class Note {
                public String getTitle() { return ""; }
                public void setTitle(String title) {}
            }
            """;
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
    private static final String GUARD = """
            import dev.synchronizer.saving.*;
            public class Guard implements SaveHandler {
                public String name() { return "guard"; }
                public Serves serves() { return Serves.stores("main").kinds(SubjectKind.MODEL, SubjectKind.OVERRIDES); }
                public void saving(SavingEvent event) { throw event.veto("frozen", "types are frozen"); }
            }
            """;

    @TempDir
    Path directory;

    private Path limit = Path.of("");
    private Path guard = Path.of("");

    @BeforeEach
    void compile() throws IOException {
        limit = ModelJars.make(
                Files.createDirectories(directory.resolve("handlers")).resolve("limit.jar"),
                Map.of("Limit", LIMIT),
                Map.of("dev.synchronizer.saving.SaveProcessor", "Limit"));
        guard = ModelJars.make(
                directory.resolve("guard.jar"),
                Map.of("Guard", GUARD),
                Map.of("dev.synchronizer.saving.SaveHandler", "Guard"));
        ModelJars.make(directory.resolve("site-1.0.jar"), Map.of("Note", NOTE));
        ModelJars.make(directory.resolve("site-1.1.jar"), Map.of("Note", NOTE, "More", NOTE.replace("Note", "More")));
        assertThat(run("sync", "--models", models("1.0")).exitCode()).isZero();
    }

    private String models(String version) {
        return directory.resolve("site-" + version + ".jar").toString();
    }

    private CommandRun limited(String... arguments) {
        String[] more = {"--handlers", limit.getParent().toString(), "--pipeline", "limit before validate"};
        return run(Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void aVetoOfAModelChangeEndsTheDryRunAndTheRun() {
        for (String[] mode :
                new String[][] {{"--dry-run"}, {}, {"--format", "json", "--dry-run"}, {"--format", "json"}}) {
            String[] sync = {"sync", "--models", models("1.1"), "--handlers", guard.toString()};
            CommandRun run =
                    run(Stream.concat(Arrays.stream(sync), Arrays.stream(mode)).toArray(String[]::new));

            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(5);
            assertThat(run.out() + run.err()).contains("CT801", "types are frozen");
            assertThat(run("types").out()).doesNotContain("More");
        }
    }

    @Test
    void handlersLookAtOverridesTooAndCanBeSuppressedByName() {
        String[] set = {"set", "Note", "displayName=Memo", "--handlers", guard.toString()};
        assertThat(run(set).exitCode()).isEqualTo(5);

        assertThat(run(Stream.concat(Arrays.stream(set), Stream.of("--suppress", "guard"))
                                .toArray(String[]::new))
                        .exitCode())
                .isZero();
        CommandRun unknown = run("set", "Note", "displayName=Other", "--suppress", "gard");
        assertThat(unknown.exitCode()).isEqualTo(64);
        assertThat(unknown.err())
                .contains("CT812", "Fix: register it, on the command line by --handlers", "as there is none");
        assertThat(run(Stream.concat(Arrays.stream(set), Stream.of("--suppress", "nosuch"))
                                .toArray(String[]::new))
                        .err())
                .contains("Fix: name one that there is: guard.");
        assertThat(run("set", "Note", "displayName=Other", "--handlers", guard.toString(), "--store", "archive")
                        .exitCode())
                .as("it does not serve that store")
                .isZero();
    }

    @Test
    void whatCannotBeLoadedIsSaid() throws IOException {
        Path broken = ModelJars.make(
                directory.resolve("broken.jar"),
                Map.of("Plain", "public class Plain {}"),
                Map.of("dev.synchronizer.saving.SaveHandler", "Missing"));

        CommandRun run = run("pipeline", "--handlers", broken.toString());
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("CT812", "acme.Missing");
        assertThat(run("pipeline", "--handlers", "missing.jar").err()).contains("there is no such file");
    }

    @Test
    void thePipelineShowsWhoStandsWhereInIt() throws IOException {
        CommandRun run = limited("pipeline");
        assertThat(run.out()).containsPattern("limit +on +acme.Limit\nvalidate +on +built in");

        String json = limited("pipeline", "--format", "json").out();
        assertThat(AdministrationSchemaTest.violations("pipeline", json)).isEmpty();
        assertThat(AdministrationSchemaTest.violations(
                        "pipeline", json.replace("\"mode\": \"on\"", "\"mode\": \"no\"")))
                .isNotEmpty();
        CommandRun misplaced = run("pipeline", "--handlers", limit.toString(), "--pipeline", "limit after write");
        assertThat(misplaced.exitCode()).isEqualTo(64);
        assertThat(misplaced.err()).contains("CT811", "place it among these steps: lock, load");
    }

    private CommandRun run(String... arguments) {
        Stream<String> database = arguments[0].equals("pipeline")
                ? Stream.empty()
                : Stream.of("--url", "jdbc:h2:file:" + directory.resolve("db"));
        return CommandRun.of(
                directory, Stream.concat(Arrays.stream(arguments), database).toArray(String[]::new));
    }
}
