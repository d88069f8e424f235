package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.StaleRevisionException;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** Two save one revision at the same moment: one is in time, and the other one is told, and can merge. */
class G1ConcurrentSavesTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StaleRevisionException saveStale(Site site, Item item) {
        StaleRevisionException refusal = catchThrowableOfType(
                StaleRevisionException.class, () -> site.items().save("Bob", item));
        assertThat(refusal).as("it is refused").isNotNull();
        return refusal;
    }

    @OnEveryDatabase
    void whoWaitedForTheOtherIsToldWhatDiffersAndMerges(Product product) throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Listener slow = Listener.of("slow", Serves.stores("main").operations(SaveOperation.UPDATE))
                .onSaved(event -> {
                    written.countDown();
                    await(waiting);
                });
        try (Site first = Site.start(product, builder -> builder.saveHandler(slow), models())) {
            Item read = first.items().create("Ada", NewItem.of("Article", "A").with("title", "t"));
            Watched watched = new Watched(first.database().dataSource(), sql -> {
                // H2 knows no shared locks, so that there it is the type that is waited for.
                boolean ofIt = sql.contains("from ct_item") || sql.contains("from ct_type");
                if (written.getCount() == 0 && ofIt && sql.contains("for update")) {
                    waiting.countDown();
                }
            });
            try (Site second = first.another(builder -> builder.dataSource(watched.dataSource()), models())) {
                List<Object> ends =
                        AtOnce.all(List.of(() -> first.items().save("Ada", read.with("title", "Ada's")), () -> {
                            await(written);
                            return saveStale(second, read.with("teaser", "Bob's"));
                        }));

                StaleRevisionException refusal = (StaleRevisionException) ends.get(1);
                assertThat(refusal.revision()).isEqualTo(2);
                assertThat(refusal.differing().properties()).containsExactly("teaser", "title");
                Item merged = second.items().merge("Bob", read, read.with("teaser", "Bob's"));
                assertThat(merged.values().asMap()).hasToString("{teaser=Bob's, title=Ada's}");
                assertThat(merged.revision()).isEqualTo(3);
                assertThat(first.items().get(read.id())).isEqualTo(merged);
            }
        }
    }

    @OnEveryDatabase
    void ofTwoThreadsOfOneNodeOneIsInTime(Product product) throws Exception {
        try (Site site = Site.start(product, models())) {
            Item read = site.items().create("Ada", NewItem.of("Article", "A").with("title", "t"));

            List<String> ends = AtOnce.all(
                    List.of(() -> end(site, read.with("title", "x")), () -> end(site, read.with("teaser", "y"))));

            assertThat(ends).containsExactlyInAnyOrder("in time", "[teaser, title]");
            assertThat(site.items().get(read.id()).revision()).isEqualTo(2);
            Map<String, String> wanted = Map.of("title", "x", "teaser", "y");
            int late = ends.indexOf("[teaser, title]");
            String property = List.of("title", "teaser").get(late);
            Item merged = site.items().merge("Cem", read, read.with(property, wanted.get(property)));
            assertThat(merged.values().asMap()).hasToString("{teaser=y, title=x}");
        }
    }

    private static String end(Site site, Item item) {
        try {
            site.items().save("Ada", item);
            return "in time";
        } catch (StaleRevisionException e) {
            return e.differing().properties().toString();
        }
    }
}
