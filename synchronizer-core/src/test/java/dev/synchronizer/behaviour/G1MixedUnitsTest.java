package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.RevertScope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** G: a unit of work holds both content and definitions, and is committed as one. */
class G1MixedUnitsTest {
    private static final Address TEASER = Address.ofProperty("Article", "teaser");

    @TempDir
    Path folder;

    private final Listener ofSettings =
            Listener.of("of-settings", Serves.stores("main").kinds(SubjectKind.OVERRIDES));
    private final Listener ofItems =
            Listener.of("of-items", Serves.stores("main").kinds(SubjectKind.ITEM));

    private Node site(Product product) {
        Node node = Node.on(product);
        node.start(ModelJar.of(type("Article", "title", "teaser"))
                .version("site", "1.0")
                .jar(folder.resolve("site-1.0.jar")));
        return node.with(
                builder -> builder.saveHandler(ofSettings).saveHandler(ofItems).pollInterval(Duration.ZERO));
    }

    private static Node withOneConnection(Node node) {
        return node.through(OnlyConnection.of(node.database().dataSource()));
    }

    private static int order(Synchronizer synchronizer) {
        return synchronizer
                .catalog()
                .type("Article")
                .flatMap(article -> article.property("teaser"))
                .orElseThrow()
                .settings()
                .number(SettingKey.ORDER)
                .intValue();
    }

    @OnEveryDatabase
    void anItemThatAHandlerOfAnOverrideSavesIsCommittedWithIt(Product product) {
        Node node = withOneConnection(site(product));
        ofSettings.onSaving(event -> event.via(Items.class)
                .create("Eve", NewItem.of("Article", "Note").with("title", "set")));

        Desk.of("Ada", node).set("Article.teaser", "order", "3");

        assertThat(node.count("ct_item")).isEqualTo(1);
        assertThat(node.stored().overrides()).hasSize(1);
        assertThat(ofItems.committed()).hasSize(1);
        assertThat(ofSettings.committed()).hasSize(1);
    }

    @OnEveryDatabase
    void anItemThatAHandlerOfAnOverrideSavesIsRolledBackWithIt(Product product) {
        Node node = site(product);
        ofSettings
                .onSaving(event -> event.via(Items.class).create("Eve", NewItem.of("Article", "Note")))
                .onSaved(event -> {
                    throw new IllegalStateException("not today");
                });

        assertThatThrownBy(() -> Desk.of("Ada", node).set("Article.teaser", "order", "3"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(node.count("ct_item")).isZero();
        assertThat(node.stored().overrides()).isEmpty();
        assertThat(ofItems.committed()).isEmpty();
    }

    @OnEveryDatabase
    void anOverrideThatAHandlerOfAnItemSavesIsCommittedWithItAndEveryNodeReadsIt(Product product) {
        Node node = withOneConnection(site(product));
        ofItems.onSaving(event ->
                event.via(Overrides.class).set("Eve", TEASER, NewSettings.none().with("order", 8)));

        Node.on(node.database())
                .with(builder -> builder.pollInterval(Duration.ZERO))
                .call(reader -> {
                    assertThat(order(reader)).isZero();
                    return node.call(synchronizer -> {
                        assertThat(order(synchronizer)).isZero();
                        Item made = synchronizer.items().create("Ada", NewItem.of("Article", "One"));
                        assertThat(made.revision()).isEqualTo(1);
                        assertThat(order(synchronizer)).isEqualTo(8);
                        assertThat(synchronizer.items().get(made.id()).name()).isEqualTo("One");
                        reader.catalog().refresh();
                        assertThat(order(reader)).isEqualTo(8);
                        return made;
                    });
                });

        assertThat(node.count("ct_item")).isEqualTo(1);
        assertThat(ofSettings.committed()).containsExactly("UPDATE Article.teaser [order ADDED: nothing -> 8]");
    }

    @OnEveryDatabase
    void anItemGoesWithTheOverrideOfItsHandlerThatIsRefused(Product product) {
        Node node = site(product);
        ofItems.onSaved(event -> {
            try {
                event.via(Overrides.class).set("Eve", TEASER, NewSettings.none().with("order", "many"));
            } catch (RuntimeException swallowed) {
                assertThat(swallowed).isNotNull();
            }
        });

        List<Problem> refused = Desk.refused(() ->
                node.call(synchronizer -> synchronizer.items().create("Ada", NewItem.of("Article", "One"))));

        assertThat(refused).extracting(Problem::code).containsExactly(ProblemCode.WRONG_VALUE);
        assertThat(node.count("ct_item")).isZero();
        assertThat(node.stored().overrides()).isEmpty();
    }

    @OnEveryDatabase
    void whatIsReadOfSettingsInAUnitIsWhatTheUnitHas(Product product) {
        Node node = withOneConnection(site(product));
        Desk.of("Ada", node).set("Article", "displayName", "Story");
        ofItems.onSaving(event -> {
            Overrides overrides = event.via(Overrides.class);
            overrides.set("Eve", TEASER, NewSettings.none().with("groupName", "Texts"));
            assertThat(overrides.list()).hasSize(2);
            assertThat(overrides.planRevert(RevertScope.everything()).overrides())
                    .hasSize(2);
        });

        node.call(synchronizer -> synchronizer.items().create("Ada", NewItem.of("Article", "One")));

        assertThat(node.count("ct_item")).isEqualTo(1);
        assertThat(node.stored().overrides()).hasSize(2);
    }

    @OnEveryDatabase
    void readingSettingsAloneNeedsNoSecondConnectionEither(Product product) {
        Node node = withOneConnection(site(product));
        Desk.of("Ada", node).set("Article", "displayName", "Story");
        ofItems.onSaving(event -> assertThat(event.via(Overrides.class).list()).hasSize(1));

        node.call(synchronizer -> synchronizer.items().create("Ada", NewItem.of("Article", "One")));

        assertThat(node.count("ct_item")).isEqualTo(1);
    }

    @OnEveryDatabase
    void contentIsRefusedInAUnitOnceAHandlerHasSavedAnOverride(Product product) {
        Node node = site(product);
        ofItems.onSaving(event -> {
            event.via(Overrides.class).set("Eve", TEASER, NewSettings.none().with("order", 8));
            event.via(Items.class).create("Eve", NewItem.of("Article", "Two"));
        });

        assertThat(Desk.refused(() ->
                        node.call(synchronizer -> synchronizer.items().create("Ada", NewItem.of("Article", "One")))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DEFINITIONS_IN_UNIT);

        assertThat(node.count("ct_item")).isZero();
        assertThat(node.stored().overrides()).isEmpty();
    }
}
