package dev.synchronizer.plan;

import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static dev.synchronizer.plan.Plans.NOW;
import static dev.synchronizer.plan.Plans.committed;
import static dev.synchronizer.plan.Plans.plan;
import static dev.synchronizer.plan.Plans.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.Usage;
import dev.synchronizer.validate.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
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
    void anOldNameThatComesBackGetsAGuidOfItsOwn() {
        StoredModel renamed = committed(site("1.0", type("B").withFormerNames(List.of("A"))));

        SyncPlan plan = plan(renamed, model(site("1.1", type("B"), type("A"))));

        assertThat(row(plan, "B").guid()).isEqualTo(TypeGuid.derive("A"));
        assertThat(row(plan, "A").guid()).isEqualTo(TypeGuid.derive("A#2"));
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
}
