package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** E7: what administrators make obeys the rules that code obeys, and leaves what is declared in code alone. */
class E7RefusedDefinitionsTest {
    private static final NewSettings NONE = NewSettings.none();

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aDefinitionThatIsRefusedMakesNoTables(Product product) {
        Desk ada = Desk.of("Ada", Node.onEmpty(product));

        assertThat(refused(() -> ada.define(Definition.of("No name")))).hasSize(1);

        assertThat(ada.node().tables()).isZero();
    }

    @OnEveryDatabase
    void whatCodeDeclaresIsRefusedNamingTheClass(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", type("Article", "body")));

        assertThat(refused(() -> ada.define(Definition.of("Article")
                        .withKind(ContentKind.BLOCK)
                        .withProperty("body", "TEXT")
                        .withProperty("Body", "TEXT"))))
                .extracting(Problem::code, Problem::subject)
                .contains(
                        tuple(ProblemCode.DECLARED_IN_CODE, "Article"),
                        tuple(ProblemCode.DECLARED_IN_CODE, "Article.body"),
                        tuple(ProblemCode.DUPLICATE_PROPERTY_NAME, "Article.Body"))
                .hasSize(3);
        for (String address : List.of("Article", "Article.body")) {
            assertThat(refused(() -> ada.undefine(address)))
                    .extracting(Problem::code, Problem::message)
                    .containsExactly(tuple(ProblemCode.DECLARED_IN_CODE, "class com.acme.Article declares " + address));
        }
    }

    @OnEveryDatabase
    void whatATypeInheritsIsRefusedNamingTheClassThatDeclaresIt(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node()
                .start(site(
                        "1.0",
                        "package com.acme; public class Base {" + property("String", "body") + "}",
                        "package com.acme; @dev.synchronizer.annotation.ContentType"
                                + " public class Article extends Base {}"));

        assertThat(refused(() -> ada.define(Definition.of("Article").withProperty("body", "TEXT"))))
                .extracting(Problem::message)
                .containsExactly("class com.acme.Base declares Article.body");
        assertThat(refused(() -> ada.undefine("Article.body")))
                .extracting(Problem::message)
                .containsExactly("class com.acme.Base declares Article.body");
    }

    @OnEveryDatabase
    void aDefinitionObeysTheRulesOfAValidModelAndAllViolationsAreSaidAtOnce(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Page").withProperty("teaser", "STRING"));

        List<Problem> problems = refused(() -> ada.define(Definition.of("Banner")
                .withKind(ContentKind.BLOCK)
                .withProperty("1st", "STRING")
                .withProperty("text", "STRNG")
                .withProperty("Title", "STRING")
                .withProperty("title", "STRING")
                .withProperty("self", "BLOCK<Banner>")
                .withProperty("page", "BLOCK<Page>")
                .withProperty("other", "LIST<BLOCK<Baner>>")
                .withProperty("choice", "ENUM")
                .withProperty(new PropertyDefinition("new", null, NONE))
                .withProperty(new PropertyDefinition("link", "REFERENCE", NONE.with("allowedTypes", List.of("Pages"))))
                .withProperty(new PropertyDefinition(
                        "count", "INTEGER", NONE.with("min", 2).with("max", 1)))
                .withProperty(new PropertyDefinition("size", "INTEGER", NONE.with("maxLength", 3)))
                .withProperty(new PropertyDefinition("old", "STRING", NONE.with("replacedBy", "newer")))
                .withProperty(new PropertyDefinition(
                        "locks", "STRING", NONE.with("locked", List.of("*")).with("colour", "red")))));

        assertThat(problems)
                .extracting(Problem::code, Problem::subject)
                .containsExactlyInAnyOrder(
                        tuple(ProblemCode.INVALID_NAME, "Banner.1st"),
                        tuple(ProblemCode.WRONG_DATA_TYPE, "Banner.text"),
                        tuple(ProblemCode.DUPLICATE_PROPERTY_NAME, "Banner.Title"),
                        tuple(ProblemCode.BLOCK_CYCLE, "Banner"),
                        tuple(ProblemCode.NOT_A_BLOCK, "Banner.page"),
                        tuple(ProblemCode.NOT_STORED, "Banner.other"),
                        tuple(ProblemCode.ENUM_WITHOUT_VALUES, "Banner.choice"),
                        tuple(ProblemCode.WRONG_DATA_TYPE, "Banner.new"),
                        tuple(ProblemCode.UNKNOWN_ALLOWED_TYPE, "Banner.link"),
                        tuple(ProblemCode.CONTRADICTORY_CONSTRAINTS, "Banner.count"),
                        tuple(ProblemCode.SETTING_NOT_APPLICABLE, "Banner.size"),
                        tuple(ProblemCode.UNKNOWN_SUCCESSOR, "Banner.old"),
                        tuple(ProblemCode.STRUCTURAL_SETTING, "Banner.locks.locked"),
                        tuple(ProblemCode.UNKNOWN_SETTING, "Banner.locks.colour"));
        assertThat(ada.node().stored().types()).hasSize(1);
    }

    @OnEveryDatabase
    void whatIsWrongWithAPropertyAddedToATypeOfCodeIsSaidOfThatProperty(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", type("Article", "body")));

        assertThat(refused(() -> ada.define(Definition.of("Article")
                        .withProperty(new PropertyDefinition(
                                "count", "INTEGER", NONE.with("min", 2).with("max", 1))))))
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.CONTRADICTORY_CONSTRAINTS, "Article.count"));
    }

    @OnEveryDatabase
    void aKindThatDoesNotExistIsRefused(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));

        assertThat(refused(() -> ada.define(Definition.of("Banner").withSettings(NONE.with("kind", "SLIDE")))))
                .extracting(Problem::code, Problem::fix)
                .containsExactly(tuple(ProblemCode.WRONG_VALUE, "give PAGE, BLOCK or MEDIA"));
    }

    @OnEveryDatabase
    void aBlockThatIsEmbeddedStaysABlock(Product product) {
        Desk ada = Desk.withBlock(product);

        assertThat(refused(() -> ada.define(Definition.of("Teaser").withKind(ContentKind.PAGE))))
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.NOT_A_BLOCK, "Page.teaser"));
    }

    @OnEveryDatabase
    void whatWasMissingBeforeIsNobodysFaultNow(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        Path gone = ModelJar.of(type("Gone")).version("gone", "1.0").jar(folder.resolve("gone.jar"));
        String article = "package com.acme; import dev.synchronizer.annotation.*; @ContentType public class Article {"
                + " @AllowedTypes(Gone.class)" + property("ContentReference", "link") + "}";
        ada.node()
                .with(builder -> builder.classPath(List.of(gone)))
                .start(ModelJar.of(article).against(gone).version("site", "1.0").jar(folder.resolve("site.jar")));

        assertThat(ada.define(Definition.of("Gones").withProperty("text", "STRING"))
                        .isWritten())
                .isTrue();
    }

    private Path site(String version, String... sources) {
        return Desk.site(folder, version, sources);
    }
}
