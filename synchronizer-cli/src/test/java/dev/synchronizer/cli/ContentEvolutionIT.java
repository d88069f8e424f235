package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample site goes through its releases with content, in processes that are killed at any moment, and every value is
 * where its documentation says. {@code -Ditems=10000 -Dkills=50} takes more of both.
 */
class ContentEvolutionIT {
    private static final int ITEMS = Integer.getInteger("items", 1_000);
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final int KILLS_OF_A_RELEASE = 3;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Random moments = new Random(KILLS);
    private int kills;

    @TempDir
    Path directory;

    @Test
    void everyValueArrivesInH2() throws Exception {
        evolve(new H2Server());
    }

    @Test
    void everyValueArrivesInPostgres() throws Exception {
        evolve(new PostgresServer());
    }

    private void evolve(TestServer server) throws Exception {
        List<ObjectNode> items = SampleItems.of(ITEMS, 11);
        List<ObjectNode> guides = SampleItems.audioGuides(ITEMS / 20, 12);
        do {
            evolve(server.fresh(), items, guides);
        } while (kills < KILLS);
    }

    private void evolve(TestDatabase database, List<ObjectNode> items, List<ObjectNode> guides) throws Exception {
        release(database, "1.0", List.of(), List.of());
        importAll(database, items);
        assertThat(export(database)).as("export of an import").isEqualTo(lines(items));

        List<ObjectNode> after11 = new ArrayList<>(SampleReleases.after11(items));
        release(database, "1.1", items, after11, "--allow", "lossy");
        importAll(database, guides);
        after11.addAll(guides);

        List<ObjectNode> after12 = SampleReleases.after12(after11);
        release(database, "1.2", after11, after12, "--run-steps");

        release(database, "1.0", after12, after12);
    }

    /** Tries a release again and again until a process is not killed before its end. */
    private void release(
            TestDatabase database, String version, List<ObjectNode> before, List<ObjectNode> after, String... options)
            throws Exception {
        Path models = Path.of("../sample-models/site-%s/target/sample-site-%s.0.jar".formatted(version, version))
                .toAbsolutePath();
        assertThat(models).as("built before this module").exists();
        for (int i = 0; i < KILLS_OF_A_RELEASE && kills < KILLS && !before.isEmpty(); i++) {
            SyncProcess.start(database, directory, models, options).killAfter(moments.nextLong(4_000));
            kills++;
            assertWhole(database, before, after, "kill %d, release %s".formatted(kills, version));
        }
        SyncProcess last = SyncProcess.start(database, directory, models, options);
        assertThat(last.exitCode()).as(last.errors()).isZero();
        assertHolds(database, after, "release " + version);
    }

    private void assertWhole(TestDatabase database, List<ObjectNode> before, List<ObjectNode> after, String where)
            throws IOException {
        Map<String, JsonNode> found = byId(export(database));
        assertThat(found.equals(contents(before)) || found.equals(contents(after)))
                .as(where + " leaves all or nothing")
                .isTrue();
    }

    private void assertHolds(TestDatabase database, List<ObjectNode> expected, String where) throws IOException {
        Map<String, JsonNode> found = byId(export(database));
        Map<String, JsonNode> wanted = contents(expected);
        assertThat(found.keySet()).as(where).isEqualTo(wanted.keySet());
        wanted.forEach((id, content) ->
                assertThat(found.get(id)).as("%s, item %s", where, id).isEqualTo(content));
    }

    private void importAll(TestDatabase database, List<ObjectNode> items) throws IOException {
        Path file = Files.writeString(directory.resolve("items.jsonl"), lines(items));
        assertThat(run(database, "content", "import", file.toString()).exitCode())
                .isZero();
    }

    private String export(TestDatabase database) {
        CommandRun run = run(database, "content", "export");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private CommandRun run(TestDatabase database, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--url", database.url(), "--user", database.user()));
        return CommandRun.of(
                directory, Map.of("SYNCHRONIZER_PASSWORD", database.password()), arguments.toArray(String[]::new));
    }

    private static String lines(List<ObjectNode> items) {
        StringBuilder lines = new StringBuilder();
        items.stream()
                .sorted(Comparator.comparing(item -> item.get("id").textValue()))
                .forEach(item -> lines.append(item).append('\n'));
        return lines.toString();
    }

    /** What a step saves is a save like any other; when and by whom is not worked out here. */
    private static Map<String, JsonNode> byId(String lines) throws IOException {
        Map<String, JsonNode> byId = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            ObjectNode item = (ObjectNode) MAPPER.readTree(line);
            item.remove(List.of("revision", "savedAt", "savedBy"));
            byId.put(item.get("id").textValue(), item);
        }
        return byId;
    }

    private static Map<String, JsonNode> contents(List<ObjectNode> items) throws JsonProcessingException {
        Map<String, JsonNode> byId = new TreeMap<>();
        for (ObjectNode each : items) {
            ObjectNode item = (ObjectNode) MAPPER.readTree(each.toString());
            item.remove(List.of("revision", "savedAt", "savedBy"));
            byId.put(item.get("id").textValue(), item);
        }
        return byId;
    }
}
