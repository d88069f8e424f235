package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.NOW;
import static dev.synchronizer.plan.Plans.after;
import static dev.synchronizer.plan.Plans.committed;
import static dev.synchronizer.plan.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.Fingerprint;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What stands in the modules' rows and snapshots after a run. */
class ModulePlanningTest {
    @Test
    void aHigherPatchVersionIsWorkButNotPending() {
        SyncPlan plan = plan(committed(site("1.0.1", type("Article"))), model(site("1.0.2", type("Article"))));

        assertThat(plan.isPending()).isFalse();
        assertThat(plan.hasWork()).isTrue();
        assertThat(plan.summary().rowsWritten()).isZero();
    }

    @Test
    void aLowerPatchVersionIsProcessedAndTheHigherOneStaysRecorded() {
        SyncPlan nothing = plan(committed(site("1.0.2", type("Article"))), model(site("1.0.1", type("Article"))));
        assertThat(nothing.hasWork()).isFalse();

        SyncPlan changed =
                plan(committed(site("1.0.2", type("Article"))), model(site("1.0.1", type("Article", text("a")))));
        assertThat(Objects.requireNonNull(changed.modules().get(0).after()).version())
                .isEqualTo("1.0.2");
    }

    @Test
    void aTypeThatMovesLeavesTheSnapshotOfItsFormerModuleEvenIfThatIsAbsent() {
        StoredModel stored = committed(module("old", "1.0", type("Article"), type("Stays")));

        SyncPlan plan = plan(stored, model(module("new", "1.0", type("Article"))));

        assertThat(plan.modules())
                .extracting(
                        ModulePlan::name,
                        module -> Objects.requireNonNull(module.after()).snapshot().types().stream()
                                .map(type -> type.name())
                                .toList())
                .containsExactly(tuple("new", List.of("Article")), tuple("old", List.of("Stays")));
    }

    @Test
    void aRenameIsCarriedIntoSnapshotsThatReferToTheType() {
        StoredModel stored = committed(
                module("blocks", "1.0", block(type("Teaser"))),
                module("site", "1.0", type("Home", block("top", "Teaser"))));

        SyncPlan plan =
                plan(stored, model(module("blocks", "1.1", block(type("Promo").withFormerNames(List.of("Teaser"))))));

        ModulePlan absent = plan.modules().get(1);
        assertThat(Objects.requireNonNull(absent.after())
                        .snapshot()
                        .types()
                        .get(0)
                        .embeddedTypes())
                .containsExactly("Promo");
    }

    @Test
    void aRenameIsCarriedIntoTheFingerprintOfAModuleWhoseOtherPackagesWereNotScanned() {
        StoredModel stored = committed(site(
                "1.0",
                block(type("Teaser")),
                type("Home", block("top", "Teaser")).withClassName("org.other.Home")));
        Policy onePackage = Policy.standard().withScope(Scope.everything().within(List.of("com.acme")));

        ModulePlan site = plan(
                        stored,
                        model(site("1.1", block(type("Promo").withFormerNames(List.of("Teaser"))))),
                        onePackage,
                        NOW)
                .modules()
                .get(0);

        StoredModule after = Objects.requireNonNull(site.after());
        assertThat(after.fingerprint()).isEqualTo(Fingerprint.of(after.snapshot()));
    }

    @Test
    void aTypeOutOfScopeKeepsItsPlaceInTheSnapshot() {
        StoredModel stored = committed(site("1.0", type("A"), type("B")));
        Policy onlyA = Policy.standard().withScope(Scope.everything().onlyTypes(List.of("A")));

        SyncPlan plan = plan(stored, model(site("1.1", type("A", text("x")), type("B", text("y")))), onlyA, NOW);

        assertThat(plan.types()).extracting(TypePlan::name).containsExactly("A");
        assertThat(Objects.requireNonNull(plan.modules().get(0).after())
                        .snapshot()
                        .types())
                .extracting(type -> type.name(), type -> type.properties().size())
                .containsExactly(tuple("A", 1), tuple("B", 0));
    }

    @Test
    void aModelThatChangesWithoutItsVersionIsAWarning() {
        SyncPlan plan = plan(committed(site("1.0", type("Article"))), model(site("1.0.1", type("Article", text("a")))));

        assertThat(plan.problems().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.CHANGED_WITHOUT_VERSION);
    }

