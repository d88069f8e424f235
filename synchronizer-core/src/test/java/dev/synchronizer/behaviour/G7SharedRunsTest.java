package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Reapplied.BATCHES_OF_TEN;
import static dev.synchronizer.behaviour.Reapplied.apply;
import static dev.synchronizer.behaviour.Reapplied.killedAfter;
import static dev.synchronizer.behaviour.Reapplied.revisions;
import static dev.synchronizer.behaviour.Reapplied.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.reapplication.RuleRuns;
import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.RuleRunRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes apply rules in one store at the same time, and time and again. */
class G7SharedRunsTest {
    @TempDir
    Path folder;

    private Path models() {
        return Reapplied.models(folder);
    }

    /** Of an item of which one node knows by now that it is to be left out, another one has taken care meanwhile. */
    @OnEveryDatabase
    void whereAnotherNodeTakesATurnAnItemThatIsRefusedNextIsLeftOutToo(Product product) {
        AtomicInteger crashes = new AtomicInteger();
        Listener handler = Listener.of("crashing", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> {
                    if (Set.of("Article 0", "Article 1")
                            .contains(event.subject().name())) {
                        crashes.incrementAndGet();
                        throw new IllegalArgumentException("crashed");
                    }
                });
        AtomicReference<Runnable> onConnecting = new AtomicReference<>(() -> {});
        try (Site site = Site.start(product, models());
                Site crashing = site.another(
                        builder -> builder.saveHandler(handler)
                                .dataSource(new CountedConnections(
                                                () -> onConnecting.get().run())
                                        .over(site.database().dataSource())),
                        models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            onConnecting.set(() -> {
                if (crashes.compareAndSet(2, 3)) {
                    assertThatThrownBy(() ->
                                    apply(site, BATCHES_OF_TEN.batchSize(1).progress(killedAfter(1))))
                            .hasMessageStartingWith("killed");
                }
            });

            RuleRunReport report = apply(crashing);

            assertThat(report.looked()).isEqualTo(15);
            assertThat(report.refusals()).extracting(RefusedItem::name).containsExactly("Article 1");
            assertThat(revisions(site)).isEqualTo(Map.of(1L, 1L, 2L, 14L));
        }
    }

    @OnEveryDatabase
    void whoeverBeginsAnewKeepsNobodyFromAdministeringWhileABatchIsUnderWay(Product product) throws ExecutionException {
        AtomicReference<Runnable> withinABatch = new AtomicReference<>(() -> {});
        Listener handler = Listener.of("h", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> withinABatch.getAndSet(() -> {}).run());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch administered = new CountDownLatch(1);
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models());
                Site other = site.another(models());
                Rival anew = Rival.doing(begun, () -> {
                    apply(other, BATCHES_OF_TEN.anew(true));
                    begun.countDown();
                });
                Rival administrator = Rival.doing(administered, () -> {
                    KeptRules.of(other, "archive").add("files", "", "set title=filed");
                    administered.countDown();
                })) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            withinABatch.set(() -> {
                anew.goesAhead();
                isSaving(other);
                administrator.isNotHeldUp();
                assertThat(begun.getCount()).as("still waiting").isEqualTo(1);
                isSaving(other);
            });

            assertThatThrownBy(() -> apply(site)).hasMessageContaining("CT839");
            administrator.ends();
            anew.ends();

