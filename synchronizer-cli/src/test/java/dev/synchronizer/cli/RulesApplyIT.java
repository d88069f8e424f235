package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleAction;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules are applied to many items by processes that are killed on their way, and in the end each item was saved once by
 * them. Embedded H2 cannot be watched from a second process. {@code -Ditems=100000} takes more of them.
 */
class RulesApplyIT {
    private static final int ITEMS = Integer.getInteger("items", 20_000);
    private static final List<String> APPLY = List.of("rules", "apply", "--all");

    @TempDir
    Path directory;

    @Test
    void everyItemIsSavedOnceInMariaDb() throws Exception {
        applyAndKill(new MariaDbServer());
    }

    @Test
    void everyItemIsSavedOnceInPostgres() throws Exception {
        applyAndKill(new PostgresServer());
    }

    private void applyAndKill(TestServer server) throws Exception {
        TestDatabase database = server.fresh();
        SyncProcess define =
                SyncProcess.command(database, directory, List.of("define", "Page", "title:STRING", "teaser:STRING"));
        assertThat(define.exitCode()).as(define.errors()).isZero();
        try (Synchronizer synchronizer = Synchronizer.builder()
                .dataSource(database.dataSource())
                .pollInterval(Duration.ZERO)
                .build()) {
            fill(synchronizer);
            long looked = killed(synchronizer, database, 1);
            looked = killed(synchronizer, database, Math.max(looked + 1, ITEMS / 4));

            SyncProcess last = SyncProcess.command(database, directory, APPLY);
            assertThat(last.exitCode()).as(last.errors()).isZero();

            JsonNode report = new ObjectMapper().readTree(last.output());
            assertThat(report.get("resumedAfter").asLong()).isGreaterThanOrEqualTo(looked);
            assertThat(report.get("looked").asLong()).isEqualTo(ITEMS);
            assertThat(report.get("changed").asLong()).isEqualTo(ITEMS);
            assertSavedOnce(synchronizer);
            assertThat(synchronizer.ruleRuns().unfinished()).isEmpty();
        }
    }

    private static void fill(Synchronizer synchronizer) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            lines.append(
                    "{\"type\":\"Page\",\"name\":\"Page %d\",\"values\":{\"title\":\"Title %d\"}}%n".formatted(i, i));
        }
        synchronizer
                .transfer()
                .importFrom(
                        "ann",
                        new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.allOrNothing());
        synchronizer
                .rules()
                .save(
                        "ann",
                        new Rule(
                                "teasers",
                                "main",
                                List.of(),
                                0,
                                true,
                                "",
                                List.of(new RuleAction.Copy("title", "teaser", ""))));
    }

    /** Returns how many items it was done with. */
    private long killed(Synchronizer synchronizer, TestDatabase database, long after) throws Exception {
        AtomicLong looked = new AtomicLong();
        SyncProcess.command(database, directory, APPLY).killOnce(() -> {
            looked.set(looked(synchronizer));
            return looked.get() >= after;
        });
        List<RuleRunRecord> unfinished = synchronizer.ruleRuns().unfinished();
        assertThat(unfinished).as("killed before it ended").hasSize(1);
        RuleRunRecord run = unfinished.get(0);
        assertThat(run.looked()).isBetween(after, (long) ITEMS);
        assertThat(run.changed()).isEqualTo(run.looked());
        return run.looked();
    }

    private static long looked(Synchronizer synchronizer) {
        return synchronizer.ruleRuns().unfinished().stream()
                .mapToLong(RuleRunRecord::looked)
                .max()
                .orElse(0);
    }

    private static void assertSavedOnce(Synchronizer synchronizer) {
        long met = synchronizer.items().forEach(ItemQuery.all(), item -> {
            assertThat(item.revision()).isEqualTo(2);
            assertThat(item.values().get("teaser")).isEqualTo(item.values().get("title"));
        });
        assertThat(met).isEqualTo(ITEMS);
    }
}