    @Test
    void theRenameOfABlockLeavesTheFingerprintOfAGatedModuleThatEmbedsIt() {
        StoredModel stored = committed(
                site("1.1", type("Article", block("top", "Teaser"))), module("blocks", "1.0", block(type("Teaser"))));

        SyncPlan plan = plan(
                stored,
                model(
                        site("1.0", type("Article")),
                        module("blocks", "1.1", block(type("Lead").withFormerNames(List.of("Teaser"))))));

        ModulePlan gated = plan.modules().get(1);
        StoredModule after = Objects.requireNonNull(gated.after());
        assertThat(gated.state()).isEqualTo(ModuleState.GATED);
        assertThat(after.snapshot().types().get(0).embeddedTypes()).containsExactly("Lead");
        assertThat(after.fingerprint()).isEqualTo(stored.modules().get(1).fingerprint());
    }

    @Test
    void theFingerprintIsThatOfTheScannedModelWhateverTheModulesState() {
        StoredModel stored = committed(site("1.1", type("Article", text("teaser"))));
        String storedFingerprint = stored.modules().get(0).fingerprint();

        for (ModuleModel code : List.of(
                site("1.1", type("Article", text("teaser"))),
                site("1.2", type("Article", text("teaser"), text("body"))),
                site("1.0", type("Article")))) {
            ModulePlan module = plan(stored, model(code)).modules().get(0);
            assertThat(module.fingerprint()).isEqualTo(Fingerprint.of(code));
            assertThat(module.storedFingerprint()).isEqualTo(storedFingerprint);
        }
    }

    @Test
    void aNewModuleHasNoStoredFingerprintAndAnAbsentOneNoScannedOne() {
        SyncPlan plan = plan(committed(module("old", "1.0", type("Left"))), model(site("1.0", type("Article"))));

        assertThat(plan.modules())
                .extracting(ModulePlan::name, m -> m.fingerprint() == null, m -> m.storedFingerprint() == null)
                .containsExactly(tuple("old", true, false), tuple("site", false, true));
    }

    @Test
    void aModelThatChangedWhereTheRunDoesNotLookIsAWarningToo() {
        StoredModel stored = committed(site("1.0", type("A"), type("B")));
        Policy onlyA = Policy.standard().withScope(Scope.everything().onlyTypes(List.of("A")));

        SyncPlan plan = plan(stored, model(site("1.0", type("A"), type("B", text("y")))), onlyA, NOW);

        assertThat(plan.hasWork()).isFalse();
        assertThat(plan.problems().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.CHANGED_WITHOUT_VERSION);
    }

    @Test
    void aScanOfSomePackagesTakesTheOthersTypesForUnchanged() {
        TypeModel item = type("Item").withClassName("org.shop.Item");
        StoredModel stored = committed(site("1.0", type("Article"), item));
        Policy restricted = Policy.standard().withScope(Scope.everything().within(List.of("com.acme")));

        SyncPlan nothing = plan(stored, model(site("1.0", type("Article"))), restricted, NOW);
        assertThat(nothing.problems().asList()).isEmpty();

        ModuleModel newer = site("1.1", type("Article", text("teaser")));
        StoredModel committed = after(stored, plan(stored, model(newer), restricted, NOW));
        assertThat(plan(committed, model(site("1.1", type("Article", text("teaser")), item)))
                        .problems()
                        .asList())
                .isEmpty();
    }

    @Test
    void aGuidInAnotherCaseIsNoChangedModel() {
        String guid = "0b4bbc0e-53a2-4a3b-9c0f-1f0a5a1e6a01";

        SyncPlan plan = plan(
                committed(site("1.0", type("Article").withGuid(guid))),
                model(site("1.0", type("Article").withGuid(guid.toUpperCase(Locale.ROOT)))));

        assertThat(plan.problems().asList()).isEmpty();
    }

    @Test
    void aChangedModelIsAWarningWhereNoVersionWasEverGiven() {
        SyncPlan plan = plan(
                committed(new ModuleModel("site", null, List.of(type("Article")))),
                model(new ModuleModel("site", null, List.of(type("Article", text("a"))))));

        assertThat(plan.problems().asList())
                .extracting(Problem::message)
                .containsExactly("its model differs from the one that was committed, and neither has a version");
    }
}
