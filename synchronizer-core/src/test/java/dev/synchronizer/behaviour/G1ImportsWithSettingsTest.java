package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.ImportLines.importInto;
import static dev.synchronizer.behaviour.ImportLines.page;
import static dev.synchronizer.behaviour.ImportLines.title;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.RevertScope;
import dev.synchronizer.settings.StandingOverride;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** A unit that cannot begin again, as it reads a stream, can be told of settings, and save none. */
class G1ImportsWithSettingsTest {
    private static final Address TITLE = Address.parse("Page.title");

    @TempDir
    Path folder;

    private static void saveOrder(SaveEvent event) {
        event.via(Overrides.class).set("handler", TITLE, NewSettings.none().with("order", 8));
    }

    @OnEveryDatabase
    void aHandlerReadsSettingsWhileAnImportIsUnderWay(Product product) {
        List<StandingOverride> read = new ArrayList<>();
        Listener handler = Listener.of("reader").onSaving(event -> {
            Overrides overrides = event.via(Overrides.class);
            read.addAll(overrides.list());
            read.addAll(overrides.planRevert(RevertScope.everything()).overrides());
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), ImportLines.models(folder))) {
            site.synchronizer().overrides().set("Ada", TITLE, NewSettings.none().with("order", 3));
            handler.calls();

            importInto(site, page(1, title("x")), page(2, title("y")));

            assertThat(read).hasSize(4);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(2);
            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saving"))
                    .hasSize(2);
        }
    }

    @OnEveryDatabase
    void readingSettingsDoesNotMakeAUnitBeginAgain(Product product) {
        Listener handler = Listener.of("reader")
                .onSaved(event -> assertThat(event.via(Overrides.class).list()).hasSize(1));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), ImportLines.models(folder))) {
            site.synchronizer().overrides().set("Ada", TITLE, NewSettings.none().with("order", 3));

            site.create("Page", "P");

            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saving"))
                    .hasSize(1);
        }
    }

    @OnEveryDatabase
    void settingsAndDefinitionsThatAHandlerSavesInAnImportAreRefusedWithTheWayOut(Product product) {
        List<Consumer<SaveEvent>> deeds = List.of(
                G1ImportsWithSettingsTest::saveOrder,
                event -> event.via(Overrides.class).revert("handler", RevertScope.everything()),
                event -> event.via(Definitions.class)
                        .define("handler", Definition.of("Note").withProperty("text", "STRING")));
        for (Consumer<SaveEvent> deed : deeds) {
            Listener handler = Listener.of("meddler").onSaved(deed::accept);
            try (Site site = Site.start(product, builder -> builder.saveHandler(handler), ImportLines.models(folder))) {

                ProblemsException refusal =
                        catchThrowableOfType(ProblemsException.class, () -> importInto(site, page(1, title("x"))));

                assertThat(refusal).as("it is refused").isNotNull();
                assertThat(refusal.problems().asList()).singleElement().satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.DEFINITIONS_IN_IMPORT);
                    assertThat(problem.subject()).startsWith("line 1: \"N1\" (");
                    assertThat(problem.message())
                            .isEqualTo("settings, rules or definitions are to be saved while an import is under way,"
                                    + " which cannot begin again under the store's lock");
                    assertThat(problem.fix()).contains("afterCommit");
                });
                assertThat(site.items().count(ItemQuery.all())).isZero();
                assertThat(site.synchronizer().savesUnderWay()).isZero();
            }
        }
    }

    @OnEveryDatabase
    void theyCanBeSavedOnceTheImportIsCommitted(Product product) {
        Listener handler = Listener.of("meddler").onAfterCommit(G1ImportsWithSettingsTest::saveOrder);
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), ImportLines.models(folder))) {
            importInto(site, page(1, title("x")));

            assertThat(site.synchronizer().overrides().list()).hasSize(1);
            assertThat(site.synchronizer().saveFailures(10)).isEmpty();
        }
    }

    @OnEveryDatabase
    void aRefusalThatWasSwallowedRefusesTheImportAllTheSame(Product product) {
        Listener handler = Listener.of("meddler").onSaved(event -> {
            try {
                saveOrder(event);
            } catch (RuntimeException swallowed) {
                assertThat(swallowed).isInstanceOf(ProblemsException.class);
            }
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), ImportLines.models(folder))) {
            ProblemsException refusal =
                    catchThrowableOfType(ProblemsException.class, () -> importInto(site, page(1, title("x"))));

            assertThat(refusal.problems().asList())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.DEFINITIONS_IN_IMPORT);
            assertThat(site.items().count(ItemQuery.all())).isZero();
        }
    }
}
