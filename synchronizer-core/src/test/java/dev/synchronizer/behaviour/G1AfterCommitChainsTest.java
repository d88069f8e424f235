package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.SaveFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What is saved after a commit is a unit of its own, which may bring about the next one, but not without end. */
class G1AfterCommitChainsTest {
    private static final String A = "\"A\" \\(.*\\)";
    private static final String B = "\"A\\+\" \\(.*\\)";
    private static final String C = "\"A\\+\\+\" \\(.*\\)";
    private static final String D = "\"A\\+\\+\\+\" \\(.*\\)";

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    private static void copy(SaveEvent event) {
        event.via(Items.class)
                .create("handler", NewItem.of("Article", event.subject().name() + "+"));
    }

    @OnEveryDatabase
    void aChainOfUnitsThatIsTooDeepEndsAndItsPathIsRecorded(Product product) {
        Listener handler = Listener.of("copies", Serves.stores("main")).onAfterCommit(G1AfterCommitChainsTest::copy);
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(handler).deepestSaves(3), models())) {
            site.create("Article", "A");
            site.items().create("Ada", NewItem.of("Article", "Other"));

            List<SaveFailure> failures = site.synchronizer().saveFailures(10);
            assertThat(failures).hasSize(2);
            assertThat(failures.get(1).name()).isEqualTo("A++");
            assertThat(failures.get(1).message())
                    .matches("(?s).*CT803.*saves bring about saves more than 3 deep: " + A + " -> " + B + " -> " + C
                            + " -> " + D + ".*");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(6);
            assertThat(site.synchronizer().savesUnderWay()).isZero();
        }
    }

    @OnEveryDatabase
    void whatWasBroughtAboutWithinAUnitCountsToo(Product product) {
        Listener handler = Listener.of("copies", Serves.stores("main"))
                .onSaved(event -> {
                    if (event.subject().name().equals("A")) {
                        copy(event);
                    }
                })
                .onAfterCommit(event -> {
                    if (!event.subject().name().equals("A")) {
                        copy(event);
                    }
                });
        try (Site site =
                Site.start(product, builder -> builder.saveHandler(handler).deepestSaves(3), models())) {
            site.create("Article", "A");

            assertThat(site.synchronizer().saveFailures(10))
                    .singleElement()
                    .extracting(SaveFailure::message)
                    .asString()
                    .matches("(?s).*" + A + " -> " + B + " -> " + C + " -> " + D + ".*");
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(3);
        }
    }
}
