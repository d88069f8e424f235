package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.DefinedType;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.PropertyDefinition;
import java.time.Duration;
import java.util.List;

/** G: types and properties that administrators make, change and delete go the way of every save. */
class G1DefinitionsTest {
    private static final Definition BANNER = Definition.of("Banner")
            .withKind(ContentKind.BLOCK)
            .withProperty(
                    new PropertyDefinition("text", "STRING", NewSettings.none().with("order", 3)));

    private final Listener onlooker =
            Listener.of("onlooker", Serves.stores("main").kinds(SubjectKind.DEFINITION));

    private Desk desk(Product product) {
        Node node = Node.on(product);
        return Desk.of("Ada", node.with(builder -> builder.saveHandler(onlooker).pollInterval(Duration.ZERO)));
    }

    @OnEveryDatabase
    void aNewTypeAndItsPropertiesShowAsCreatedWithAllThatIsSaidOfThem(Product product) {
        Desk ada = desk(product);

        ada.define(BANNER);

        assertThat(onlooker.saving())
                .containsExactly(
                        "CREATE Banner [name ADDED: nothing -> Banner, kind ADDED: nothing -> BLOCK]",
                        "CREATE Banner.text [name ADDED: nothing -> text, dataType ADDED: nothing -> STRING,"
                                + " order ADDED: nothing -> 3]");
        assertThat(onlooker.saved()).isEqualTo(onlooker.saving());
        assertThat(onlooker.committed()).isEqualTo(onlooker.saving());
    }

    @OnEveryDatabase
    void onlyWhatIsChangedShowsAsUpdated(Product product) {
        Desk ada = desk(product);
        ada.define(BANNER);
        onlooker.forget();

        ada.define(Definition.of("Banner")
                .withProperty(new PropertyDefinition(
                        "text", "TEXT", NewSettings.none().with("order", 4)))
                .withProperty("link", "URI"));
        ada.define(Definition.of("Banner").withSettings(NewSettings.none().with("displayName", "A banner")));

        assertThat(onlooker.saving())
                .containsExactly(
                        "UPDATE Banner.text [dataType CHANGED: STRING -> TEXT, order CHANGED: 3 -> 4]",
                        "CREATE Banner.link [name ADDED: nothing -> link, dataType ADDED: nothing -> URI]",
                        "UPDATE Banner [displayName ADDED: nothing -> A banner]");
    }

    @OnEveryDatabase
    void whatIsDefinedSoAlreadyIsNoSave(Product product) {
        Desk ada = desk(product);
        ada.define(BANNER);
        StoredModel before = ada.node().stored();
        onlooker.forget();

        assertThat(ada.define(BANNER).isWritten()).isFalse();

        assertThat(onlooker.saving()).isEmpty();
        assertThat(ada.node().stored()).isEqualTo(before);
    }

    @OnEveryDatabase
    void whatIsDeletedShowsWithAllThatGoesWithIt(Product product) {
        Desk ada = desk(product);
        ada.define(BANNER);
        onlooker.forget();

        ada.undefine("Banner");

        assertThat(onlooker.saving())
                .containsExactly(
                        "DELETE Banner [name REMOVED: Banner -> nothing, kind REMOVED: BLOCK -> nothing]",
                        "DELETE Banner.text [name REMOVED: text -> nothing, dataType REMOVED: STRING -> nothing,"
                                + " order REMOVED: 3 -> nothing]");
        assertThat(onlooker.saved()).isEqualTo(onlooker.saving());
        assertThat(ada.node().stored().types()).isEmpty();
    }

    @OnEveryDatabase
    void aVetoOfOnePartLeavesAllOfThemAndHistoryAsTheyAre(Product product) {
        Desk ada = desk(product);
        ada.define(BANNER);
        StoredModel before = ada.node().stored();
        long changes = ada.node().count("ct_change");
        onlooker.onSaving(event -> {
            if (event.subject().name().equals("Banner.text")) {
                event.veto("TEXTS", "texts stay as they are");
            }
        });

        assertThatThrownBy(() -> ada.undefine("Banner")).isInstanceOf(SaveVetoedException.class);
        assertThatThrownBy(() -> ada.define(
                        Definition.of("Banner").withProperty("link", "URI").withProperty("text", "TEXT")))
                .isInstanceOf(SaveVetoedException.class);

        assertThat(ada.node().stored()).isEqualTo(before);
        assertThat(ada.node().count("ct_change")).isEqualTo(changes);
    }

