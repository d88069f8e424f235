package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.addresses;
import static dev.synchronizer.behaviour.Desk.at;
import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Desk.without;
import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Standing;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.settings.RevertedSettings;
import dev.synchronizer.settings.StandingOverride;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** E3: what was saved can be taken back: one setting, a property, a type, everything; shown before it is done. */
class E3RevertTest {
    @TempDir
    Path folder;

    @OnEveryDatabase
    void aPlanSaysWhatWouldBecomeEffectiveAndWritesNothing(Product product) {
        Desk ada = withOverrides(product);
        StoredModel before = ada.node().stored();
        long changes = ada.node().count("ct_change");

        RevertedSettings plan = ada.plan(RevertScope.everything());

        assertThat(without(plan.overrides()))
                .containsExactly(
                        "Article..displayName=Article, by code",
                        "Article.body.order=0",
                        "Article.teaser.prompt=null",
                        "Article.teaser.required=true",
                        "Person.name.visible=true");
        assertThat(plan.overrides())
                .extracting(StandingOverride::effective)
                .containsExactly(
                        SettingValue.of("Story"),
                        SettingValue.of(7),
                        SettingValue.of("Say it short"),
                        SettingValue.of(false),
                        SettingValue.of(false));
        assertThat(plan.isWritten()).isFalse();
        assertThat(ada.node().stored()).isEqualTo(before);
        assertThat(ada.node().count("ct_change")).isEqualTo(changes);
    }

    @OnEveryDatabase
    void oneSettingIsTakenBack(Product product) {
        Desk ada = withOverrides(product);

        RevertedSettings reverted = ada.revert("Article.teaser.required");

        assertThat(reverted.overrides()).isEqualTo(List.copyOf(reverted.overrides()));
        assertThat(without(reverted.overrides())).containsExactly("Article.teaser.required=true");
        assertThat(left(ada))
                .containsExactly(
                        "Article..displayName", "Article.body.order", "Article.teaser.prompt", "Person.name.visible");
    }

    @OnEveryDatabase
    void aPropertyOrATypeWithItsPropertiesIsTakenBack(Product product) {
        Desk ada = withOverrides(product);

        ada.revert("Article.teaser");
        assertThat(left(ada)).containsExactly("Article..displayName", "Article.body.order", "Person.name.visible");

        ada.revert("Article");
        assertThat(left(ada)).containsExactly("Person.name.visible");
    }

    @OnEveryDatabase
    void severalAreTakenBackAtOnceAndATypesOwnSettingCanBeNamedInTwoWays(Product product) {
        Desk ada = withOverrides(product);

        assertThat(addresses(ada.plan(at("Article.displayName")).overrides())).containsExactly("Article..displayName");
        ada.revert("Article.displayName", "Article..displayName", "Person", "Person.name");

        assertThat(left(ada)).containsExactly("Article.body.order", "Article.teaser.prompt", "Article.teaser.required");
    }

    @OnEveryDatabase
    void everythingIsTakenBackAndNoRowIsLeft(Product product) {
        Desk ada = withOverrides(product);
        long changes = ada.node().count("ct_change");

        RevertedSettings plan = ada.plan(RevertScope.everything());
        RevertedSettings reverted = ada.revert(RevertScope.everything());

        assertThat(reverted.overrides()).isEqualTo(plan.overrides());
        assertThat(ada.node().count("ct_override")).isZero();
        assertThat(ada.node().count("ct_change")).isEqualTo(changes + 5);
        assertThat(reverted.changeNumber()).isEqualTo(changes + 5);
    }

    @OnEveryDatabase
    void theRedundantOnesAreTakenBackAlone(Product product) {
        Desk ada = withOverrides(product);
        ada.set("Article.teaser", NewSettings.none().with("required", true).with("prompt", ""));

        assertThat(ada.overrides())
                .filteredOn(override -> override.standing() == Standing.REDUNDANT)
                .extracting(override -> override.address().toString())
                .as("code cannot tell an empty text from none")
                .containsExactly("Article.teaser.prompt", "Article.teaser.required");
        ada.revert(RevertScope.redundant());

        assertThat(left(ada)).containsExactly("Article..displayName", "Article.body.order", "Person.name.visible");
    }

