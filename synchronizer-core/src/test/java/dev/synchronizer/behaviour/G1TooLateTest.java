package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Pipeline;
import dev.synchronizer.saving.SaveProcessor;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.store.SaveFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Behind the write, nothing about a save can be changed any more, and who tries to is told so. */
class G1TooLateTest {
    private static final Map<String, Consumer<SavingEvent>> DEEDS = Map.of(
            "sets title of", event -> event.set("title", "late"),
            "sets name of", event -> event.setName("Late"),
            "sets order of", event -> event.setSetting("order", 3),
            "refuses", event -> event.veto("LATE", "it is too late"),
            "asks about", event -> event.ask("Really"),
            "tells of", event -> event.report(FindingSeverity.ERROR, "it is bad"));

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    private record Look(String name, Consumer<SavingEvent> deed) implements SaveProcessor {
        @Override
        public boolean aborts() {
            return false;
        }

        @Override
        public void process(SavingEvent event) {
            deed.accept(event);
        }
    }

    @OnEveryDatabase
    void aProcessorBehindTheWriteFailsTheSave(Product product) {
        DEEDS.forEach((what, deed) -> {
            Pipeline pipeline = Pipeline.standard().insertAfter("write", new Look("late", deed));
            try (Site site = Site.start(product, builder -> builder.pipeline(pipeline), models())) {
                assertThatThrownBy(() -> site.create("Article", "A"))
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("late " + what + " \"A\" (")
                        .hasMessageEndingWith("it is written already");
                assertThat(site.items().count(ItemQuery.all())).isZero();
            }
        });
    }

    @OnEveryDatabase
    void aProcessorBehindTheCommitFailsAloneAndTheSaveStands(Product product) {
        DEEDS.forEach((what, deed) -> {
            Pipeline pipeline = Pipeline.standard().insertAfter("commit", new Look("late", deed));
            try (Site site = Site.start(product, builder -> builder.pipeline(pipeline), models())) {
                Item item =
                        site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));

                assertThat(site.items().get(item.id())).isEqualTo(item);
                assertThat(site.synchronizer().saveFailures(10))
                        .singleElement()
                        .extracting(SaveFailure::message)
                        .asString()
                        .startsWith("late " + what + " \"A\" (")
                        .endsWith("it is written already");
            }
        });
    }

    @OnEveryDatabase
    void anEventThatAHandlerHasKeptIsOfNoMoreUse(Product product) {
        AtomicReference<SavingEvent> kept = new AtomicReference<>();
        Listener handler = Listener.of("keeper")
                .onSaving(kept::set)
                .onSaved(event -> kept.get().set("title", "late"));
        try (Site site = Site.start(product, builder -> builder.saveHandler(handler), models())) {
            assertThatThrownBy(() -> site.create("Article", "A"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("keeper sets title of \"A\"");
        }
    }
}
