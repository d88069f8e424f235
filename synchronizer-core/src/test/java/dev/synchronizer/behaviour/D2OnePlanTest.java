package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.commit.Commit;
import dev.synchronizer.commit.Committer;
import dev.synchronizer.commit.StartMemory;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.GeneratedModels;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.validate.Validation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/** D2: what a dry run shows is what a commit does, and after a commit nothing is pending. */
class D2OnePlanTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final int RELEASES = 50;

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aCommitReportsThePlanThatTheDryRunShowed(Product product) {
        Path first = site("1.0", type("Article", "teaser", "gone"), type("Dropped", "a"));
        Path second = site(
                "1.1",
                annotatedType("@RenamedFrom(\"Article\") @ContentType(order = 3)", "Story", "teaser", "body"),
                type("Added", "b"));
        Node node = Node.on(product);
        for (Path models : new Path[] {first, second}) {
            String shown = json(node.dryRun(models));

            SyncReport report = node.start(models);

            assertThat(json(report.plan())).isEqualTo(shown);
            assertThat(report.committed()).isTrue();
            assertThat(node.dryRun(models).hasWork()).isFalse();
        }
    }

    @OnEveryDatabase
    void aDryRunLeavesNotATableBehind(Product product) {
        Node node = Node.onEmpty(product);

        SyncPlan plan = node.dryRun(site("1.0", type("Article", "teaser")));

        assertThat(plan.summary().types(ChangeState.NEW)).isEqualTo(1);
        assertThat(node.tables()).isZero();
    }

    /** Histories of fifty releases each; a failure names history and release. */
    @OnEveryDatabase
    void afterACommitNothingIsPendingWhateverTheModels(Product product) {
        int histories = product == Product.H2 ? 40 : 6;
        TestDatabase database = product == Product.H2 ? H2Server.inMemory() : product.freshDatabase();
        try (JdbcStore store = new JdbcStore(database.dataSource())) {
            store.prepare();
            for (int seed = 0; seed < histories; seed++) {
                GeneratedModels history = new GeneratedModels(seed, seed * RELEASES);
                for (int release = 0; release < RELEASES; release++) {
                    commitAndLookAgain(store, history.next(), "history %d, release %d".formatted(seed, release));
                }
            }
        }
    }

    private static void commitAndLookAgain(JdbcStore store, ContentModel model, String where) {
        SyncPlan shown = plan(store.load(), model);

        Commit commit = new Committer(
                        store, "tester", Clock.systemUTC(), plan -> {}, (rows, total) -> {}, (on, done, total) -> {})
                .commit(NOW, StartMemory.NONE, (stored, content) -> plan(stored, model));

        assertThat(commit.plan().summary()).as(where).isEqualTo(shown.summary());
        SyncPlan again = plan(store.load(), model);
        assertThat(again.hasWork()).as("%s: %s", where, again.types()).isFalse();
        assertThat(again.summary().types(ChangeState.IDENTICAL)).as(where).isEqualTo((int)
                model.types().count());
    }

    private static SyncPlan plan(StoredModel stored, ContentModel model) {
        return Planner.plan(
                ModelComparison.compare(stored, model, Scope.everything()),
                Policy.standard(),
                Usage.NONE,
                Validation.nothing(),
                NOW);
    }

    private static String json(SyncPlan plan) {
        return JsonOut.pretty(out -> PlanJson.write(plan, true, false, true, out));
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources).version("site", version).jar(folder.resolve("site-" + version + ".jar"));
    }
}