    @OnEveryDatabase
    void whereNothingIsSavedNothingIsWritten(Product product) {
        Desk ada = withOverrides(product);
        ada.revert(RevertScope.everything());
        long changes = ada.node().count("ct_change");

        assertThat(ada.revert("Article").isWritten()).isFalse();
        assertThat(ada.revert("Article.teaser.required").overrides()).isEmpty();
        assertThat(ada.revert(RevertScope.everything()).overrides()).isEmpty();
        assertThat(ada.node().count("ct_change")).isEqualTo(changes);
    }

    @OnEveryDatabase
    void whatDoesNotExistIsRefusedWithTheNearestNamesAndNothingIsTakenBack(Product product) {
        Desk ada = withOverrides(product);

        List<Problem> problems = refused(() ->
                ada.revert("Artikle", "Article.tesaer", "Article.teaser.requierd", "Article.teaser.icon", "Person"));

        assertThat(problems)
                .extracting(Problem::code, Problem::subject, Problem::fix)
                .containsExactly(
                        tuple(
                                ProblemCode.UNKNOWN_SETTING,
                                "Article.teaser.icon",
                                "administrators can override displayName (text), description (text), groupName (text),"
                                        + " order (number), required (flag), searchable (flag), visible (flag),"
                                        + " editable (flag), prompt (text), editorHint (text), and icon on types"),
                        tuple(ProblemCode.UNKNOWN_SETTING, "Article.teaser.requierd", "write required"),
                        tuple(ProblemCode.NOT_STORED, "Article.tesaer", "write Article.teaser"),
                        tuple(ProblemCode.NOT_STORED, "Artikle", "write Article"));
        assertThat(refused(() -> ada.plan(at("Artikle"))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOT_STORED);
        assertThat(left(ada)).hasSize(5);
    }

    @OnEveryDatabase
    void anOverrideOfASettingThatOnlyANewerReleaseKnowsIsListedAndCanBeTakenBack(Product product) {
        Desk ada = withOverrides(product);
        ada.revert(RevertScope.everything());
        long type = ada.node().stored().types().get(0).id();
        ada.node()
                .database()
                .execute(
                        "insert into ct_override (owner_id, type_id, setting, saved_value, saved_by, saved_at, default_then)"
                                + " values (" + type + ", " + type
                                + ", 'colour', '\"red\"', 'Zoe', timestamp '2026-01-02 03:04:05', 'null')");

        assertThat(ada.overrides())
                .extracting(override -> override.address().toString(), StandingOverride::standing)
                .containsExactly(tuple("Article..colour", Standing.UNKNOWN));
        ada.revert("Article..colour");

        assertThat(left(ada)).isEmpty();
    }

    private static List<String> left(Desk desk) {
        return addresses(desk.overrides());
    }

    private Desk withOverrides(Product product) {
        Node node = Node.on(product);
        node.start(ModelJar.of(
                        "package com.acme; import dev.synchronizer.annotation.*;"
                                + " @ContentType(displayName = \"Article, by code\") public class Article {"
                                + property("@Property(required = true) String", "teaser") + property("String", "body")
                                + "}",
                        Sources.type("Person", "name"))
                .version("site", "1.0")
                .jar(folder.resolve("site.jar")));
        Desk ada = Desk.of("Ada", node);
        ada.set("Article", "displayName", "Story");
        ada.set("Article.teaser", NewSettings.none().with("required", false).with("prompt", "Say it short"));
        ada.set("Article.body", "order", "7");
        ada.set("Person.name", "visible", "false");
        return ada;
    }
}
