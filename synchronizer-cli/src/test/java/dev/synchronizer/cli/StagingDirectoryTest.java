package dev.synchronizer.cli;

import static dev.synchronizer.cli.AdministrationSchemaTest.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store does is written as files by commands, and read by others. */
class StagingDirectoryTest {
    @TempDir
    Path directory;

    private TwoServers servers;
    private String content = "";

    @BeforeEach
    void start() throws IOException {
        servers = TwoServers.in(directory);
        content = directory.resolve("content").toString();
    }

    private String export(String server, String... more) {
        return servers.done(server, words("export", more));
    }

    private CommandRun read(String server, String... more) {
        return servers.run(server, words("import", more));
    }

    private String[] words(String command, String... more) {
        return Stream.concat(Stream.of("staging", command, content), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void whatIsExportedHereIsImportedThere() {
        String item = servers.create("here", "One");
        assertThat(export("here")).isEqualTo("1 file written, 0 unchanged, 0 removed.\n");
        assertThat(export("here")).isEqualTo("No files written, 1 unchanged, 0 removed.\n");

        CommandRun dry = read("there", "--dry-run");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.out())
                .containsPattern("CREATE +items/note/\\S+/" + item + "\\.json")
                .contains("1 to create, 0 to update, 0 to delete; nothing was written.");
        assertThat(servers.run("there", "content", "show", item).exitCode()).isNotZero();

        CommandRun run = read("there");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("1 change saved, 0 so already, 0 not.\n");
        assertThat(servers.show("there", item)).contains("One");
        assertThat(read("there").out()).isEqualTo("No changes saved, 0 so already, 0 not.\n");
    }

    @Test
    void aModeSaysWhatMayBeDone() {
        String item = servers.create("here", "One");
        export("here");
        read("there");
        String other = servers.create("there", "Other");
        servers.set("here", item, "title=Two");
        export("here");

        assertThat(read("there", "--mode", "create-only").exitCode()).isZero();
        assertThat(servers.show("there", item)).contains("One");
        assertThat(read("there").exitCode()).isZero();
        assertThat(servers.show("there", item)).contains("Two");
        assertThat(servers.show("there", other)).doesNotContain("recycle bin");
        String key = "item:" + other;
        assertThat(read("there", "--mode", "items=create-update-and-delete", "--explain", key)
                        .out())
                .contains(key, "DELETE");
        assertThat(read("there", "--mode", "create-update-and-delete,items=create-only", "--explain", key)
                        .out())
                .contains("SKIP");
        assertThat(read("there", "--mode", "create-update-and-delete", "--exclude", "items")
                        .exitCode())
                .isZero();
        assertThat(servers.show("there", other)).doesNotContain("recycle bin");

        assertThat(read("there", "--mode", "items=create-update-and-delete").exitCode())
                .isZero();
        assertThat(servers.show("there", other)).contains("in the recycle bin");
    }

    @Test
    void anExportOfTheWrongStoreEmptiesNoDirectory() {
        for (int i = 0; i < 11; i++) {
            servers.create("here", "Item" + i);
        }
        export("here");

        CommandRun run = servers.run("there", "staging", "export", content);
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("CT1021", "11 of 11 files would be removed", "allow 11 deletions");
        assertThat(export("here")).isEqualTo("No files written, 11 unchanged, 0 removed.\n");

        assertThat(servers.run("there", "staging", "export", content, "--allow-deletes=-1")
                        .exitCode())
                .isEqualTo(64);
        assertThat(export("there", "--allow-deletes", "11")).isEqualTo("No files written, 0 unchanged, 11 removed.\n");
    }

    @Test
    void aMassDeletionHasToBeAllowed() {
        for (int i = 0; i < 11; i++) {
            servers.create("there", "Item" + i);
        }
        servers.create("here", "One");
        export("here");
        String[] mode = {"--mode", "create-update-and-delete"};

        for (List<String> more : List.of(List.of("--dry-run"), List.<String>of(), List.of("--format", "json"))) {
            CommandRun run =
                    read("there", Stream.concat(Stream.of(mode), more.stream()).toArray(String[]::new));
            assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
            assertThat(run.err() + run.out()).contains("CT1021", "allow 11 deletions");
        }
        assertThat(servers.done("there", "content", "list", "Note")).contains("Item0", "Item10");

        assertThat(read("there", "--mode", "create-update-and-delete", "--allow-deletes", "11")
                        .exitCode())
                .isZero();
        assertThat(servers.done("there", "content", "list", "Note"))
                .contains("One")
                .doesNotContain("Item");
    }

    @Test
    void aFilterChooses() throws IOException {
        servers.create("here", "One");
        servers.done("here", "set", "Note", "displayName=Memo");

        export("here", "--kind", "overrides");
        assertThat(directory.resolve("content/overrides/note.json")).exists();
        assertThat(directory.resolve("content/items")).doesNotExist();
        export("here", "--type", "Note", "--path", "items");
        assertThat(directory.resolve("content/items/note")).isDirectory();
        assertThat(read("there", "--path", "overrides").out()).startsWith("1 change saved");
        assertThat(read("there", "--kind", "item", "--dry-run").out())
                .startsWith("action")
                .contains("1 to create");
        assertThat(servers.done("there", "content", "list", "Note")).doesNotContain("One");
        assertThat(servers.done("there", "types", "Note")).contains("Memo");
    }

    @Test
    void answersAreWhatTheSchemasSay() throws IOException {
        String item = servers.create("here", "One");
        holds("export", servers.done("here", words("export", "--format", "json")), "removed");
        holds("import-plan", read("there", "--dry-run", "--format", "json").out(), "changes");
        holds(
                "import-explanation",
                read("there", "--explain", "item:" + item, "--format", "json").out(),
                "reason");
        holds("import", read("there", "--format", "json").out(), "failures");
        Files.delete(directory.resolve("content/synchronizer-directory.json"));
        CommandRun none = read("there", "--format", "json");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("CT1023");
    }

    private static void holds(String schema, String json, String member) throws IOException {
        assertThat(json).contains("\"" + member + "\"");
        assertThat(violations("staging-" + schema, json)).as(json).isEmpty();
        assertThat(violations("staging-" + schema, json.replace("\"" + member + "\"", "\"other\"")))
                .as(member)
                .isNotEmpty();
    }

    @Test
    void wrongUsageIsSaidWithTheWayOut() {
        export("here");
        assertThat(wrong("--mode", "all")).contains("'all' is no mode; there are: create-only");
        assertThat(wrong("--mode", "items=")).contains("'items=' is no mode");
        assertThat(wrong("--kind", "thing")).contains("--kind: ");
        assertThat(wrong("--allow-deletes=-1")).contains("--allow-deletes");
    }

    private String wrong(String... more) {
        CommandRun run = read("there", more);
        assertThat(run.exitCode()).as(String.join(" ", more) + run.err()).isEqualTo(64);
        return run.err();
    }
}
