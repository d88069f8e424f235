package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ScheduledSite.await;
import static dev.synchronizer.behaviour.ScheduledSite.done;
import static dev.synchronizer.behaviour.ScheduledSite.due;
import static dev.synchronizer.behaviour.ScheduledSite.models;
import static dev.synchronizer.behaviour.ScheduledSite.nightly;
import static dev.synchronizer.behaviour.ScheduledSite.revisions;
import static dev.synchronizer.behaviour.ScheduledSite.runs;
import static dev.synchronizer.behaviour.ScheduledSite.scheduled;
import static dev.synchronizer.behaviour.ScheduledSite.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.schedule.RuleSchedule;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.SaveFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules are applied at the times that a schedule says. */
class G7ScheduleTest {
    private final HandClock clock = HandClock.at("2026-05-06T02:00:00Z");

    @TempDir
    Path folder;

    @OnEveryDatabase
    void rulesAreAppliedAtTheirTimeAndAgainTheNextDay(Product product) {
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, nightly()), models(folder))) {
            write(site, 15);
            KeptRules.in(site).add("teasers", "!has(item.teaser)", "copy title to teaser");

            site.synchronizer().startSchedules();
            assertThat(due(site.database())).isEqualTo(Map.of("main/nightly", "2026-05-06 03:00:00"));
            assertThat(runs(site)).isEmpty();

            clock.set("2026-05-06T03:00:00Z");
            await("the first run", () -> due(site.database()).containsValue("2026-05-07 03:00:00"));
            assertThat(runs(site)).singleElement().satisfies(run -> {
                assertThat(run.actor()).isEqualTo("schedule nightly");
                assertThat(run.state()).isEqualTo(RuleRunRecord.State.DONE);
                assertThat(run.changed()).isEqualTo(15);
            });
            assertThat(site.items().list(ItemQuery.all()))
                    .extracting(Item::savedBy)
                    .containsOnly("schedule nightly");

            clock.set("2026-05-07T03:00:00Z");
            await("the second run", () -> due(site.database()).containsValue("2026-05-08 03:00:00"));
            assertThat(done(site)).extracting(RuleRunRecord::changed).containsExactly(0L, 15L);
        }
    }

    /** Half past two is an hour that Berlin skips on this day. */
    @OnEveryDatabase
    void timesAreTheSameWhateverTheZoneOfTheMachine(Product product) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        clock.set("2026-03-29T01:00:00Z");
        RuleSchedule early = RuleSchedule.daily("early", LocalTime.of(2, 30), ZoneOffset.UTC);
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, early), models(folder))) {
            site.synchronizer().startSchedules();
            assertThat(due(site.database())).isEqualTo(Map.of("main/early", "2026-03-29 02:30:00"));

            clock.set("2026-03-29T02:30:00Z");
            await("the run", () -> due(site.database()).containsValue("2026-03-30 02:30:00"));
            assertThat(done(site)).hasSize(1);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @OnEveryDatabase
    void aPauseBeginsWhenTheRulesWereApplied(Product product) {
        RuleSchedule hourly = RuleSchedule.every("hourly", Duration.ofHours(1))
                .withSelection(RuleSelection.all().withRules("teasers"));
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, hourly), models(folder))) {
            write(site, 3);
            KeptRules.in(site).add("teasers", "", "set teaser=x").add("titles", "", "set title=y");

            site.synchronizer().startSchedules();
            await("the first run", () -> due(site.database()).containsValue("2026-05-06 03:00:00"));
            clock.set("2026-05-06T03:20:00Z");
            await("the second run", () -> due(site.database()).containsValue("2026-05-06 04:20:00"));

            assertThat(done(site)).hasSize(2);
            assertThat(site.items().list(ItemQuery.all())).allSatisfy(item -> {
                assertThat(item.values().get("teaser")).contains("x");
                assertThat(item.values().get("title").orElseThrow().toString()).startsWith("Title");
            });
        }
    }

    @OnEveryDatabase
    void whatWasMissedIsMadeUpForOnce(Product product) {
        try (Site site = Site.start(product, models(folder))) {
            write(site, 3);
            KeptRules.in(site).add("teasers", "", "set teaser=x");
            try (Site node = site.another(builder -> scheduled(builder, clock, nightly()), models(folder))) {
                node.synchronizer().startSchedules();
            }
            clock.set("2026-05-09T14:00:00Z");
            try (Site node = site.another(builder -> scheduled(builder, clock, nightly()), models(folder))) {
                node.synchronizer().startSchedules();

                await("one run", () -> due(site.database()).containsValue("2026-05-10 03:00:00"));
                assertThat(done(site)).hasSize(1);
            }
        }
    }

    @OnEveryDatabase
    void anotherTimeHoldsFromTheNextStartOn(Product product) {
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, nightly()), models(folder))) {
            site.synchronizer().startSchedules();
            RuleSchedule later = RuleSchedule.daily("nightly", LocalTime.of(6, 0), ZoneId.of("Europe/Berlin"));
            try (Site node = site.another(builder -> scheduled(builder, clock, later), models(folder))) {
                node.synchronizer().startSchedules();

                assertThat(due(site.database())).isEqualTo(Map.of("main/nightly", "2026-05-06 04:00:00"));
            }
        }
    }

    @OnEveryDatabase
    void whatNoNodeHasAnyMoreIsForgottenAndWhatOthersHaveIsNot(Product product) {
        try (Site site = Site.start(product, models(folder));
                Site other = site.another(builder -> scheduled(builder, clock, nightly("other")), models(folder))) {
            other.synchronizer().startSchedules();
            startAndClose(site, nightly("old"));
            startAndClose(site, nightly("dead"));
            Rows.execute(
                    site.database(),
                    "update ct_schedule set picked = true, last_heartbeat = execution_time"
                            + " where task_name = 'main/dead'");
            assertThat(due(site.database())).containsOnlyKeys("main/dead", "main/old", "main/other");

            clock.set("2026-06-05T03:00:00Z");
            startAndClose(site, nightly("new"));
            assertThat(due(site.database())).containsOnlyKeys("main/dead", "main/old", "main/other", "main/new");
            await("the other run", () -> due(site.database()).get("main/other").equals("2026-06-06 03:00:00"));

            clock.set("2026-06-05T03:00:01Z");
            startAndClose(site, nightly("new"));
            assertThat(due(site.database())).containsOnlyKeys("main/other", "main/new");
        }
    }

    @OnEveryDatabase
    void whatIsOfAnotherStoreIsNotForgottenHoweverLongItsNodesAreAway(Product product) {
        try (Site site = Site.start(product, models(folder))) {
            startAndClose(site, nightly("old"));
            Rows.execute(
                    site.database(), "update ct_schedule set task_name = 'archive/old' where task_name = 'main/old'");

            clock.set("2026-07-27T03:00:00Z");
            startAndClose(site, nightly("new"));

            assertThat(due(site.database())).containsOnlyKeys("archive/old", "main/new");
        }
    }

    private void startAndClose(Site site, RuleSchedule schedule) {
        try (Site node = site.another(builder -> scheduled(builder, clock, schedule), models(folder))) {
            node.synchronizer().startSchedules();
        }
    }

    @OnEveryDatabase
    void aFailureIsKeptForTheDoctorAndTheNextTimeIsAnotherTry(Product product) {
        RuleSchedule named = nightly().withSelection(RuleSelection.all().withRules("teasers"));
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, named), models(folder))) {
            write(site, 3);
            site.synchronizer().startSchedules();
            clock.set("2026-05-06T03:00:00Z");
            await("a failure", () -> due(site.database()).containsValue("2026-05-07 03:00:00"));
            clock.set("2026-05-07T03:00:00Z");
            await("another one", () -> due(site.database()).containsValue("2026-05-08 03:00:00"));

            assertThat(site.synchronizer().doctor().examine().failures())
                    .singleElement()
                    .satisfies(failure -> {
                        assertThat(failure.handler()).isEqualTo("schedule nightly");
                        assertThat(failure.message()).contains("CT837").contains("teasers");
                    });
            assertThat(runs(site)).isEmpty();

            KeptRules.in(site).add("teasers", "", "set teaser=x");
            clock.set("2026-05-08T03:00:00Z");
            await("a run", () -> due(site.database()).containsValue("2026-05-09 03:00:00"));

            assertThat(revisions(site)).isEqualTo(Map.of(2L, 3L));
            assertThat(site.synchronizer().saveFailures(10)).hasSize(1).first().isInstanceOf(SaveFailure.class);
        }
    }

    @Test
    void whatIsNoScheduleIsRefused() {
        assertThatThrownBy(() -> RuleSchedule.every("a/b", Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a/b");
        assertThatThrownBy(() -> RuleSchedule.every("often", Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.999S");
        assertThatThrownBy(() -> nightly().withOptions(nightly().options().dryRun(true)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> nightly().withOptions(nightly().options().anew(true)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Synchronizer.builder().applyRules(nightly()).applyRules(nightly()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nightly");
        assertThatThrownBy(() -> Synchronizer.builder().scheduleInterval(Duration.ofMillis(9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Synchronizer.builder().scheduleInterval(Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutADataSourceThereIsNothingToStart() {
        try (Synchronizer without = Synchronizer.builder().applyRules(nightly()).build()) {
            assertThatThrownBy(without::startSchedules).isInstanceOf(IllegalStateException.class);
        }
        try (Synchronizer none = Synchronizer.builder().build()) {
            none.startSchedules();
        }
    }
}
