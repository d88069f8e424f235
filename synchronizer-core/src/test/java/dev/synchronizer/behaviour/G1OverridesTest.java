package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.settings.SavedSettings;
import dev.synchronizer.store.ChangeRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** G: settings that administrators save and take back go the way of every save. */
class G1OverridesTest {
    private static final Address TEASER = Address.ofProperty("Article", "teaser");

    @TempDir
    Path folder;

    private final Listener onlooker =
            Listener.of("onlooker", Serves.stores("main").kinds(SubjectKind.OVERRIDES));

    private Node site(Product product) {
        Node node = Node.on(product);
        node.start(ModelJar.of(type("Article", "title", "teaser"))
                .version("site", "1.0")
                .jar(folder.resolve("site-1.0.jar")));
        return node.with(builder -> builder.saveHandler(onlooker).pollInterval(Duration.ZERO));
    }

    private static List<ChangeRecord> changes(Node node) {
        return node.call(synchronizer -> synchronizer.changes(100));
    }

    @OnEveryDatabase
    void whatIsSavedShowsAsAddedAndThenAsChangedByItsJavaValues(Product product) {
        Node node = site(product);
        Desk ada = Desk.of("Ada", node);

        ada.set("Article.teaser", NewSettings.none().with("order", 3).with("required", true));
        ada.set("Article.teaser", NewSettings.none().with("order", 4).with("required", true));
        ada.set("Article", NewSettings.none().withNothing("icon").with("access", List.of("editor", "admin")));

        assertThat(onlooker.saving())
                .containsExactly(
                        "UPDATE Article.teaser [order ADDED: nothing -> 3, required ADDED: nothing -> true]",
                        "UPDATE Article.teaser [order CHANGED: 3 -> 4]",
                        "UPDATE Article [access ADDED: nothing -> [admin, editor], icon ADDED: nothing -> nothing]");
        assertThat(onlooker.saved()).isEqualTo(onlooker.saving());
        assertThat(onlooker.committed()).isEqualTo(onlooker.saving());
    }

    @OnEveryDatabase
    void whatIsSavedAlreadyIsNoSave(Product product) {
        Node node = site(product);
        Desk ada = Desk.of("Ada", node);
        ada.set("Article.teaser", "order", "3");
        long changes = node.count("ct_change");
        onlooker.forget();

        SavedSettings again = ada.set("Article.teaser", "order", "3");
        ada.revert("Article.title");

        assertThat(again.isWritten()).isFalse();
        assertThat(onlooker.saving()).isEmpty();
        assertThat(onlooker.saved()).isEmpty();
        assertThat(node.count("ct_change")).isEqualTo(changes);
    }

    @OnEveryDatabase
    void revertingShowsAsResetOfEachTypeAndPropertyWithTheDefaultThatShowsAgain(Product product) {
        Node node = site(product);
        Desk ada = Desk.of("Ada", node);
        ada.set("Article.teaser", NewSettings.none().with("order", 3).with("prompt", "Say it short"));
        ada.set("Article", "displayName", "Story");
        onlooker.forget();

        ada.revert(RevertScope.everything());

        assertThat(onlooker.saving())
                .containsExactly(
                        "DELETE Article [displayName RESET: Story -> Article]",
                        "DELETE Article.teaser [order RESET: 3 -> 0, prompt RESET: Say it short -> nothing]");
        assertThat(onlooker.saved()).isEqualTo(onlooker.saving());
        assertThat(ada.overrides()).isEmpty();
    }

    @OnEveryDatabase
    void aVetoLeavesRowsHistoryAndReadersAsTheyAre(Product product) {
        Node node = site(product);
        Desk.of("Ada", node).set("Article.teaser", "order", "3");
        StoredModel before = node.stored();
        List<ChangeRecord> changes = changes(node);
        onlooker.forget();
        onlooker.onSaving(event -> event.veto("HANDS-OFF", "the teaser is not yours"));

        node.call(synchronizer -> {
            long seen = synchronizer.catalog().type("Article").orElseThrow().id();
            long number = synchronizer.catalog().changeNumber();
            SaveVetoedException veto = catchThrowableOfType(
                    SaveVetoedException.class,
                    () -> synchronizer
                            .overrides()
                            .set("Ada", TEASER, NewSettings.none().with("order", 5)));
            assertThat(veto.code()).isEqualTo("HANDS-OFF");
            assertThat(veto.reason()).isEqualTo("the teaser is not yours");
            assertThat(veto.vetoedBy()).isEqualTo("onlooker");
            assertThat(veto.problems().asList())
                    .extracting(Problem::code, Problem::subject)
                    .containsExactly(tuple(ProblemCode.SAVE_VETOED, "Article.teaser"));
            assertThatThrownBy(() -> synchronizer.overrides().revert("Ada", RevertScope.everything()))
                    .isInstanceOf(SaveVetoedException.class);
            assertThat(synchronizer.catalog().changeNumber()).isEqualTo(number);
            assertThat(order(synchronizer.catalog())).isEqualTo(3);
            assertThat(synchronizer.catalog().type(seen)).isPresent();
            return number;
        });

        assertThat(node.stored()).isEqualTo(before);
        assertThat(changes(node)).isEqualTo(changes);
        assertThat(onlooker.saved()).isEmpty();
        assertThat(onlooker.committed()).isEmpty();
    }

