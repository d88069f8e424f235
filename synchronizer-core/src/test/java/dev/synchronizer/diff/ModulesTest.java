package dev.synchronizer.diff;

import static dev.synchronizer.diff.Diffs.compare;
import static dev.synchronizer.diff.Diffs.only;
import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.needing;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C3 and C4: which modules a run may process. */
class ModulesTest {
    @Test
    void anOlderModuleIsGatedAndWhatItLacksIsNoOrphan() {
        ModelDiff diff = compare(
                model(site("1.1", type("Article"), type("Added"))),
                model(site("1.0", type("Article"), type("Dropped"))));

        assertThat(diff.types())
                .extracting(TypeDiff::name, TypeDiff::state)
                .containsExactly(tuple("Article", ChangeState.GATED), tuple("Dropped", ChangeState.GATED));
    }

    @Test
    void patchAndQualifierNeverGate() {
        for (String version : List.of("1.1.0", "1.1.9", "1.1.3-SNAPSHOT", "v1.1")) {
            ModelDiff diff = compare(model(site("1.1.3", type("Article"))), model(site(version, type("Article"))));
            assertThat(only(diff).state()).as(version).isEqualTo(ChangeState.IDENTICAL);
        }
    }

    @Test
    void aTypeThatNeedsAGatedModuleIsGatedWithIt() {
        ContentModel stored = model(module("blocks", "2.0", block(type("Teaser"))), site("1.0"));
        ContentModel code = model(
                module("blocks", "1.9", block(type("Teaser"))),
                site(
                        "1.0",
                        type("Home", block("teaser", "Teaser")),
                        needing(type("Sub"), List.of("Home"), List.of()),
                        needing(type("Plain"), List.of(), List.of("blocks")),
                        type("Free")));

        assertThat(compare(stored, code).types())
                .extracting(TypeDiff::name, TypeDiff::state)
                .containsExactly(
                        tuple("Free", ChangeState.NEW),
                        tuple("Home", ChangeState.GATED),
                        tuple("Plain", ChangeState.GATED),
                        tuple("Sub", ChangeState.GATED),
                        tuple("Teaser", ChangeState.GATED));
    }

    @Test
    void anAbsentModuleLeavesItsTypesAloneUntilItIsSaidToBeGone() {
        StoredModel stored = StoredModel.ofCommitted(model(site("1.0", type("Article", text("teaser")))));

        assertThat(only(ModelComparison.compare(stored, model(), Scope.everything()))
                        .state())
                .isEqualTo(ChangeState.ABSENT);
        TypeDiff gone =
                only(ModelComparison.compare(stored, model(), Scope.everything().gone(List.of("site"))));
        assertThat(gone.state()).isEqualTo(ChangeState.ORPHANED);
        assertThat(gone.reasons()).containsExactly(Reason.MODULE_GONE);
        assertThat(gone.properties()).extracting(PropertyDiff::state).containsExactly(ChangeState.ORPHANED);
    }

    @Test
    void aModuleWithoutTypesMakesItsStoredTypesOrphans() {
        assertThat(only(compare(model(site("1.0", type("Article"))), model(site("1.0"))))
                        .state())
                .isEqualTo(ChangeState.ORPHANED);
    }

    @Test
    void goneNamesOnlyModulesThatAreStoredAndNotScanned() {
        StoredModel stored = StoredModel.ofCommitted(model(site("1.0", type("Article"))));
        ModelDiff diff = ModelComparison.compare(
                stored, model(site("1.0", type("Article"))), Scope.everything().gone(List.of("site", "elsewhere")));

        assertThat(diff.problems().asList())
                .extracting(problem -> problem.code())
                .containsExactlyInAnyOrder(ProblemCode.UNKNOWN_MODULE, ProblemCode.MODULE_NOT_GONE);
    }
}