    @OnEveryDatabase
    void aHandlerMaySetSettingsOfWhatIsDefined(Product product) {
        Desk ada = desk(product);
        onlooker.onSaving(event -> {
            if (event.subject().name().equals("Banner.text")) {
                event.setSetting("maxLength", 80);
                event.setSetting("prompt", "As short as you can");
            }
        });

        DefinedType defined = ada.define(BANNER);

        assertThat(defined.overrides())
                .extracting(setting -> setting.address() + "=" + setting.effectiveAfter())
                .containsExactly("Banner.text.order=3", "Banner.text.prompt=As short as you can");
        assertThat(onlooker.saved())
                .last()
                .isEqualTo("CREATE Banner.text [name ADDED: nothing -> text, dataType ADDED: nothing -> STRING,"
                        + " maxLength ADDED: nothing -> 80, order ADDED: nothing -> 3,"
                        + " prompt ADDED: nothing -> As short as you can]");
        assertThat(ada.stored("Banner")
                        .property("text")
                        .orElseThrow()
                        .ownSettings()
                        .toString())
                .contains("80");
    }

    @OnEveryDatabase
    void aHandlerCannotSetWhatDoesNotFitTheDefinition(Product product) {
        Desk ada = desk(product);
        onlooker.onSaving(event -> event.setSetting("kind", "LEAFLET"));

        assertThat(Desk.refused(() -> ada.define(BANNER)))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.WRONG_VALUE);
        assertThat(ada.node().stored().types()).isEmpty();
    }

    @OnEveryDatabase
    void aDeletionCanBeVetoedAndNotChanged(Product product) {
        Desk ada = desk(product);
        ada.define(BANNER);
        onlooker.onSaving(event -> event.setSetting("order", 5));

        assertThatThrownBy(() -> ada.undefine("Banner"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can only be observed and vetoed");
        assertThat(ada.node().stored().types()).hasSize(1);
    }

    @OnEveryDatabase
    void contentIsRefusedInTheUnitThatHasChangedItsDefinitions(Product product) {
        Desk ada = desk(product);
        onlooker.onSaved(event -> event.via(Items.class).create("Ada", NewItem.of("Banner", "First")));

        Definition page = Definition.of("Banner").withProperty("text", "STRING");

        assertThat(Desk.refused(() -> ada.define(page)))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DEFINITIONS_IN_UNIT);
        assertThat(ada.node().stored().types()).isEmpty();

        onlooker.onSaved(event -> {})
                .onAfterCommit(event -> event.via(Items.class)
                        .create("Ada", NewItem.of("Banner", event.subject().name())));
        ada.define(page);
        assertThat(ada.node().count("ct_item")).isEqualTo(2);
    }

    @OnEveryDatabase
    void aHandlerThatSavesContentOfATypeKeepsItFromBeingDeleted(Product product) {
        Desk ada = desk(product);
        ada.define(Definition.of("Banner").withProperty("text", "STRING"));
        onlooker.onSaving(event -> {
            if (event.subject().name().equals("Banner")) {
                event.via(Items.class).create("Ada", NewItem.of("Banner", "Needed"));
            }
        });

        assertThat(Desk.refused(() -> ada.undefine("Banner")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.STILL_IN_USE);

        assertThat(ada.stored("Banner").properties()).hasSize(1);
        assertThat(ada.node().count("ct_item")).isZero();
    }

    @OnEveryDatabase
    void whatAHandlerDefinesMeanwhileJoinsTheUnit(Product product) {
        Desk ada = desk(product);
        onlooker.onSaving(event -> {
            if (event.subject().name().equals("Page")) {
                event.via(Definitions.class).define("Eve", BANNER);
            }
        });

        DefinedType page = ada.define(Definition.of("Page").withProperty("title", "STRING"));

        assertThat(ada.node().stored().types())
                .extracting(type -> type.name() + type.properties().size())
                .containsExactlyInAnyOrder("Page1", "Banner1");
        assertThat(ada.stored("Page").id()).isEqualTo(page.type().id());

        onlooker.forget();
        onlooker.onSaved(event -> {
            throw new IllegalStateException("not today");
        });
        assertThatThrownBy(() -> ada.undefine("Page")).isInstanceOf(IllegalStateException.class);
        assertThat(ada.node().stored().types()).hasSize(2);
    }

    @OnEveryDatabase
    void aSuppressedHandlerIsSilent(Product product) {
        Desk ada = desk(product);
        onlooker.onSaving(event -> event.veto("NEVER", "nothing is defined here"));

        ada.node().call(synchronizer -> {
            Definitions silent =
                    synchronizer.definitions().with(SaveOptions.standard().suppress("onlooker"));
            silent.define("Ada", BANNER);
            assertThat(synchronizer.catalog().type("Banner")).isPresent();
            return silent.undefine("Ada", Address.ofProperty("Banner", "text"));
        });

        assertThat(onlooker.saving()).isEmpty();
        assertThat(ada.stored("Banner").properties()).isEqualTo(List.of());
    }
}
