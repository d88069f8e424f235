package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.schedule.RuleSchedule;
import dev.synchronizer.store.RuleRunRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What tests of schedules have in common. */
final class ScheduledSite {
    static final Duration OFTEN = Duration.ofMillis(50);

    private ScheduledSite() {}

    static Path models(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    static void write(Site site, int count) {
        for (int i = 0; i < count; i++) {
            site.items().create("Ada", NewItem.of("Article", "Article " + i).with("title", "Title " + i));
        }
    }

    /** At three in the morning, in batches of ten. */
    static RuleSchedule nightly() {
        return nightly("nightly");
    }

    static RuleSchedule nightly(String name) {
        return RuleSchedule.daily(name, LocalTime.of(3, 0), ZoneOffset.UTC)
                .withOptions(RuleRunOptions.standard().batchSize(10));
    }

    /** A node with a clock of its own, which looks after these schedules often. */
    static SynchronizerBuilder scheduled(SynchronizerBuilder builder, HandClock clock, RuleSchedule... schedules) {
        List.of(schedules).forEach(builder::applyRules);
        return builder.clock(clock).scheduleInterval(OFTEN);
    }

    static List<RuleRunRecord> runs(Site site) {
        return site.synchronizer().ruleRuns().list(10);
    }

    static List<RuleRunRecord> done(Site site) {
        return runs(site).stream()
                .filter(run -> run.state() == RuleRunRecord.State.DONE)
                .toList();
    }

    /** How many items are of each revision. */
    static Map<Long, Long> revisions(Site site) {
        return site.items().list(ItemQuery.all()).stream()
                .collect(Collectors.groupingBy(Item::revision, Collectors.counting()));
    }

    /** When each schedule is due next, as it stands in the database, with those at work by themselves. */
    static Map<String, String> due(TestDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select task_name, picked, cast(execution_time as char(19)) at_time" + " from ct_schedule")) {
            Map<String, String> due = new TreeMap<>();
            while (rows.next()) {
                String at = rows.getString("at_time");
                due.put(rows.getString("task_name"), rows.getBoolean("picked") ? "at work" : at);
            }
            return due;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for something that others bring about. */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
