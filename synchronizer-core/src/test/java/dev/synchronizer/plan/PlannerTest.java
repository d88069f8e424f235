package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredModule;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.Usage;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.validate.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void newTypesAndPropertiesAreRowsToCreate() {
        SyncPlan plan = plan(StoredModel.empty(), model(site("1.0", type("Article", text("a"), text("b")))));

        assertThat(plan.summary().rowsWritten()).isEqualTo(3);
        assertThat(plan.types()).extracting(TypePlan::action).containsExactly(Action.CREATE);
        assertThat(plan.isPending()).isTrue();
        assertThat(row(plan, "Article").guid()).isEqualTo(TypeGuid.derive("Article"));
    }

    @Test
    void settingsThatCodeGivesAreNotCopiedIntoRows() {
        SyncPlan plan = plan(
                committed(site("1.0", type("Article", text("teaser")))),
                model(site("1.1", type("Article", said(text("teaser"), SettingKey.DESCRIPTION, "new")))));

        assertThat(plan.isPending()).isTrue();
        assertThat(plan.summary().rowsWritten()).isZero();
        assertThat(plan.modules()).extracting(ModulePlan::outcome).containsExactly(ModulePlan.Outcome.SAVE);
    }

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
    void anOldNameThatComesBackGetsAGuidOfItsOwn() {
        StoredModel renamed = committed(site("1.0", type("B").withFormerNames(List.of("A"))));

        SyncPlan plan = plan(renamed, model(site("1.1", type("B"), type("A"))));

        assertThat(row(plan, "B").guid()).isEqualTo(TypeGuid.derive("A"));
        assertThat(row(plan, "A").guid()).isEqualTo(TypeGuid.derive("A#2"));
    }

    @Test
    void unusedOrphansAreDeletedByDefault() {
        SyncPlan plan = plan(committed(site("1.0", type("Article", text("teaser")))), model(site("1.1")));

        assertThat(plan.types()).extracting(TypePlan::action).containsExactly(Action.DELETE);
        assertThat(plan.types().get(0).properties())
                .extracting(PropertyPlan::action)
                .containsExactly(Action.DELETE);
        assertThat(plan.summary().rowsWritten()).isEqualTo(2);
    }

    @Test
    void keptOrphansAreMarkedOnceAndThenLeftAlone() {
        Policy keep = Policy.standard().withOrphans(new OrphanPolicy.Keep());
        StoredModel stored = committed(site("1.0", type("Article", text("teaser"))));

        SyncPlan first = plan(stored, model(site("1.1")), keep, NOW);
        assertThat(first.types())
                .extracting(TypePlan::state, TypePlan::action)
                .containsExactly(tuple(ChangeState.ORPHANED, Action.UPDATE));
        assertThat(first.summary().rowsWritten()).isEqualTo(1);
        assertThat(row(first, "Article").orphanedSince()).isEqualTo(NOW);
        assertThat(Objects.requireNonNull(first.modules().get(0).after())
                        .snapshot()
                        .types())
                .hasSize(1);

        SyncPlan second = plan(after(stored, first), model(site("1.1")), keep, NOW.plusSeconds(1));
        assertThat(second.types()).extracting(TypePlan::action).containsExactly(Action.KEEP);
        assertThat(second.hasWork()).isFalse();
    }

    @Test
    void quarantinedOrphansAreDeletedWhenTheirTimeIsOver() {
        Policy quarantine = Policy.standard().withOrphans(new OrphanPolicy.Quarantine(Duration.ofDays(7)));
        StoredModel stored = committed(site("1.0", type("Article")));
        StoredModel marked = after(stored, plan(stored, model(site("1.1")), quarantine, NOW));

        assertThat(plan(marked, model(site("1.1")), quarantine, NOW.plus(Duration.ofDays(6)))
                        .types())
                .extracting(TypePlan::action)
                .containsExactly(Action.KEEP);
        assertThat(plan(marked, model(site("1.1")), quarantine, NOW.plus(Duration.ofDays(7)))
                        .types())
                .extracting(TypePlan::action)
                .containsExactly(Action.DELETE);
    }

    @Test
    void aKeptPropertyMakesItsTypeAnUpdatedOneOnlyWhenSomethingHappensToIt() {
        Policy keep = Policy.standard().withOrphans(new OrphanPolicy.Keep());
        StoredModel stored = committed(site("1.0", type("Article", text("a"), text("b"))));
        ContentModel code = model(site("1.1", type("Article", text("a"))));

        SyncPlan first = plan(stored, code, keep, NOW);
        assertThat(first.types()).extracting(TypePlan::state).containsExactly(ChangeState.UPDATED);
        assertThat(first.summary().rowsWritten()).isEqualTo(1);

        StoredModel marked = after(stored, first);
        SyncPlan second = plan(marked, code, keep, NOW);
        assertThat(second.types()).extracting(TypePlan::state).containsExactly(ChangeState.IDENTICAL);
        assertThat(second.summary().properties(ChangeState.ORPHANED)).isEqualTo(1);
        assertThat(second.hasWork()).isFalse();

        SyncPlan deleting = plan(marked, code, Policy.standard(), NOW);
        assertThat(deleting.types())
                .extracting(TypePlan::state, TypePlan::action)
                .containsExactly(tuple(ChangeState.UPDATED, Action.UPDATE));
        assertThat(deleting.summary().rowsWritten()).isEqualTo(1);
    }

    @Test
    void anOrphanThatALivingTypeOfAnotherModuleEmbedsStaysAndNamesIt() {
        StoredModel stored = committed(
                module("blocks", "1.0", block(type("Teaser"))),
                module("site", "1.0", type("Home", block("top", "Teaser"))));

        SyncPlan plan = plan(stored, model(module("blocks", "1.1")));

        TypePlan teaser = planned(plan, "Teaser");
        assertThat(teaser.action()).isEqualTo(Action.UPDATE);
        assertThat(teaser.blockedBy()).containsExactly("property Home.top refers to it");
    }

    @Test
    void anOrphanToWhichAnAdministratorAddedAPropertyStays() {
        StoredModel committed = committed(site("1.0", type("Article", text("teaser"))));
        StoredType row = committed.types().get(0);
        StoredProperty added = new StoredProperty(99, "note", "STRING", Origin.ADMIN, false, null);
        StoredType extended = row.withProperties(List.of(row.properties().get(0), added));

        SyncPlan plan = plan(new StoredModel(2, committed.modules(), List.of(extended)), model(site("1.1")));

        assertThat(planned(plan, "Article").action()).isEqualTo(Action.UPDATE);
        assertThat(planned(plan, "Article").blockedBy()).containsExactly("an administrator made its property note");
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
    void orphansComeWithRenameSuggestionsTheLikeliestFirst() {
        SyncPlan plan = plan(
                committed(site("1.0", type("NewsArticle", text("headline"), text("body")))),
                model(site("1.1", type("NewsStory", text("headline"), text("body")), type("Person", number("age")))));

        assertThat(planned(plan, "NewsArticle").suggestions()).singleElement().satisfies(suggestion -> {
            assertThat(suggestion.name()).isEqualTo("NewsStory");
            assertThat(suggestion.annotation()).isEqualTo("@RenamedFrom(\"NewsArticle\")");
        });
    }

    @Test
    void orphanedPropertiesPreferNewOnesOfTheSameDataType() {
        SyncPlan plan = plan(
                committed(site("1.0", type("Article", text("teaserText")))),
                model(site("1.1", type("Article", text("teaserBody"), number("teaserTexts")))));

        assertThat(planned(plan, "Article").properties().stream()
                        .filter(property -> property.state() == ChangeState.ORPHANED)
                        .flatMap(property -> property.suggestions().stream())
                        .map(Suggestion::name))
                .first()
                .isEqualTo("teaserBody");
    }

    @Test
    void aModelThatChangesWithoutItsVersionIsAWarning() {
        SyncPlan plan = plan(committed(site("1.0", type("Article"))), model(site("1.0.1", type("Article", text("a")))));

        assertThat(plan.problems().asList())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.CHANGED_WITHOUT_VERSION);
    }

    @Test
    void withoutContentNoChangeConcernsAny() {
        ContentModel before = model(site("1.0", type("Article", text("teaser"))));
        ContentModel after = model(site("1.1", type("Article", number("teaser"))));

        SyncPlan certain = plan(StoredModel.ofCommitted(before), after);
        assertThat(certain.summary().grade()).isEqualTo(Grade.COMPATIBLE);
        assertThat(certain.refusals().isEmpty()).isTrue();

        SyncPlan unknown = Planner.plan(
                ModelComparison.compare(StoredModel.ofCommitted(before), after, Scope.everything()),
                Policy.standard(),
                Usage.UNKNOWN,
                Validation.nothing(),
                NOW);
        assertThat(unknown.summary().grade()).isEqualTo(Grade.LOSSY);
        assertThat(unknown.refusals().isEmpty()).isTrue();
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

    private static StoredModel after(StoredModel stored, SyncPlan plan) {
        List<StoredType> types = plan.types().stream()
                .filter(type -> type.rowAfter() != null)
                .map(type -> Objects.requireNonNull(type.rowAfter())
                        .withProperties(type.properties().stream()
                                .map(PropertyPlan::rowAfter)
                                .filter(Objects::nonNull)
                                .map(StoredProperty.class::cast)
                                .toList()))
                .toList();
        return new StoredModel(
                stored.revision() + 1,
                plan.modules().stream()
                        .map(module -> Objects.requireNonNull(module.after()))
                        .toList(),
                types);
    }

    private static StoredModel committed(ModuleModel... modules) {
        return StoredModel.ofCommitted(model(modules));
    }

    private static SyncPlan plan(StoredModel stored, ContentModel code) {
        return plan(stored, code, Policy.standard(), NOW);
    }

    private static SyncPlan plan(StoredModel stored, ContentModel code, Policy policy, Instant now) {
        return Planner.plan(
                ModelComparison.compare(stored, code, policy.scope()), policy, Usage.NONE, Validation.nothing(), now);
    }

    private static TypePlan planned(SyncPlan plan, String name) {
        return plan.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StoredType row(SyncPlan plan, String name) {
        return Objects.requireNonNull(planned(plan, name).rowAfter());
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
}