            assertThat(revisions(site)).isEqualTo(Map.of(2L, 15L));
            assertThat(site.synchronizer().ruleRuns().list(5))
                    .extracting(RuleRunRecord::state)
                    .containsExactly(RuleRunRecord.State.DONE, RuleRunRecord.State.FAILED);
        }
    }

    /** A node has begun a unit of work, or soon will, and not ended it. */
    private static void isSaving(Site site) {
        Instant latest = Instant.now().plusSeconds(30);
        while (site.synchronizer().savesUnderWay() == 0) {
            assertThat(Instant.now()).as("nothing is saved").isBefore(latest);
            Thread.onSpinWait();
        }
    }

    @OnEveryDatabase
    void theLastApplicationsAreKeptAndThoseThatHaveNotEnded(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 3);
            write(site, "Page", 1);
            KeptRules.in(site).add("limits", "", "veto no not this one");
            RuleRuns runs = site.synchronizer().ruleRuns();
            RuleSelection pages = RuleSelection.all().withTypes("Page");
            assertThatThrownBy(() ->
                            runs.apply("Bob", pages, BATCHES_OF_TEN.batchSize(1).progress(killedAfter(1))))
                    .hasMessageStartingWith("killed");
            long broken = runs.unfinished().get(0).id();
            long ofOthers = runs.apply("Bob", RuleSelection.all().withTypes("Article"), BATCHES_OF_TEN)
                    .run();
            long first = apply(site).run();
            for (int i = 1; i < RuleRuns.KEPT; i *= 2) {
                repeatThoseThatAreDone(site);
            }

            long last = apply(site).run();

            assertThat(runs.list(1_000))
                    .hasSize(RuleRuns.KEPT + 2)
                    .extracting(RuleRunRecord::id)
                    .as("however often others are applied")
                    .contains(broken, ofOthers, last)
                    .doesNotContain(first);
            assertThat(runs.unfinished()).extracting(RuleRunRecord::id).containsExactly(broken);
            assertThat(Rows.counted(site.database())).containsEntry("ct_rule_refusal", 1 + 3 + 4L);
        }
    }

    private static void repeatThoseThatAreDone(Site site) {
        String columns = "store, actor, started_at, ended_at, rule_names, type_names, fingerprints, looked, changed,"
                + " refused, run_state";
        Rows.execute(
                site.database(),
                "insert into ct_rule_run (" + columns + ") select " + columns
                        + " from ct_rule_run where run_state = 'DONE' and type_names = '[]'");
    }

    /** As where two nodes that know the rules of different moments begin at once. */
    @OnEveryDatabase
    void whatWasBegunForOtherRulesIsEndedWhereOneIsGoneOnWith(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x");
            assertThatThrownBy(() -> apply(site, BATCHES_OF_TEN.progress(killedAfter(10))))
                    .hasMessageStartingWith("killed");
            long broken = site.synchronizer().ruleRuns().unfinished().get(0).id();
            String columns =
                    "store, actor, started_at, rule_names, type_names, looked, changed, refused, run_state, fingerprints";
            Rows.execute(
                    site.database(),
                    "insert into ct_rule_run (" + columns + ") select " + columns.replace("fingerprints", "'{}'")
                            + " from ct_rule_run");

            assertThat(apply(site).run()).isEqualTo(broken);

            assertThat(site.synchronizer().ruleRuns().unfinished()).isEmpty();
            assertThat(revisions(site)).isEqualTo(Map.of(2L, 15L));
        }
    }

    @OnEveryDatabase
    void whatIsOfARuleThatWasRemovedIsEndedByTheNextApplication(Product product) {
        try (Site site = Site.start(product, models())) {
            write(site, "Article", 15);
            KeptRules.in(site).add("marks", "", "set teaser=x").add("stays", "", "log INFO seen");
            RuleRuns runs = site.synchronizer().ruleRuns();
            for (String rule : List.of("marks", "stays")) {
                RuleSelection alone = RuleSelection.all().withRules(rule);
                assertThatThrownBy(() -> runs.apply("Bob", alone, BATCHES_OF_TEN.progress(killedAfter(10))))
                        .hasMessageStartingWith("killed");
            }
            KeptRules.in(site).remove("marks");
            site.synchronizer().rules().disable("ann", "stays");

            apply(site);

            assertThat(runs.unfinished()).extracting(RuleRunRecord::rules).containsExactly(List.of("stays"));
        }
    }
}
