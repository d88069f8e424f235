package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A handler refuses a save: whoever saved is told, and nothing has changed anywhere. */
class G1VetoTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    private static Listener refusing(SaveOperation operation) {
        return Listener.of("house-rules", Serves.stores("main").operations(operation))
                .onSaving(event -> {
                    throw event.veto("NOT_TODAY", "nothing is saved on Sundays");
                });
    }

    @OnEveryDatabase
    void whoeverSavesIsToldWhoRefusedItAndWhy(Product product) {
        Listener handler = refusing(SaveOperation.UPDATE);
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.create("Article", "A");

            SaveVetoedException veto = catchThrowableOfType(
                    SaveVetoedException.class, () -> site.items().save("Ada", item.with("title", "New")));

            assertThat(veto.code()).isEqualTo("NOT_TODAY");
            assertThat(veto.reason()).isEqualTo("nothing is saved on Sundays");
            assertThat(veto.vetoedBy()).isEqualTo("house-rules");
            assertThat(veto.problems().asList()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.SAVE_VETOED);
                assertThat(problem.subject()).isEqualTo("\"A\" (" + item.id() + ")");
            });
        }
    }

    @OnEveryDatabase
    void nothingHasChangedAnywhere(Product product) {
        Listener handler = refusing(SaveOperation.UPDATE);
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            Item item = site.items().create("Ada", NewItem.of("Article", "A").with("title", "Old"));
            Map<String, Long> before = Rows.counted(site.database());
            long number = site.synchronizer().catalog().changeNumber();
            handler.calls();

            assertThatThrownBy(() ->
                            site.items().save("Ada", item.with("title", "New").with("teaser", "T")))
                    .isInstanceOf(SaveVetoedException.class);

            assertThat(site.items().get(item.id())).isEqualTo(item);
            assertThat(Rows.counted(site.database())).isEqualTo(before);
            assertThat(site.synchronizer().catalog().changeNumber()).isEqualTo(number);
            assertThat(handler.calls()).singleElement().asString().startsWith("saving UPDATE A");
        }
    }

    @OnEveryDatabase
    void whatHandlersHadSavedBeforeIsTakenBackToo(Product product) {
        Listener first = Listener.of("first", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaving(event -> event.via(Items.class).create("Ada", NewItem.of("Article", "Nested")));
        Listener second = refusing(SaveOperation.UPDATE);
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(first).saveHandler(second), models())) {
            Item item = site.create("Article", "A");

            assertThatThrownBy(() -> site.items().save("Ada", item.with("title", "New")))
                    .isInstanceOf(SaveVetoedException.class);

            assertThat(site.items().count(ItemQuery.all())).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void everyOperationCanBeRefused(Product product) {
        for (SaveOperation operation : SaveOperation.values()) {
            Listener handler = refusing(operation);
            try (Site site = Site.start(product, models())) {
                Item item =
                        site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));
                Item binned = site.create("Article", "B");
                site.items().delete("Ada", binned.id());
                try (Site node = site.another(builder -> builder.saveHandler(handler), models())) {
                    Items items = node.items();

                    assertThatThrownBy(() -> {
                                switch (operation) {
                                    case CREATE -> items.create("Ada", NewItem.of("Article", "C"));
                                    case UPDATE -> items.save("Ada", item.with("title", "New"));
                                    case RENAME -> items.rename("Ada", item.id(), "Other");
                                    case MOVE ->
                                        items.move(
                                                "Ada",
                                                item.id(),
                                                node.create("Article", "Above").id());
                                    case DUPLICATE -> items.duplicate("Ada", item.id(), null, true);
                                    case DELETE -> items.delete("Ada", item.id());
                                    case RESTORE -> items.restore("Ada", binned.id());
                                    case PURGE -> items.purge("Ada", binned.id());
                                }
                            })
                            .as("%s", operation)
                            .isInstanceOf(SaveVetoedException.class);
                    assertThat(items.get(item.id())).isEqualTo(item);
                    assertThat(items.get(binned.id()).isDeleted()).isTrue();
                }
            }
        }
    }
}
