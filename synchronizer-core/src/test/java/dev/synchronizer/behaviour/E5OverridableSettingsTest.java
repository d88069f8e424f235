package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Standing;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.StandingOverride;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** E5: administrators can override what does not change the structure; all else is refused, and values are checked. */
class E5OverridableSettingsTest {
    private static final String OF_TYPES = "displayName (text), description (text), groupName (text), order (number),"
            + " icon (text), access (set), availableInEditMode (flag)";
    private static final String OF_PROPERTIES = "displayName (text), description (text), groupName (text),"
            + " order (number), required (flag), searchable (flag), visible (flag), editable (flag), prompt (text),"
            + " editorHint (text)";

    @TempDir
    Path folder;

    @OnEveryDatabase
    void everySettingOfTheListCanBeOverridden(Product product) {
        Desk ada = started(product);

        ada.set(
                "Article",
                NewSettings.none()
                        .with("displayName", "Story")
                        .with("description", "Multi\nline, \u00e4\u20ac\ud83d\ude00")
                        .with("groupName", "Editorial")
                        .with("order", -5)
                        .with("icon", "pen")
                        .with("access", List.of("editor", "admin", "editor"))
                        .with("availableInEditMode", false));
        ada.set(
                "Article.teaser",
                NewSettings.none()
                        .with("displayName", "Lead")
                        .with("description", "What it is about")
                        .with("groupName", "Texts")
                        .with("order", Integer.MAX_VALUE)
                        .with("visible", false)
                        .with("editable", false)
                        .with("prompt", "Say it")
                        .with("editorHint", "wide")
                        .with("searchable", true)
                        .with("required", false));

        assertThat(ada.node().stored().overrides())
                .extracting(SettingOverride::setting, override -> String.valueOf(override.value()))
                .containsExactlyInAnyOrder(
                        tuple("access", "admin, editor"),
                        tuple("availableInEditMode", "false"),
                        tuple("description", "Multi\nline, \u00e4\u20ac\ud83d\ude00"),
                        tuple("displayName", "Story"),
                        tuple("groupName", "Editorial"),
                        tuple("icon", "pen"),
                        tuple("order", "-5"),
                        tuple("description", "What it is about"),
                        tuple("displayName", "Lead"),
                        tuple("editable", "false"),
                        tuple("editorHint", "wide"),
                        tuple("groupName", "Texts"),
                        tuple("order", String.valueOf(Integer.MAX_VALUE)),
                        tuple("prompt", "Say it"),
                        tuple("required", "false"),
                        tuple("searchable", "true"),
                        tuple("visible", "false"));
    }

