package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.property;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.plan.OrphanPolicy;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.DefinedPart;
import dev.synchronizer.settings.DefinedType;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import dev.synchronizer.settings.Undefined;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;

/** E7: administrators make, change and delete types and properties of their own. */
class E7AdminDefinitionsTest {
    private static final NewSettings NONE = NewSettings.none();

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aTypeIsMadeWhereNothingWasEverStored(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));

        DefinedType defined = ada.define(Definition.of("Banner")
                .withKind(ContentKind.BLOCK)
                .withProperty("text", "STRING")
                .withProperty("images", "LIST<REFERENCE>"));

        StoredType banner = stored(ada, "Banner");
        assertThat(banner).isEqualTo(defined.type());
        assertThat(banner.origin()).isEqualTo(Origin.ADMIN);
        assertThat(banner.guid()).isEqualTo(TypeGuid.derive("Banner"));
        assertThat(banner.ownSettings().text(SettingKey.KIND)).contains("BLOCK");
        assertThat(banner.properties())
                .extracting(StoredProperty::name, StoredProperty::dataType, StoredProperty::origin)
                .containsExactly(
                        tuple("images", "LIST<REFERENCE>", Origin.ADMIN), tuple("text", "STRING", Origin.ADMIN));
        assertThat(defined.parts()).allMatch(DefinedPart::isNew).hasSize(3);
        assertThat(ada.node().count("ct_change")).isEqualTo(3);
    }

    @OnEveryDatabase
    void aDefinitionThatIsRefusedMakesNoTables(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));

        assertThat(refused(() -> ada.define(Definition.of("No name")))).hasSize(1);

        assertThat(ada.node().tables()).isZero();
    }

    @OnEveryDatabase
    void settingsThatCanBeOverriddenAreSavedBesideIt(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));

        DefinedType defined = ada.define(Definition.of("Banner")
                .withSettings(NONE.with("displayName", "Advertisement").with("order", 5))
                .withProperty(new PropertyDefinition(
                        "text",
                        "STRING",
                        NONE.with("required", true).with("maxLength", 80).withText("pattern", "[^<]*"))));

        assertThat(ada.node().stored().overrides())
                .extracting(
                        SettingOverride::setting,
                        override -> String.valueOf(override.value()),
                        o -> String.valueOf(o.defaultThen()))
                .containsExactlyInAnyOrder(
                        tuple("displayName", "Advertisement", "Banner"),
                        tuple("order", "5", "100"),
                        tuple("required", "true", "false"));
        assertThat(stored(ada, "Banner").properties().get(0).ownSettings().asMap())
                .containsOnlyKeys(SettingKey.MAX_LENGTH, SettingKey.PATTERN);
        assertThat(defined.overrides()).hasSize(3);
        assertThat(ada.revert("Banner.text.required").overrides())
                .extracting(override -> String.valueOf(override.defaultNow()))
                .containsExactly("false");
    }

    @OnEveryDatabase
    void whatIsNamedIsChangedAndAllElseStays(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition("text", "STRING", NONE.with("maxLength", 80)))
                .withProperty("note", "STRING"));
        long id = stored(ada, "Banner").id();

        DefinedType changed = ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition("text", "TEXT", NONE.with("minLength", 1)))
                .withProperty(new PropertyDefinition("note", null, NONE.with("localized", true)))
                .withProperty("link", "URI"));

        assertThat(stored(ada, "Banner").id()).isEqualTo(id);
        assertThat(stored(ada, "Banner").properties())
                .extracting(
                        StoredProperty::name,
                        StoredProperty::dataType,
                        p -> p.ownSettings().toString())
                .containsExactly(
                        tuple("link", "URI", "{}"),
                        tuple("note", "STRING", "{LOCALIZED=true}"),
                        tuple("text", "TEXT", "{MIN_LENGTH=1, MAX_LENGTH=80}"));
        assertThat(changed.parts())
                .extracting(part -> part.address().toString(), DefinedPart::isNew, DefinedPart::isChange)
                .containsExactly(
                        tuple("Banner", false, false),
                        tuple("Banner.text", false, true),
                        tuple("Banner.note", false, true),
                        tuple("Banner.link", true, true));
    }

    @OnEveryDatabase
    void aStructuralSettingIsTakenAwayByNoValueAtAll(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition("text", "STRING", NONE.with("maxLength", 80))));

        ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition("text", "INTEGER", NONE.withNothing("maxLength"))));

        assertThat(stored(ada, "Banner").properties())
                .extracting(StoredProperty::dataType, p -> p.ownSettings().isEmpty())
                .containsExactly(tuple("INTEGER", true));
    }

    @OnEveryDatabase
    void whatIsSoAlreadyIsNotWrittenAgain(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        Definition definition = Definition.of("Banner")
                .withKind(ContentKind.PAGE)
                .withSettings(NONE.with("kind", "PAGE").with("displayName", "Advertisement"))
                .withProperty(new PropertyDefinition("text", "STRING", NONE.with("localized", false)));
        ada.define(definition);
        StoredModel before = ada.node().stored();
        long changes = ada.node().count("ct_change");

        DefinedType again = Desk.of("Bob", ada.node()).define(definition);

        assertThat(again.isWritten()).isFalse();
        assertThat(ada.node().stored()).isEqualTo(before);
        assertThat(ada.node().count("ct_change")).isEqualTo(changes);
    }

    @OnEveryDatabase
    void aPropertyIsAddedToATypeOfCodeAndOutlivesReleases(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", type("Article", "body")));

        ada.define(Definition.of("Article")
                .withProperty(new PropertyDefinition("note", "STRING", NONE.with("displayName", "Note to self"))));
        ada.node().start(site("1.1", type("Article", "body", "lead")));

        assertThat(stored(ada, "Article").properties())
                .extracting(StoredProperty::name, StoredProperty::origin)
                .containsExactly(tuple("body", Origin.CODE), tuple("lead", Origin.CODE), tuple("note", Origin.ADMIN));
        assertThat(ada.overrides()).hasSize(1);
        assertThat(ada.node()
                        .dryRun(site("1.1", type("Article", "body", "lead")))
                        .hasWork())
                .isFalse();
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
        Desk ada = withBlock(product);

        assertThat(refused(() -> ada.define(Definition.of("Teaser").withKind(ContentKind.PAGE))))
                .extracting(Problem::code, Problem::subject)
                .containsExactly(tuple(ProblemCode.NOT_A_BLOCK, "Page.teaser"));
    }

    @OnEveryDatabase
    void aBlockIsEmbeddedWithItsNameAndNotDeletedWhileItIs(Product product) {
        Desk ada = withBlock(product);

        assertThat(stored(ada, "Page").property("teaser").orElseThrow().ownType())
                .hasToString("LIST<BLOCK<Teaser>>");
        assertThat(stored(ada, "Page").property("teaser").orElseThrow().dataType())
                .isEqualTo("LIST<BLOCK>");
        assertThat(refused(() -> ada.undefine("Teaser")))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.STILL_IN_USE,
                        "Teaser is still in use by Page.link (allowedTypes), Page.teaser (LIST<BLOCK<Teaser>>)"));

        ada.undefine("Page.teaser");
        ada.undefine("Page.link");
        assertThat(ada.undefine("Teaser").isWritten()).isTrue();
    }

    @OnEveryDatabase
    void whatIsDeletedTakesItsOverridesAlongAndSaysSo(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner").withProperty("text", "STRING").withProperty("note", "STRING"));
        ada.set("Banner", "displayName", "Advertisement");
        ada.set("Banner.text", NONE.with("required", true).with("prompt", "Loud"));
        ada.set("Banner.note", "order", "3");
        long changes = ada.node().count("ct_change");

        Undefined text = ada.undefine("Banner.text");
        Undefined banner = ada.undefine("Banner");

        assertThat(Desk.addresses(text.overrides())).containsExactly("Banner.text.prompt", "Banner.text.required");
        assertThat(Desk.addresses(banner.overrides())).containsExactly("Banner..displayName", "Banner.note.order");
        assertThat(banner.parts())
                .extracting(part -> part.address().toString())
                .containsExactly("Banner", "Banner.note");
        assertThat(ada.node().count("ct_override")).isZero();
        assertThat(ada.node().count("ct_type")).isZero();
        assertThat(ada.node().count("ct_property")).isZero();
        assertThat(ada.node().count("ct_change")).isEqualTo(changes + 7);
    }

    @OnEveryDatabase
    void whatCodeAdoptedIsKeptUntilCodeGivesItBack(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner").withProperty("text", "STRING").withProperty("note", "STRING"));
        ada.set("Banner.text", "required", "true");
        ada.node().start(site("1.0", type("Banner", "text")));

        assertThat(refused(() -> ada.undefine("Banner")))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.DECLARED_IN_CODE, "class com.acme.Banner declares Banner since it adopted it"));
        assertThat(refused(() -> ada.undefine("Banner.text")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DECLARED_IN_CODE);
        assertThat(ada.overrides()).as("nothing that was saved is lost").hasSize(1);

        ada.node().start(site("1.1", type("Other")));
        assertThat(ada.overrides()).hasSize(1);
        assertThat(ada.undefine("Banner").overrides()).hasSize(1);
    }

    @OnEveryDatabase
    void whatCodeLeftOutOfUseAtATypeThatWentBackIsNeitherDefinedNorDeleted(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        Node keeping =
                ada.node().with(builder -> builder.policy(Policy.standard().withOrphans(new OrphanPolicy.Keep())));
        ada.define(Definition.of("Banner").withProperty("text", "STRING"));
        keeping.start(site("1.0", type("Banner", "text", "added")));
        keeping.start(site("1.1", type("Other")));

        assertThat(refused(() -> ada.define(Definition.of("Banner").withProperty("added", "TEXT"))))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        ProblemCode.DECLARED_IN_CODE, "code declared, until it was kept out of use, Banner.added"));
        assertThat(refused(() -> ada.undefine("Banner.added")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.OUT_OF_USE);
        assertThat(ada.undefine("Banner").parts()).hasSize(3);
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

    @OnEveryDatabase
    void aPropertyThatSucceedsAnotherIsKept(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition("old", "STRING", NONE.with("replacedBy", "text")))
                .withProperty("text", "STRING"));

        assertThat(refused(() -> ada.undefine("Banner.text")))
                .extracting(Problem::message)
                .containsExactly("Banner.text is still in use by Banner.old (replacedBy)");
    }

    @OnEveryDatabase
    void whatDoesNotExistCannotBeDeleted(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        assertThat(refused(() -> ada.undefine("Banner")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_STORE);
        ada.define(Definition.of("Banner"));

        assertThat(refused(() -> ada.undefine("Baner")))
                .extracting(Problem::fix)
                .containsExactly("write Banner");
        assertThat(refused(() -> ada.undefine("Banner.text")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOT_STORED);
        assertThat(refused(() -> ada.undefine("Banner..order")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.MALFORMED_ADDRESS);
    }

    @OnEveryDatabase
    void aNameThatARunRenamedAwayGetsAGuidOfItsOwn(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.node().start(site("1.0", type("Banner")));
        ada.node().start(site("1.1", Sources.annotatedType("@RenamedFrom(\"Banner\")", "Poster")));

        ada.define(Definition.of("Banner"));

        assertThat(ada.node().stored().types().stream().map(StoredType::guid).distinct())
                .hasSize(2);
        assertThat(ada.node()
                        .dryRun(site("1.1", Sources.annotatedType("@RenamedFrom(\"Banner\")", "Poster")))
                        .hasWork())
                .isFalse();
    }

    @OnEveryDatabase
    void ofAdministratorsWhoMakeTheSameTypeAtOnceOneMakesItAndAllTheirPropertiesAreThere(Product product)
            throws Exception {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article")));
        List<Callable<DefinedType>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "p" + i;
            work.add(() -> Desk.of("Ada", node).define(Definition.of("Banner").withProperty(name, "STRING")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        int made = 0;
        try {
            for (Future<DefinedType> end : threads.invokeAll(work)) {
                DefinedType defined = end.get();
                made += defined.parts().get(0).isNew() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }

        assertThat(made).isEqualTo(1);
        assertThat(stored(Desk.of("Ada", node), "Banner").properties())
                .extracting(StoredProperty::name)
                .containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
    }

    private Desk withBlock(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Teaser").withKind(ContentKind.BLOCK).withProperty("text", "STRING"));
        ada.define(Definition.of("Page")
                .withProperty("teaser", "LIST<BLOCK<Teaser>>")
                .withProperty(
                        new PropertyDefinition("link", "REFERENCE", NONE.with("allowedTypes", List.of("Teaser")))));
        return ada;
    }

    private static StoredType stored(Desk desk, String name) {
        return desk.node().stored().types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path site(String version, String... sources) {
        return ModelJar.of(sources)
                .with("package com.acme; public class Plain {" + property("String", "x") + "}")
                .version("site", version)
                .jar(folder.resolve("site-" + version + "-" + sources[0].hashCode() + ".jar"));
    }
}
