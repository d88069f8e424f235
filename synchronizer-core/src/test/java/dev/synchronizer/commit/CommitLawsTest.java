package dev.synchronizer.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.fixtures.GeneratedModels;
import dev.synchronizer.fixtures.GeneratedOverrides;
import dev.synchronizer.fixtures.MemoryStore;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.validate.ModelValidator;
import dev.synchronizer.validate.Validation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Laws of plan and commit, shown on generated histories; a failure names its seed. */
class CommitLawsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int RELEASES = 30;

    private final MemoryStore store = new MemoryStore();
    private final Committer committer = new Committer(
            store,
            "tester",
            Clock.fixed(NOW, ZoneOffset.UTC),
            plan -> {},
            (rows, total) -> {},
            (on, done, total) -> {});

    @TestFactory
    List<DynamicTest> afterACommitNothingIsPending() {
        return LongStream.range(0, 100)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new CommitLawsTest().history(seed)))
                .toList();
    }

    private void history(long seed) {
        GeneratedModels releases = new GeneratedModels(seed);
        GeneratedOverrides administrators = new GeneratedOverrides(seed);
        for (int i = 0; i < RELEASES; i++) {
            ContentModel model = releases.next();
            assertThat(ModelValidator.validate(model).problems().errors().asList())
                    .isEmpty();
            StoredModel before = store.load();
            SyncPlan dryRun = plan(before, model);
            Commit commit = committer.commit(NOW, StartMemory.NONE, (stored, content) -> plan(stored, model));

            assertThat(commit.plan().summary()).isEqualTo(dryRun.summary());
            assertThat(commit.plan().refusals().isEmpty()).isTrue();
            SyncPlan again = plan(store.load(), model);
            assertThat(again.hasWork()).as("release %d: %s", i, again.types()).isFalse();
            assertThat(again.summary().rowsWritten()).isZero();
            assertThat(again.summary().types(ChangeState.IDENTICAL))
                    .isEqualTo((int) model.types().count());
            if (commit.run().isPresent()) {
                assertSameReport(commit.plan().settled(store.load().revision()), again);
            }
            assertThat(storedModel(store.load())).isEqualTo(withoutFormerNames(model));
            assertThat(dryRun.overrides()).isEqualTo(commit.plan().overrides());
            OverrideLaws.assertKept(before, commit.plan(), store.load());
            OverrideLaws.assertToldTruly(commit.plan(), again);
            administrators.saveSome(store);
        }
    }

    private static void assertSameReport(SyncPlan settled, SyncPlan compared) {
        assertThat(settled.revision()).isEqualTo(compared.revision());
        assertThat(settled.summary()).isEqualTo(compared.summary());
        assertThat(settled.modules()).isEqualTo(compared.modules());
        assertThat(settled.problems()).isEqualTo(compared.problems());
    }

    private static SyncPlan plan(StoredModel stored, ContentModel model) {
        return Planner.plan(
                ModelComparison.compare(stored, model, Scope.everything()),
                Policy.standard(),
                Usage.NONE,
                Validation.nothing(),
                NOW);
    }

    private static ContentModel storedModel(StoredModel stored) {
        return withoutFormerNames(new ContentModel(
                stored.modules().stream().map(module -> module.snapshot()).toList()));
    }

    private static ContentModel withoutFormerNames(ContentModel model) {
        return new ContentModel(model.modules().stream()
                .map(CommitLawsTest::withoutFormerNames)
                .filter(module -> !module.types().isEmpty())
                .toList());
    }

    private static ModuleModel withoutFormerNames(ModuleModel module) {
        return module.withTypes(module.types().stream()
                .map(type -> type.withFormerNames(List.of())
                        .withProperties(type.properties().stream()
                                .map(property -> property.withFormerNames(List.of()))
                                .toList()))
                .toList());
    }
}