    @OnEveryDatabase
    void everyOtherSettingIsStructuralAndRefusedWithTheListOfThoseThatCanBeOverridden(Product product) {
        Desk ada = started(product);
        for (SettingKey.Scope scope : SettingKey.Scope.values()) {
            NewSettings structural = NewSettings.none();
            for (SettingKey key : structural(scope)) {
                structural = structural.withText(key.label(), "x");
            }
            NewSettings all = structural;
            boolean ofType = scope == SettingKey.Scope.TYPE;

            List<Problem> problems = refused(() -> ada.set(ofType ? "Article" : "Article.teaser", all));

            assertThat(problems).hasSameSizeAs(structural(scope));
            assertThat(problems)
                    .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.STRUCTURAL_SETTING))
                    .allSatisfy(problem -> assertThat(problem.message())
                            .endsWith("administrators can override " + (ofType ? OF_TYPES : OF_PROPERTIES)))
                    .allSatisfy(problem -> assertThat(problem.fix()).isEqualTo("change it in class com.acme.Article"));
        }
        assertThat(ada.node().count("ct_override")).isZero();
    }

    private static List<SettingKey> structural(SettingKey.Scope scope) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.appliesTo(scope) && !key.isOverridable())
                .toList();
    }

    @OnEveryDatabase
    void whatDoesNotExistIsRefusedWithTheNearestNames(Product product) {
        Desk ada = started(product);

        assertThat(refused(() -> ada.set("article", "order", "1")))
                .extracting(Problem::code, Problem::message, Problem::fix)
                .containsExactly(tuple(ProblemCode.NOT_STORED, "no type \"article\" is stored", "write Article"));
        assertThat(refused(() -> ada.set("Article.taeser", "order", "1")))
                .extracting(Problem::code, Problem::message, Problem::fix)
                .containsExactly(tuple(
                        ProblemCode.NOT_STORED, "the type Article has no property \"taeser\"", "write Article.teaser"));
        assertThat(refused(() -> ada.set("Article", "dispalyName", "x")))
                .extracting(Problem::code, Problem::message, Problem::fix)
                .containsExactly(
                        tuple(ProblemCode.UNKNOWN_SETTING, "there is no setting \"dispalyName\"", "write displayName"));
        assertThat(refused(() -> ada.set("Article", "required", "true")))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(ProblemCode.UNKNOWN_SETTING, "required is no setting of types"));
        assertThat(refused(() -> ada.set("Article", "visible", "false")).get(0).fix())
                .as("with nothing that is merely near")
                .endsWith("availableInEditMode (flag), and visible on properties");
        assertThat(refused(() -> ada.set("Article.teaser.required", "required", "true")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.MALFORMED_ADDRESS);
        assertThat(refused(() -> ada.set("Article.displayName", "displayName", "x")))
                .extracting(Problem::fix)
                .containsExactly("displayName is a setting of the type itself");
    }

    @OnEveryDatabase
    void aValueOfAnotherKindIsRefusedWithTheKindAndAnExample(Product product) {
        Desk ada = started(product);

        assertThat(wrong(ada, NewSettings.none().withText("required", "yes")))
                .containsExactly("required is a flag, and \"yes\" is none: give true or false");
        assertThat(wrong(ada, NewSettings.none().withNothing("required")))
                .containsExactly("required is a flag, and always has a value: give true or false");
        assertThat(wrong(ada, NewSettings.none().withText("order", "first")))
                .containsExactly("order is a number, and \"first\" is none: give a number such as 10");
        assertThat(wrong(ada, NewSettings.none().withText("order", "1.5")))
                .containsExactly("order is a whole number from -2147483648 to 2147483647, and not \"1.5\":"
                        + " give a whole number such as 10");
        assertThat(wrong(ada, NewSettings.none().with("order", 1L + Integer.MAX_VALUE)))
                .hasSize(1);
        assertThat(wrong(ada, NewSettings.none().with("order", "5")))
                .as("a text is no number")
                .hasSize(1);
        assertThat(wrong(ada, NewSettings.none().with("displayName", true))).hasSize(1);
        assertThat(refused(() -> ada.set("Article", "access", "editor,,admin")))
                .extracting(Problem::message)
                .containsExactly("one of the names in access is empty");
    }

    private static List<String> wrong(Desk desk, NewSettings settings) {
        return refused(() -> desk.set("Article.teaser", settings)).stream()
                .peek(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.WRONG_VALUE))
                .map(problem -> problem.message() + ": " + problem.fix())
                .toList();
    }

    @OnEveryDatabase
    void theLongestTextsAreKeptAsTheyAreAndLongerOnesRefused(Product product) {
        Desk ada = started(product);
        for (SettingKey key : List.of(
                SettingKey.DISPLAY_NAME,
                SettingKey.GROUP_NAME,
                SettingKey.EDITOR_HINT,
                SettingKey.PROMPT,
                SettingKey.DESCRIPTION)) {
            String longest = "\u20ac".repeat(key.maxLength());

            ada.set("Article.teaser", NewSettings.none().with(key.label(), longest));

            assertThat(ada.node().stored().overrides())
                    .filteredOn(override -> override.setting().equals(key.label()))
                    .extracting(override -> String.valueOf(override.value()))
                    .containsExactly(longest);
            assertThat(refused(
                            () -> ada.set("Article.teaser", NewSettings.none().with(key.label(), longest + "x"))))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.VALUE_NOT_STORABLE);
        }
        assertThat(refused(() -> ada.set("Article", NewSettings.none().with("access", List.of("r".repeat(256))))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.VALUE_NOT_STORABLE);
    }

    @OnEveryDatabase
    void charactersThatCannotBeStoredAreRefused(Product product) {
        Desk ada = started(product);

        assertThat(refused(() -> ada.set("Article", NewSettings.none().with("displayName", "a\0b"))))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(ProblemCode.VALUE_NOT_STORABLE, "\"a?b\" holds U+0000, which cannot be stored"));
        assertThat(refused(() -> ada.set("Article", NewSettings.none().with("displayName", "a\ud83d"))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.VALUE_NOT_STORABLE);
    }

    @OnEveryDatabase
    void aGroupOrRoleThatNobodyElseKnowsIsSavedWithAWarning(Product product) {
        Desk ada = started(product);

        assertThat(ada.set(
                                "Article",
                                NewSettings.none().with("groupName", "Editoral").with("access", List.of("owner")))
                        .warnings()
                        .asList())
                .extracting(Problem::code, Problem::subject, Problem::fix)
                .containsExactly(
                        tuple(ProblemCode.UNKNOWN_ROLE, "Article..access", ProblemCode.UNKNOWN_ROLE.fix()),
                        tuple(
                                ProblemCode.UNKNOWN_GROUP,
                                "Article..groupName",
                                "write Editorial, unless it is meant to be new"));
        assertThat(ada.node().count("ct_override")).isEqualTo(2);
    }

    @OnEveryDatabase
    void knownAreGroupsAndRolesOfCodeOfOtherOverridesAndOfTheApplication(Product product) {
        Desk ada = started(product);
        ada.set("Article", "groupName", "New");

        assertThat(ada.set("Article.teaser", "groupName", "New").warnings().isEmpty())
                .as("another override is in it")
                .isTrue();
        assertThat(ada.set("Article.teaser", "groupName", "Editorial")
                        .warnings()
                        .isEmpty())
                .as("code names it")
                .isTrue();
        assertThat(ada.set("Article", "groupName", "Newer").warnings().count()).isEqualTo(1);
        assertThat(ada.set("Article", "groupName", "Newer").warnings().count())
                .as("nobody else is in it")
                .isEqualTo(1);
        Desk application = Desk.of(
                "Ada",
                ada.node()
                        .with(builder -> builder.knownGroups(List.of("Newest")).knownRoles(List.of("owner"))));
        assertThat(application
                        .set(
                                "Article",
                                NewSettings.none().with("groupName", "Newest").with("access", List.of("owner")))
                        .warnings()
                        .isEmpty())
                .isTrue();
    }

    @OnEveryDatabase
    void whatIsKeptOutOfUseCannotBeSavedButTakenBack(Product product) {
        Desk ada = started(product);
        ada.set("Article.teaser", "order", "1");
        ada.set("Person", "order", "2");
        ada.node()
                .with(builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())))
                .start(ModelJar.of(type("Article")).version("site", "1.1").jar(folder.resolve("without.jar")));

        assertThat(refused(() -> ada.set("Article.teaser", "order", "3")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.OUT_OF_USE);
        assertThat(refused(() -> ada.set("Person", "order", "3")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.OUT_OF_USE);
        assertThat(ada.overrides())
                .extracting(StandingOverride::standing, StandingOverride::effective, StandingOverride::defaultNow)
                .containsExactly(
                        tuple(Standing.RESTING, SettingValue.of(0), SettingValue.of(0)),
                        tuple(Standing.RESTING, SettingValue.of(100), SettingValue.of(100)));
        assertThat(ada.revert("Article", "Person").overrides()).hasSize(2);
    }

    @OnEveryDatabase
    void aNodeWithOlderCodeSavesOverWhatIsStored(Product product) {
        Desk ada = started(product);
        ada.node()
                .start(ModelJar.of("package com.acme; import dev.synchronizer.annotation.*;"
                                + " @ContentType public class Article {"
                                + property("@Property(order = 9) String", "added") + "}")
                        .version("site", "2.0")
                        .jar(folder.resolve("newer.jar")));

        assertThat(ada.set("Article.added", "order", "4")
                        .settings()
                        .get(0)
                        .after()
                        .defaultThen())
                .hasToString("9");
    }

    private Desk started(Product product) {
        Node node = Node.on(product);
        node.start(ModelJar.of(
                        "package com.acme; import dev.synchronizer.annotation.*;"
                                + " @ContentType(groupName = \"Editorial\", access = \"editor\") public class Article {"
                                + property("String", "teaser") + "}",
                        type("Person", "name"))
                .version("site", "1.0")
                .jar(folder.resolve("site.jar")));
        return Desk.of("Ada", node);
    }
}
