package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.SaveFailure;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** What handlers throw, be it checked or an error, does as much as any exception, and leaves nothing behind. */
class G1SneakyFailuresTest {
    private static final List<Throwable> ODD = List.of(
            new IOException("the disk is full"), new IOError(new IOException("the disk is gone")), new Oddity());

    @TempDir
    Path folder;

    /** Neither an exception nor an error. */
    private static final class Oddity extends Throwable {
        private static final long serialVersionUID = 1;

        Oddity() {
            super("odd");
        }
    }

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static RuntimeException thrown(Throwable thrown) {
        return G1SneakyFailuresTest.<RuntimeException>sneaky(thrown);
    }

    private static void createNested(SaveEvent event) {
        event.via(Items.class).create("handler", NewItem.of("Article", "Nested"));
    }

    @OnEveryDatabase
    void aNestedFailureThatIsSwallowedFailsTheUnitWhateverWasThrown(Product product) {
        for (Throwable odd : ODD) {
            Listener inner = Listener.of("inner", Serves.stores("main").operations(SaveOperation.CREATE))
                    .onSaved(event -> {
                        throw thrown(odd);
                    });
            Listener outer = Listener.of("outer", Serves.stores("main").operations(SaveOperation.UPDATE))
                    .onSaved(event -> assertThat(catchThrowable(() -> createNested(event)))
                            .isSameAs(odd));
            try (Site site = Site.start(product, models())) {
                Item item = site.create("Article", "A");
                try (Site node =
                        site.another(builder -> builder.saveHandler(inner).saveHandler(outer), models())) {

                    Throwable failure = catchThrowable(() -> node.items().save("Ada", item.with("title", "x")));

                    assertThat(failure).isSameAs(odd);
                    assertThat(node.items().get(item.id())).isEqualTo(item);
                    assertThat(node.items().count(ItemQuery.all())).isEqualTo(1);
                    assertThat(node.synchronizer().savesUnderWay()).isZero();
                }
            }
        }
    }

    @OnEveryDatabase
    void whatFailsAfterTheCommitIsRecordedWhateverWasThrown(Product product) {
        for (Throwable odd : ODD) {
            Listener failing = Listener.of("mail").onAfterCommit(event -> {
                throw thrown(odd);
            });
            Listener next = Listener.of("next");
            try (Site site =
                    Site.start(product, builder -> builder.saveHandler(failing).saveHandler(next), models())) {
                Item item = site.create("Article", "A");

                assertThat(site.items().get(item.id())).isEqualTo(item);
                assertThat(next.calls()).last().asString().startsWith("afterCommit CREATE A");
                assertThat(site.synchronizer().saveFailures(10))
                        .singleElement()
                        .extracting(SaveFailure::message)
                        .isEqualTo(odd.getMessage());
            }
        }
    }

    @OnEveryDatabase
    void anEmptyMemoryReachesTheCallerAndLeavesNothingBehind(Product product) {
        AtomicInteger left = new AtomicInteger(1);
        Listener failing = Listener.of("greedy").onAfterCommit(event -> {
            if (left.getAndDecrement() > 0) {
                throw new OutOfMemoryError("no more");
            }
        });
        try (Site site = Site.start(product, builder -> builder.saveHandler(failing), models())) {
            assertThat(catchThrowable(() -> site.create("Article", "A"))).isInstanceOf(OutOfMemoryError.class);

            assertThat(site.items().count(ItemQuery.all()))
                    .as("the save stands")
                    .isEqualTo(1);
            assertThat(site.synchronizer().savesUnderWay()).isZero();
            site.create("Article", "B");
            site.synchronizer().catchUp();
            assertThat(site.items().count(ItemQuery.all())).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void theThreadThatHearsOfOtherNodesSurvivesWhateverIsThrown(Product product) throws Exception {
        for (Throwable odd : List.of(
                new IOException("x"), new IOError(new IOException("x")), new Oddity(), new OutOfMemoryError("x"))) {
            CountDownLatch began = new CountDownLatch(1);
            CountDownLatch told = new CountDownLatch(1);
            Hearer hearer = Hearer.ofItems().onRemote(event -> {
                Optional<String> name = Optional.of(event.subject().name());
                began.countDown();
                if (name.filter("Bad"::equals).isPresent()) {
                    throw thrown(odd);
                }
                if (name.filter("Good"::equals).isPresent()) {
                    told.countDown();
                }
            });
            try (Site site = Site.start(
                            product,
                            builder -> builder.saveHandler(hearer).pollInterval(Duration.ofMillis(10)),
                            models());
                    Site other = site.another(models())) {
                site.synchronizer().catalog();
                for (int i = 0; i < 6_000 && !began.await(10, TimeUnit.MILLISECONDS); i++) {
                    other.create("Article", "Knock");
                }
                other.create("Article", "Bad");
                other.create("Article", "Good");

                assertThat(told.await(1, TimeUnit.MINUTES)).as("after %s", odd).isTrue();
            }
        }
    }
}
