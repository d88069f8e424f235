package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.settings.DefinedPart;
import dev.synchronizer.settings.DefinedType;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;

/** E7: administrators make and change types and properties of their own. */
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

        StoredType banner = ada.stored("Banner");
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
        assertThat(ada.stored("Banner").properties().get(0).ownSettings().asMap())
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
        long id = ada.stored("Banner").id();

        DefinedType changed = ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition("text", "TEXT", NONE.with("minLength", 1)))
                .withProperty(new PropertyDefinition("note", null, NONE.with("localized", true)))
                .withProperty("link", "URI"));

        assertThat(ada.stored("Banner").id()).isEqualTo(id);
        assertThat(ada.stored("Banner").properties())
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

        assertThat(ada.stored("Banner").properties())
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

        assertThat(ada.stored("Article").properties())
                .extracting(StoredProperty::name, StoredProperty::origin)
                .containsExactly(tuple("body", Origin.CODE), tuple("lead", Origin.CODE), tuple("note", Origin.ADMIN));
        assertThat(ada.overrides()).hasSize(1);
        assertThat(ada.node()
                        .dryRun(site("1.1", type("Article", "body", "lead")))
                        .hasWork())
                .isFalse();
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
        assertThat(Desk.of("Ada", node).stored("Banner").properties())
                .extracting(StoredProperty::name)
                .containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
    }

    private Path site(String version, String... sources) {
        return Desk.site(folder, version, sources);
    }
}
