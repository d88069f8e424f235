package dev.synchronizer.diff;

import static dev.synchronizer.diff.Diffs.only;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C2: types and properties that administrators made, and that code declares. */
class AdoptionTest {
    @Test
    void anAdminMadeTypeIsAdoptedWhereItFitsAndConflictsWhereItDoesNot() {
        StoredModel stored = new StoredModel(
                4,
                List.of(),
                List.of(adminMade("Banner", new StoredProperty(8, "title", "STRING", Origin.ADMIN, false, null))));

        TypeDiff fits = only(ModelComparison.compare(
                stored, model(site("1.0", type("Banner", text("title")))), Scope.everything()));
        assertThat(fits.state()).isEqualTo(ChangeState.UPDATED);
        assertThat(fits.reasons()).contains(Reason.ADOPTED);

        ModelDiff differs = ModelComparison.compare(
                stored, model(site("1.0", type("Banner", number("title")))), Scope.everything());
        assertThat(only(differs).state()).isEqualTo(ChangeState.CONFLICT);
        assertThat(differs.problems().asList())
                .extracting(problem -> problem.code())
                .containsExactly(ProblemCode.ADOPTION_CONFLICT);
    }

    @Test
    void adminMadeTypesThatNoCodeDeclaresAreNobodysOrphans() {
        StoredModel stored = new StoredModel(4, List.of(), List.of(adminMade("Banner")));

        assertThat(ModelComparison.compare(stored, model(site("1.0")), Scope.everything())
                        .types())
                .isEmpty();
    }

    @Test
    void whatAnAdministratorAddedToATypeGoesBackWhenTheTypesClassGoes() {
        StoredModel committed =
                StoredModel.ofCommitted(model(site("1.0", type("Article", text("note"), text("body")))));
        StoredType article = committed.types().get(0);
        StoredProperty note = new StoredProperty(99, "note", "STRING", Origin.CODE, true, null);
        StoredModel stored = new StoredModel(
                2,
                committed.modules(),
                List.of(article.withProperties(List.of(article.property("body").orElseThrow(), note))));

        TypeDiff orphan = only(ModelComparison.compare(stored, model(site("1.1")), Scope.everything()));

        assertThat(orphan.state()).isEqualTo(ChangeState.ORPHANED);
        assertThat(orphan.properties())
                .extracting(PropertyDiff::name, PropertyDiff::state, PropertyDiff::reasons)
                .containsExactly(
                        tuple("body", ChangeState.ORPHANED, List.of(Reason.NO_LONGER_DECLARED)),
                        tuple("note", ChangeState.UPDATED, List.of(Reason.RETURNED_TO_ADMINISTRATORS)));
    }

    @Test
    void aRenameToTheNameOfAnAdministratorsPropertyIsAConflict() {
        StoredModel committed = StoredModel.ofCommitted(model(site("1.0", type("Article", text("intro")))));
        StoredType article = committed.types().get(0);
        StoredProperty teaser = new StoredProperty(99, "teaser", "STRING", Origin.ADMIN, false, null);
        StoredModel stored = new StoredModel(
                2,
                committed.modules(),
                List.of(article.withProperties(List.of(article.properties().get(0), teaser))));

        ModelDiff diff = ModelComparison.compare(
                stored,
                model(site("1.1", type("Article", text("teaser").withFormerNames(List.of("intro"))))),
                Scope.everything());

        assertThat(only(diff).state()).isEqualTo(ChangeState.CONFLICT);
        assertThat(only(diff).properties().get(0).reasons()).containsExactly(Reason.RENAMED, Reason.NAME_TAKEN);
        assertThat(diff.problems().asList())
                .extracting(problem -> problem.code(), problem -> problem.subject())
                .containsExactly(tuple(ProblemCode.NAME_TAKEN, "Article.teaser"));
    }

    private static StoredType adminMade(String name, StoredProperty... properties) {
        return new StoredType(
                7, TypeGuid.derive(name), name, null, null, Origin.ADMIN, false, null, List.of(properties));
    }
}
