package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleAction;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules are applied to many items by processes that are killed on their way, and in the end each item was saved once by
 * them. Embedded H2 cannot be watched from a second process, so a handler writes a mark for each item that is committed.
 * {@code -Ditems=1000} takes fewer of them.
 */
class RulesApplyIT {
    private static final int ITEMS = Integer.getInteger("items", 100_000);
    /** The promise is of the other two. */
    private static final int ITEMS_OF_MARIA_DB = Math.min(ITEMS, 20_000);

    @TempDir
    Path directory;

    @Test
    void everyItemIsSavedOnceInH2() throws Exception {
        TestDatabase database = new H2Server().fresh();
        // It would else keep what is committed for half a second before it writes it, and lose it with its process.
        applyAndKill(database.withUrl(database.url() + ";WRITE_DELAY=0"), ITEMS);
    }

    @Test
    void everyItemIsSavedOnceInMariaDb() throws Exception {
        applyAndKill(new MariaDbServer().fresh(), ITEMS_OF_MARIA_DB);
    }

    @Test
    void everyItemIsSavedOnceInPostgres() throws Exception {
        applyAndKill(new PostgresServer().fresh(), ITEMS);
    }

    private void applyAndKill(TestDatabase database, int items) throws Exception {
        List<String> definition = List.of("define", "Page", "title:STRING", "teaser:STRING");
        SyncProcess define = SyncProcess.command(database, directory, definition);
        assertThat(define.exitCode()).as(define.errors()).isZero();
        opened(database, synchronizer -> fill(synchronizer, items));

        killed(database, 1);
        long looked = killed(database, items / 2);
        SyncProcess last = SyncProcess.command(database, directory, apply());
        assertThat(last.exitCode()).as(last.errors()).isZero();

        JsonNode report = new ObjectMapper().readTree(last.output());
        assertThat(report.get("resumedAfter").asLong()).isEqualTo(looked);
        assertThat(report.get("looked").asLong()).isEqualTo(items);
        assertThat(report.get("changed").asLong()).isEqualTo(items);
        assertThat(opened(database, RulesApplyIT::savedOnce)).isEqualTo(items);
    }

    private static <T> T opened(TestDatabase database, Function<Synchronizer, T> work) throws Exception {
        // H2 closes its files with the last connection, and opening them takes long.
        try (Connection kept = database.connect();
                Synchronizer synchronizer = Synchronizer.builder()
                        .dataSource(database.dataSource())
                        .pollInterval(Duration.ZERO)
                        .build()) {
            assertThat(kept.isValid(0)).isTrue();
            return work.apply(synchronizer);
        }
    }

    private static long fill(Synchronizer synchronizer, int items) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < items; i++) {
            lines.append(
                    "{\"type\":\"Page\",\"name\":\"Page %d\",\"values\":{\"title\":\"Title %d\"}}%n".formatted(i, i));
        }
        byte[] all = lines.toString().getBytes(StandardCharsets.UTF_8);
        RuleAction copy = new RuleAction.Copy("title", "teaser", "");
        synchronizer.rules().save("ann", new Rule("teasers", "main", List.of(), 1, true, "", List.of(copy)));
        synchronizer.rules().disable("ann", "teasers");
        long created = synchronizer
                .transfer()
                .importFrom("ann", new ByteArrayInputStream(all), ImportOptions.allOrNothing())
                .created();
        synchronizer.rules().enable("ann", "teasers");
        return created;
    }

    /** Applies rules where a handler writes a mark for each item that is committed. */
    private List<String> apply() throws IOException {
        Path jar = directory.resolve("marks.jar");
        if (!Files.exists(jar)) {
            ModelJars.make(
                    jar,
                    Map.of("Marks", MARKS.formatted(marks())),
                    Map.of("dev.synchronizer.saving.SaveHandler", "Marks"));
        }
        Files.write(marks(), new byte[0]);
        return List.of("rules", "apply", "--all", "--handlers", jar.toString());
    }

    private static final String MARKS = """
            import dev.synchronizer.saving.*;
            import java.io.*;
            public class Marks implements SaveHandler {
                private final OutputStream marks;
                public Marks() throws IOException { marks = new FileOutputStream("%s", true); }
                public String name() { return "marks"; }
                public Serves serves() { return Serves.stores("main"); }
                public void afterCommit(SavedEvent event) {
                    try { marks.write(1); } catch (IOException e) { throw new UncheckedIOException(e); }
                }
            }
            """;

    private Path marks() {
        return directory.resolve("marks");
    }

    /** Kills a process once it has committed so many items, and returns how many there are done with by then. */
    private long killed(TestDatabase database, long after) throws Exception {
        SyncProcess process = SyncProcess.command(database, directory, apply());
        process.killOnce(() -> marks().toFile().length() >= after);
        long marked = Files.size(marks());
        assertThat(marked).as(process.errors()).isGreaterThanOrEqualTo(after);
        return opened(database, synchronizer -> {
            List<RuleRunRecord> unfinished = synchronizer.ruleRuns().unfinished();
            assertThat(unfinished).as("killed before it ended").hasSize(1);
            RuleRunRecord run = unfinished.get(0);
            assertThat(run.looked()).isGreaterThanOrEqualTo(marked);
            assertThat(run.changed()).isEqualTo(run.looked());
            return run.looked();
        });
    }

    /** How many items there are, each of which was saved once since it was made. */
    private static long savedOnce(Synchronizer synchronizer) {
        assertThat(synchronizer.ruleRuns().unfinished()).isEmpty();
        return synchronizer.items().forEach(ItemQuery.all(), item -> {
            assertThat(item.revision()).isEqualTo(2);
            assertThat(item.values().get("teaser")).isEqualTo(item.values().get("title"));
        });
    }
}
