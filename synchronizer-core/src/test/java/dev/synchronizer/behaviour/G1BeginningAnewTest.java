package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.model.Address;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A unit that meets what is not known yet begins again, seldom, and nobody but its handlers notices. */
class G1BeginningAnewTest {
    private static final int TYPES = 25;
    private static final int FEW = 4;

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                Stream.concat(Stream.of("Article"), IntStream.range(0, TYPES).mapToObj(number -> "T" + number))
                        .map(name -> "@ContentType public class " + name + " {" + property("String", "title") + "}")
                        .toArray(String[]::new));
    }

    private static void createOneOfEach(SaveEvent event) {
        Items items = event.via(Items.class);
        IntStream.range(0, TYPES).forEach(number -> items.create("handler", NewItem.of("T" + number, "N")));
    }

    @OnEveryDatabase
    void aHandlerOfAnItemMayMeetAnyNumberOfTypes(Product product) {
        Listener handler = Listener.of("crowd", Serves.stores("main").types("Article"))
                .onSaved(G1BeginningAnewTest::createOneOfEach);
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            assertThat(site.items().get(item.id())).isEqualTo(item);
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(TYPES + 1);
            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saving"))
                    .hasSizeLessThanOrEqualTo(FEW);
        }
    }

    @OnEveryDatabase
    void aHandlerOfAnOverrideMayMeetAnyNumberOfTypes(Product product) {
        Listener handler = Listener.of("crowd", Serves.stores("main").kinds(SubjectKind.OVERRIDES))
                .onSaving(G1BeginningAnewTest::createOneOfEach);
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            site.synchronizer()
                    .overrides()
                    .set(
                            "Ada",
                            Address.parse("Article.title"),
                            NewSettings.none().with("order", 3));

            assertThat(site.items().count(ItemQuery.all())).isEqualTo(TYPES);
            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saving"))
                    .hasSizeLessThanOrEqualTo(FEW);
        }
    }

    @OnEveryDatabase
    void aUnitThatNeedsTheLockOnceHasItWhereItBeginsAgain(Product product) {
        Listener handler = Listener.of("crowd", Serves.stores("main").types("Article"))
                .onSaved(event -> {
                    createOneOfEach(event);
                    event.via(Overrides.class)
                            .set(
                                    "handler",
                                    Address.parse("T1.title"),
                                    NewSettings.none().with("order", 3));
                });
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            site.create("Article", "A");

            assertThat(site.items().count(ItemQuery.all())).isEqualTo(TYPES + 1);
            assertThat(site.synchronizer().overrides().list()).hasSize(1);
            assertThat(handler.calls())
                    .filteredOn(call -> call.startsWith("saving"))
                    .hasSizeLessThanOrEqualTo(FEW);
        }
    }
}
