package dev.synchronizer.diff;

import static dev.synchronizer.fixtures.Models.block;
import static dev.synchronizer.fixtures.Models.model;
import static dev.synchronizer.fixtures.Models.module;
import static dev.synchronizer.fixtures.Models.needing;
import static dev.synchronizer.fixtures.Models.number;
import static dev.synchronizer.fixtures.Models.said;
import static dev.synchronizer.fixtures.Models.site;
import static dev.synchronizer.fixtures.Models.text;
import static dev.synchronizer.fixtures.Models.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
    private static final String GUID = "0b4bbc0e-53a2-4a3b-9c0f-1f0a5a1e6a01";
    private static final String OTHER_GUID = "0b4bbc0e-53a2-4a3b-9c0f-1f0a5a1e6a02";

    @Test
    void nothingStoredMakesEverythingNew() {
        ModelDiff diff = ModelComparison.compare(
                StoredModel.empty(), model(site("1.0", type("Article", text("teaser")))), Scope.everything());

        TypeDiff article = only(diff);
        assertThat(article.state()).isEqualTo(ChangeState.NEW);
        assertThat(article.reasons()).containsExactly(Reason.NO_STORED_TYPE);
        assertThat(article.properties())
                .extracting(PropertyDiff::name, PropertyDiff::state, PropertyDiff::reasons)
                .containsExactly(tuple("teaser", ChangeState.NEW, List.of(Reason.NO_STORED_PROPERTY)));
        assertThat(diff.modules()).extracting(ModuleDiff::state).containsExactly(ModuleState.NEW);
    }

    @Test
    void theSameModelIsIdentical() {
        ContentModel model = model(site("1.0", said(type("Article", text("teaser")), SettingKey.ORDER, 5)));

        TypeDiff article = only(compare(model, model));

        assertThat(article.state()).isEqualTo(ChangeState.IDENTICAL);
        assertThat(article.reasons()).isEmpty();
        assertThat(article.properties()).extracting(PropertyDiff::state).containsExactly(ChangeState.IDENTICAL);
    }

    @Test
    void aChangedSettingIsListedWithOldAndNew() {
        TypeDiff article = only(compare(
                model(site("1.0", type("Article", said(text("teaser"), SettingKey.PROMPT, "old")))),
                model(site("1.1", type("Article", said(text("teaser"), SettingKey.PROMPT, "new"))))));

        assertThat(article.state()).isEqualTo(ChangeState.UPDATED);
        assertThat(article.reasons()).containsExactly(Reason.PROPERTIES_CHANGED);
        PropertyDiff teaser = article.properties().get(0);
        assertThat(teaser.reasons()).containsExactly(Reason.SETTINGS_CHANGED);
        assertThat(teaser.settings())
                .extracting(c -> c.key(), c -> String.valueOf(c.from()), c -> String.valueOf(c.to()))
                .containsExactly(tuple(SettingKey.PROMPT, "old", "new"));
    }

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
                model(site("1.0", type("Article").withGuid(GUID.toUpperCase(java.util.Locale.ROOT))))));

        assertThat(diff.state()).isEqualTo(ChangeState.IDENTICAL);
    }

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

    @Test
    void gradesTellTheWorstThatCouldHappen() {
        assertThat(gradeOf(text("p"), said(text("p"), SettingKey.REQUIRED, true)))
                .isEqualTo(Grade.BREAKING);
        assertThat(gradeOf(said(text("p"), SettingKey.REQUIRED, true), text("p")))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(said(text("p"), SettingKey.MAX_LENGTH, 9), said(text("p"), SettingKey.MAX_LENGTH, 8)))
                .isEqualTo(Grade.BREAKING);
        assertThat(gradeOf(said(text("p"), SettingKey.MAX_LENGTH, 8), said(text("p"), SettingKey.MAX_LENGTH, 9)))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(said(text("p"), SettingKey.LOCALIZED, true), text("p")))
                .isEqualTo(Grade.LOSSY);
        assertThat(gradeOf(text("p"), said(text("p"), SettingKey.LOCALIZED, true)))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(text("p"), said(text("p"), SettingKey.PATTERN, "a+")))
                .isEqualTo(Grade.BREAKING);
        assertThat(gradeOf(number("p"), number("p").withType(PropertyType.single(DataType.LONG))))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(text("p"), number("p"))).isEqualTo(Grade.LOSSY);
        assertThat(gradeOf(text("p"), text("p").withType(PropertyType.list(DataType.STRING))))
                .isEqualTo(Grade.COMPATIBLE);
        assertThat(gradeOf(text("p").withType(PropertyType.list(DataType.STRING)), text("p")))
                .isEqualTo(Grade.LOSSY);
    }

    @Test
    void aSingleTypeComesWithTheTypesThatItNeeds() {
        ContentModel code = model(site(
                "1.0",
                type("Base"),
                block(type("Teaser")),
                needing(type("Home", block("top", "Teaser")), List.of("Base"), List.of()),
                type("Other")));

        ModelDiff diff = ModelComparison.compare(
                StoredModel.empty(), code, Scope.everything().onlyTypes(Set.of("Home")));

        assertThat(diff.types()).extracting(TypeDiff::name).containsExactly("Base", "Home", "Teaser");
    }

    @Test
    void anUnknownSingleTypeIsNamedWithItsNearest() {
        ModelDiff diff = ModelComparison.compare(
                StoredModel.empty(),
                model(site("1.0", type("Article"))),
                Scope.everything().onlyTypes(Set.of("Artikel")));

        assertThat(diff.problems().asList()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_TYPE);
            assertThat(problem.message()).contains("Article");
        });
    }

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
    void admMadeTypesThatNoCodeDeclaresAreNobodysOrphans() {
        StoredModel stored = new StoredModel(4, List.of(), List.of(adminMade("Banner")));

        assertThat(ModelComparison.compare(stored, model(site("1.0")), Scope.everything())
                        .types())
                .isEmpty();
    }

    private static StoredType adminMade(String name, StoredProperty... properties) {
        return new StoredType(
                7, TypeGuid.derive(name), name, null, null, Origin.ADMIN, false, null, List.of(properties));
    }

    @Test
    void anOrphanThatWasKeptReturnsWhenItIsDeclaredAgain() {
        StoredModel committed = StoredModel.ofCommitted(model(site("1.0", type("Article"))));
        StoredType row = committed.types().get(0);
        StoredType marked = new StoredType(
                row.id(),
                row.guid(),
                row.name(),
                row.className(),
                row.module(),
                row.origin(),
                false,
                Instant.EPOCH,
                List.of());
        StoredModel stored = new StoredModel(2, committed.modules(), List.of(marked));

        TypeDiff diff = only(ModelComparison.compare(stored, model(site("1.0", type("Article"))), Scope.everything()));

        assertThat(diff.reasons()).containsExactly(Reason.RETURNED);
    }

    private static dev.synchronizer.model.PropertyModel reference(String name) {
        return dev.synchronizer.fixtures.Models.property(name, PropertyType.single(DataType.REFERENCE));
    }

    private static Grade gradeOf(
            dev.synchronizer.model.PropertyModel before, dev.synchronizer.model.PropertyModel after) {
        return only(compare(model(site("1.0", type("Article", before))), model(site("1.1", type("Article", after)))))
                .grade();
    }

    private static ModelDiff compare(ContentModel before, ContentModel after) {
        return ModelComparison.compare(StoredModel.ofCommitted(before), after, Scope.everything());
    }

    private static TypeDiff only(ModelDiff diff) {
        assertThat(diff.types()).hasSize(1);
        return diff.types().get(0);
    }
}
