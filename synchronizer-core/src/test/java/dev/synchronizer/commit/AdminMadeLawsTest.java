package dev.synchronizer.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.fixtures.GeneratedDefinitions;
import dev.synchronizer.fixtures.GeneratedModels;
import dev.synchronizer.fixtures.GeneratedOverrides;
import dev.synchronizer.fixtures.MemoryStore;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Planner;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.validate.ModelValidator;
import dev.synchronizer.validate.Validation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Laws of what administrators made, while code comes, goes, adopts and renames around it; a failure names its seed. */
class AdminMadeLawsTest {
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
    List<DynamicTest> nothingThatAdministratorsMadeIsLostOrLeftDangling() {
        return LongStream.range(0, 100)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new AdminMadeLawsTest().history(seed)))
                .toList();
    }

    private void history(long seed) {
        GeneratedModels releases = new GeneratedModels(seed);
        GeneratedDefinitions definitions = new GeneratedDefinitions(seed);
        GeneratedOverrides overrides = new GeneratedOverrides(seed);
        Policy policy = seed % 2 == 0 ? Policy.standard() : Policy.standard().withOrphans(new OrphanPolicy.Keep());
        for (int i = 0; i < RELEASES; i++) {
            ContentModel model = definitions.declaringSome(releases.next(), store.load());
            assertThat(ModelValidator.validate(model).problems().errors().asList())
                    .isEmpty();
            StoredModel before = store.load();
            Commit commit = committer.commit(NOW, StartMemory.NONE, (stored, content) -> plan(stored, model, policy));

            if (!commit.plan().refusals().isEmpty()) {
                // Code gave the name of an orphan that has to stay to something else.
                assertThat(commit.plan().refusals().asList())
                        .extracting(Problem::code)
                        .containsOnly(ProblemCode.NAME_TAKEN);
                return;
            }
            StoredModel after = store.load();
            SyncPlan again = plan(after, model, policy);
            assertThat(again.hasWork()).as("release %d: %s", i, again.types()).isFalse();
            if (commit.run().isPresent() && !commit.plan().keepsOrphans() && !before.hasOrphans()) {
                SyncPlan settled = commit.plan().settled(after.revision());
                assertThat(settled.summary()).isEqualTo(again.summary());
                assertThat(settled.modules()).isEqualTo(again.modules());
            }
            assertThat(ids(after)).containsAll(adminMade(before));
            assertThat(dangling(after)).as("release %d", i).isEmpty();
            OverrideLaws.assertKept(before, commit.plan(), after);
            OverrideLaws.assertToldTruly(commit.plan(), again);
            definitions.defineSome(store);
            overrides.saveSome(store);
        }
    }

    private static SyncPlan plan(StoredModel stored, ContentModel model, Policy policy) {
        return Planner.plan(
                ModelComparison.compare(stored, model, policy.scope()), policy, Usage.NONE, Validation.nothing(), NOW);
    }

    private static Set<Long> ids(StoredModel stored) {
        Set<Long> ids = new HashSet<>();
        for (StoredType type : stored.types()) {
            ids.add(type.id());
            type.properties().forEach(property -> ids.add(property.id()));
        }
        return ids;
    }

    private static Set<Long> adminMade(StoredModel stored) {
        Set<Long> ids = new HashSet<>();
        for (StoredType type : stored.types()) {
            if (type.origin() == Origin.ADMIN || type.adopted()) {
                ids.add(type.id());
            }
            type.properties().stream()
                    .filter(property -> property.origin() == Origin.ADMIN || property.adopted())
                    .forEach(property -> ids.add(property.id()));
        }
        return ids;
    }

    /** What rows of living types name and is not stored. */
    private static Set<String> dangling(StoredModel stored) {
        Set<String> names = new TreeSet<>();
        stored.types().stream()
                .filter(type -> type.orphanedSince() == null)
                .flatMap(type -> type.properties().stream())
                .filter(property -> property.origin() == Origin.ADMIN)
                .flatMap(AdminMadeLawsTest::named)
                .forEach(names::add);
        stored.types().forEach(type -> names.remove(type.name()));
        return names;
    }

    private static Stream<String> named(StoredProperty property) {
        PropertyType type = property.ownType();
        Stream<String> allowed = property.ownSettings().texts(SettingKey.ALLOWED_TYPES).stream();
        return type.blockType() == null ? allowed : Stream.concat(allowed, Stream.of(type.blockType()));
    }
}