    @OnEveryDatabase
    void aHandlerMaySetOtherSettingsWhichAreCheckedAndSavedWithTheFirst(Product product) {
        Node node = site(product);
        onlooker.onSaving(event -> event.setSetting("prompt", "As short as you can"));

        SavedSettings saved = Desk.of("Ada", node).set("Article.teaser", "order", "3");

        assertThat(saved.settings())
                .extracting(setting -> setting.address() + "=" + setting.effectiveAfter())
                .containsExactly("Article.teaser.order=3", "Article.teaser.prompt=As short as you can");
        assertThat(onlooker.saved())
                .containsExactly(
                        "UPDATE Article.teaser [order ADDED: nothing -> 3, prompt ADDED: nothing -> As short as you can]");
        assertThat(node.stored().overrides()).hasSize(2);
    }

    @OnEveryDatabase
    void aHandlerCannotSetWhatAnAdministratorCannot(Product product) {
        Node node = site(product);
        onlooker.onSaving(event -> event.setSetting("localized", true));

        assertThat(Desk.refused(() -> Desk.of("Ada", node).set("Article.teaser", "order", "3")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.STRUCTURAL_SETTING);
        assertThat(node.stored().overrides()).isEmpty();
    }

    @OnEveryDatabase
    void aSuppressedHandlerIsSilentAndEveryNodeReadsTheNewValue(Product product) {
        Node node = site(product);
        Node other = Node.on(node.database()).with(builder -> builder.pollInterval(Duration.ZERO));

        other.call(reader -> {
            assertThat(order(reader.catalog())).isZero();
            return node.call(synchronizer -> {
                assertThat(order(synchronizer.catalog())).isZero();
                synchronizer
                        .overrides()
                        .with(SaveOptions.standard().suppress("onlooker"))
                        .set("Ada", TEASER, NewSettings.none().with("order", 5));
                assertThat(order(synchronizer.catalog())).isEqualTo(5);
                reader.catalog().refresh();
                assertThat(order(reader.catalog())).isEqualTo(5);
                return 5;
            });
        });

        assertThat(onlooker.saving()).isEmpty();
        assertThat(onlooker.committed()).isEmpty();
    }

    @OnEveryDatabase
    void whereASaveComesFromIsKnownToItsHandlers(Product product) {
        Node node = site(product);
        List<SaveOrigin> origins = new ArrayList<>();
        onlooker.onSaving(event -> origins.add(event.origin()));

        node.call(synchronizer -> synchronizer
                .overrides()
                .with(SaveOptions.standard().from(SaveOrigin.UI))
                .set("Ada", TEASER, NewSettings.none().with("order", 5)));
        Desk.of("Ada", node).revert("Article.teaser");

        assertThat(origins).containsExactly(SaveOrigin.UI, SaveOrigin.API);
    }

    @OnEveryDatabase
    void whatFailsAfterTheCommitLeavesTheSave(Product product) {
        Node node = site(product);
        onlooker.onAfterCommit(event -> {
            throw new IllegalStateException("nobody answers");
        });

        assertThat(Desk.of("Ada", node).set("Article.teaser", "order", "3").isWritten())
                .isTrue();

        assertThat(node.stored().overrides()).hasSize(1);
        assertThat(onlooker.committed()).hasSize(1);
    }

    @OnEveryDatabase
    void whatFailsBeforeTheCommitTakesTheSaveBack(Product product) {
        Node node = site(product);
        onlooker.onSaved(event -> {
            throw new IllegalStateException("nobody answers");
        });

        assertThatThrownBy(() -> Desk.of("Ada", node).set("Article.teaser", "order", "3"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(node.stored().overrides()).isEmpty();
        assertThat(onlooker.committed()).isEmpty();
    }

    @OnEveryDatabase
    void aHandlerSeesWhatOthersSetOfTheSameOnTheWay(Product product) {
        Node node = site(product);
        onlooker.onSaving(event ->
                event.via(Overrides.class).set("Eve", TEASER, NewSettings.none().with("order", 9)));

        SavedSettings saved = Desk.of("Ada", node).set("Article.teaser", "order", "3");

        assertThat(saved.settings().get(0).before()).isNotNull();
        assertThat(onlooker.saved()).containsExactly("UPDATE Article.teaser [order CHANGED: 9 -> 3]");
        assertThat(changes(node).stream().limit(2))
                .extracting(ChangeRecord::actor, ChangeRecord::before, ChangeRecord::after)
                .containsExactly(tuple("Ada", "9", "3"), tuple("Eve", null, "9"));
    }

    private static int order(Catalog catalog) {
        return catalog.type("Article")
                .flatMap(article -> article.property("teaser"))
                .orElseThrow()
                .settings()
                .number(SettingKey.ORDER)
                .intValue();
    }

    @OnEveryDatabase
    void anUnknownHandlerCannotBeSuppressed(Product product) {
        Node node = site(product);

        assertThatThrownBy(() -> node.call(synchronizer -> synchronizer
                        .overrides()
                        .with(SaveOptions.standard().suppress("onloker"))
                        .set("Ada", TEASER, NewSettings.none().with("order", 5))))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("onlooker");
        assertThat(node.stored().overrides()).isEmpty();
    }
}
