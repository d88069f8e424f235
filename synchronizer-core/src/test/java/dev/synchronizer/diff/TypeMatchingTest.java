package dev.synchronizer.diff;

import static dev.synchronizer.diff.Diffs.compare;
import static dev.synchronizer.diff.Diffs.only;
import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.Models;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** C1: which stored type a declared one is. */
class TypeMatchingTest {
    private static final String GUID = "0b4bbc0e-53a2-4a3b-9c0f-1f0a5a1e6a01";
    private static final String OTHER_GUID = "0b4bbc0e-53a2-4a3b-9c0f-1f0a5a1e6a02";

    @Test
    void aDeclaredGuidFindsATypeUnderAnotherNameClassAndModule() {
        TypeDiff diff = only(ModelComparison.compare(
                StoredModel.ofCommitted(
                        model(module("old", "1.0", type("Article").withGuid(GUID)))),
                model(module("new", "1.0", type("Story").withGuid(GUID).withClassName("org.story.Story"))),
                Scope.everything()));

        assertThat(diff.state()).isEqualTo(ChangeState.UPDATED);
        assertThat(diff.reasons()).containsExactly(Reason.RENAMED, Reason.CLASS_RENAMED, Reason.MODULE_CHANGED);
        assertThat(diff.settings())
                .extracting(SettingChange::key)
                .containsExactlyInAnyOrder(SettingKey.NAME, SettingKey.CLASS, SettingKey.MODULE);
    }

    @Test
    void aDeclaredRenameIsFoundUnderAnyOfItsFormerNames() {
        ContentModel after = model(site("1.2", type("C").withFormerNames(List.of("A", "B"))));

        for (String former : List.of("A", "B")) {
            TypeDiff diff = only(compare(model(site("1.0", type(former))), after));
            assertThat(diff.state()).isEqualTo(ChangeState.UPDATED);
            assertThat(diff.reasons()).contains(Reason.RENAMED);
        }
    }

    /** Of two types that were merged into one, a run that looks at one package only renames one and leaves the other. */
    @Test
    void aFormerNameThatWasThereAtTheLastCommitTakesNothingAwayFromWhatStandsUnderIt() {
        TypeModel merged = type("C").withFormerNames(List.of("A", "B"));
        StoredModel stored =
                StoredModel.ofCommitted(model(site("1.1", type("A").withClassName("org.other.A"), merged)));

        ModelDiff diff = ModelComparison.compare(
                stored, model(site("1.1", merged)), Scope.everything().within(List.of("com.acme")));

        assertThat(diff.types())
                .extracting(TypeDiff::name, TypeDiff::state)
                .containsExactly(tuple("A", ChangeState.ABSENT), tuple("C", ChangeState.IDENTICAL));
    }

    @Test
    void aTypeThatPinnedTheGuidOfItsOldNameIsNotTakenForWhatHasThatNameNow() {
        ContentModel both = model(
                site("1.0", type("Account").withGuid(TypeGuid.derive("Customer").toString()), type("Customer")));

        assertThat(compare(both, both).types())
                .extracting(TypeDiff::name, TypeDiff::state)
                .containsExactly(tuple("Account", ChangeState.IDENTICAL), tuple("Customer", ChangeState.IDENTICAL));
    }

    @Test
    void aPackageMoveIsNoRename() {
        TypeDiff diff = only(compare(
                model(site("1.0", type("Article"))),
                model(site("1.1", type("Article").withClassName("com.acme.pages.Article")))));

        assertThat(diff.reasons()).containsExactly(Reason.CLASS_MOVED);
    }

    @Test
    void aGuidDeclaredLaterIsAdopted() {
        TypeDiff diff = only(compare(
                model(site("1.0", type("Article"))),
                model(site("1.1", type("Article").withGuid(GUID)))));

        assertThat(diff.state()).isEqualTo(ChangeState.UPDATED);
        assertThat(diff.reasons()).containsExactly(Reason.GUID_ADOPTED);
        assertThat(diff.settings().get(0).from())
                .hasToString(TypeGuid.derive("Article").toString());
    }

    @Test
    void twoDeclaredGuidsThatDifferAreAConflict() {
        ModelDiff diff = compare(
                model(site("1.0", type("Article").withGuid(GUID))),
                model(site("1.1", type("Article").withGuid(OTHER_GUID))));

        assertThat(only(diff).state()).isEqualTo(ChangeState.CONFLICT);
        assertThat(diff.problems().asList()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.GUID_CONFLICT);
            assertThat(problem.message()).contains(GUID, OTHER_GUID);
        });
    }

    @Test
    void aGuidInAnotherCaseIsTheSame() {
        TypeDiff diff = only(compare(
                model(site("1.0", type("Article").withGuid(GUID))),
                model(site("1.0", type("Article").withGuid(GUID.toUpperCase(Locale.ROOT))))));

        assertThat(diff.state()).isEqualTo(ChangeState.IDENTICAL);
    }

    @Test
    void aRenamedTypeDoesNotChangeTheTypesThatReferToIt() {
        ModelDiff diff = compare(
                model(site(
                        "1.0",
                        block(type("Teaser")),
                        type(
                                "Home",
                                block("top", "Teaser"),
                                said(reference("link"), SettingKey.ALLOWED_TYPES, List.of("Teaser"))))),
                model(site(
                        "1.1",
                        block(type("Promo").withFormerNames(List.of("Teaser"))),
                        type(
                                "Home",
                                block("top", "Promo"),
                                said(reference("link"), SettingKey.ALLOWED_TYPES, List.of("Promo"))))));

        assertThat(diff.types())
                .extracting(TypeDiff::name, TypeDiff::state)
                .containsExactly(tuple("Home", ChangeState.IDENTICAL), tuple("Promo", ChangeState.UPDATED));
    }

    @Test
    void aRenamedPropertyIsUpdatedAndAnotherOneMayComeUnderItsOldNameLater() {
        ContentModel first = model(site("1.0", type("Article", text("intro"))));
        ContentModel second = model(site("1.1", type("Article", text("teaser").withFormerNames(List.of("intro")))));
        ContentModel third = model(site("1.2", type("Article", text("teaser"), text("intro"))));

        assertThat(only(compare(first, second)).properties())
                .extracting(PropertyDiff::name, PropertyDiff::state, PropertyDiff::reasons)
                .containsExactly(tuple("teaser", ChangeState.UPDATED, List.of(Reason.RENAMED)));
        assertThat(only(compare(second, third)).properties())
                .extracting(PropertyDiff::name, PropertyDiff::state)
                .containsExactly(tuple("intro", ChangeState.NEW), tuple("teaser", ChangeState.IDENTICAL));
    }

    private static PropertyModel reference(String name) {
        return Models.property(name, PropertyType.single(DataType.REFERENCE));
    }
}
