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

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.reapplication.RuleProgress;
import dev.synchronizer.reapplication.RuleRunOptions;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.schedule.RuleSchedule;
import dev.synchronizer.store.RuleRunRecord;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** Of several nodes with one schedule, one at a time applies its rules, and another one goes on where it ends. */
class G7ScheduledNodesTest {
    private static final String AFTER_THREE = "2026-05-06T03:00:00Z";

    private final HandClock clock = HandClock.at("2026-05-06T02:00:00Z");
    private final CountDownLatch halfway = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @TempDir
    Path folder;

    private static RuleSchedule telling(RuleProgress progress) {
        return nightly().withOptions(RuleRunOptions.standard().batchSize(10).progress(progress));
    }

    /** Stops after two batches, until it may go on. */
    private void halt(long looked) {
        if (looked == 20) {
            halfway.countDown();
            passed(goesOn);
        }
    }

    private static void passed(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).as("in time").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @OnEveryDatabase
    void whileOneNodeAppliesThemTheOthersLeaveItAlone(Product product) {
        AtomicInteger batches = new AtomicInteger();
        RuleSchedule counted = telling((looked, changed, total) -> {
            batches.incrementAndGet();
            halt(looked);
        });
        CountedConnections others = new CountedConnections();
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, counted), models(folder));
                Site other = site.another(
                        builder -> scheduled(builder, clock, counted)
                                .dataSource(others.over(site.database().dataSource())),
                        models(folder))) {
            write(site, 45);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            site.synchronizer().startSchedules();
            clock.set(AFTER_THREE);
            passed(halfway);
            other.synchronizer().startSchedules();
            int before = others.opened();
            await("that the other one looks again and again", () -> others.opened() > before + 10);
            assertThat(batches).hasValue(2);

            goesOn.countDown();
            await("the end", () -> due(site.database()).containsValue("2026-05-07 03:00:00"));

            assertThat(batches).hasValue(5);
            assertThat(runs(site)).hasSize(1);
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 45L));
        }
    }

    /** For a process that was stopped, time stands still; for all others, it does not say any more that it lives. */
    @OnEveryDatabase
    void whereANodeDoesNotSayThatItLivesAnotherOneGoesOnAndNoItemIsTouchedTwice(Product product) {
        HandClock stopped = HandClock.at("2026-05-06T02:00:00Z");
        AtomicInteger batches = new AtomicInteger();
        CountDownLatch told = new CountDownLatch(1);
        RuleSchedule halting = telling((looked, changed, total) -> {
            halt(looked);
            if (looked == total) {
                told.countDown();
            }
        });
        RuleSchedule going = telling((looked, changed, total) -> batches.incrementAndGet());
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, going), models(folder))) {
            try (Site first = site.another(builder -> scheduled(builder, stopped, halting), models(folder))) {
                write(site, 45);
                KeptRules.in(site).add("marks", "", "set teaser=x");
                first.synchronizer().startSchedules();
                stopped.set(AFTER_THREE);
                passed(halfway);
                assertThat(due(site.database())).containsValue("at work");

                site.synchronizer().startSchedules();
                clock.set("2026-05-06T03:00:01Z");
                await("the other one's end", () -> due(site.database()).containsValue("2026-05-07 03:00:00"));
                assertThat(batches).as("batches of the other one").hasValue(3);

                goesOn.countDown();
                passed(told);
            }
            assertThat(done(site))
                    .singleElement()
                    .extracting(RuleRunRecord::looked)
                    .isEqualTo(45L);
            assertThat(runs(site)).hasSize(1);
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 45L));
            assertThat(due(site.database())).containsValue("2026-05-07 03:00:00");
        }
    }

    @OnEveryDatabase
    void whatANodeLeavesWhenItClosesAnotherOneGoesOnWithAtOnce(Product product) throws InterruptedException {
        RuleSchedule halting = telling((looked, changed, total) -> halt(looked));
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, nightly()), models(folder));
                Site first = site.another(builder -> scheduled(builder, clock, halting), models(folder))) {
            write(site, 45);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            first.synchronizer().startSchedules();
            clock.set(AFTER_THREE);
            passed(halfway);
            Thread closing = new Thread(() -> first.synchronizer().close());
            closing.start();
            await("that it waits for the batch", () -> closing.getState() == Thread.State.TIMED_WAITING);
            goesOn.countDown();
            closing.join();

            assertThat(runs(site)).singleElement().satisfies(run -> {
                assertThat(run.state()).isEqualTo(RuleRunRecord.State.RUNNING);
                assertThat(run.looked()).isEqualTo(20);
            });
            assertThat(due(site.database())).containsValue("2026-05-06 03:00:00");
            site.synchronizer().startSchedules();
            await("the other one's end", () -> due(site.database()).containsValue("2026-05-07 03:00:00"));

            assertThat(done(site))
                    .singleElement()
                    .extracting(RuleRunRecord::looked)
                    .isEqualTo(45L);
            assertThat(runs(site)).hasSize(1);
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 45L));
            assertThat(site.synchronizer().saveFailures(5)).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatFailsWhereANodeHasDiedIsTold(Product product) {
        RuleSchedule missing = nightly().withSelection(RuleSelection.all().withRules("missing"));
        try (Site site = Site.start(product, builder -> scheduled(builder, clock, missing), models(folder))) {
            site.synchronizer().startSchedules();
            Rows.execute(
                    site.database(),
                    "update ct_schedule set picked = true, picked_by = 'dead', execution_time ="
                            + " '2026-05-05 03:00:00', last_heartbeat = '2026-05-05 03:00:00'");
            await("the attempt", () -> due(site.database()).containsValue("2026-05-06 03:00:00"));

            assertThat(site.synchronizer().saveFailures(5))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.message()).contains("missing"));
        }
    }

    /** What the rules are by now is applied at once, and not in the next night. */
    @OnEveryDatabase
    void rulesThatAreChangedMeanwhileAreAppliedAnewAtOnce(Product product) {
        try (Site site = Site.start(product, models(folder))) {
            RuleSchedule changing = telling((looked, changed, total) -> {
                if (goesOn.getCount() == 1 && looked == 20) {
                    goesOn.countDown();
                    KeptRules.in(site).add("marks", "", "set teaser=y");
                }
            });
            try (Site node = site.another(builder -> scheduled(builder, clock, changing), models(folder))) {
                write(site, 45);
                KeptRules.in(site).add("marks", "", "set teaser=x");
                node.synchronizer().startSchedules();
                clock.set(AFTER_THREE);

                await("the end", () -> due(site.database()).containsValue("2026-05-07 03:00:00"));

                assertThat(runs(site))
                        .extracting(RuleRunRecord::state)
                        .containsExactly(RuleRunRecord.State.DONE, RuleRunRecord.State.FAILED);
                assertThat(site.items().list(ItemQuery.all()))
                        .allSatisfy(
                                item -> assertThat(item.values().get("teaser")).contains("y"));
                assertThat(site.synchronizer().saveFailures(5)).isEmpty();
            }
        }
    }
}
