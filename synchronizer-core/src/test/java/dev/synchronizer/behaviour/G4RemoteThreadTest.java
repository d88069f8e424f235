package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.saving.RemoteEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.transfer.ImportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** The thread on which handlers are told goes on whatever happens on it, and ends with its node. */
class G4RemoteThreadTest {
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final String THREAD = "synchronizer-remote";

    @TempDir
    Path folder;

    private Path models() {
        return ListeningNodes.models(folder);
    }

    @OnEveryDatabase
    void aHandlerThatLeavesItsThreadInterruptedEndsNothing(Product product) {
        CountDownLatch told = new CountDownLatch(3);
        AtomicInteger disturbed = new AtomicInteger();
        Hearer interrupting =
                Hearer.ofItems().onRemote(event -> Thread.currentThread().interrupt());
        Hearer next = new Hearer("next", Serves.stores("main")).onRemote(event -> {
            disturbed.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            told.countDown();
        });
        try (Site site = Site.start(product, models());
                Site node = site.another(
                        builder -> builder.saveHandler(interrupting)
                                .saveHandler(next)
                                .pollInterval(OFTEN),
                        models())) {
            ListeningNodes.knock(site, () -> told.getCount() == 0);

            assertThat(disturbed).hasValue(0);
            assertThat(node.synchronizer().saveFailures(10)).isEmpty();
        }
    }

    @OnEveryDatabase
    void whateverTheDataSourceThrowsItIsAskedAgain(Product product) {
        CountDownLatch told = new CountDownLatch(1);
        AtomicBoolean broken = new AtomicBoolean();
        Hearer hearer = Hearer.ofItems().onRemote(event -> told.countDown());
        try (Site site = Site.start(product, models())) {
            Watched watched = new Watched(site.database().dataSource(), sql -> {
                if (Thread.currentThread().getName().equals(THREAD) && broken.compareAndSet(false, true)) {
                    throw new AssertionError("a driver with a fault");
                }
            });
            try (Site node = site.another(
                    builder -> builder.dataSource(watched.dataSource())
                            .saveHandler(hearer)
                            .pollInterval(OFTEN),
                    models())) {
                ListeningNodes.knock(site, () -> told.getCount() == 0);

                assertThat(broken).isTrue();
                assertThat(node.items().count(ItemQuery.all())).isPositive();
            }
        }
    }

    @OnEveryDatabase
    void onceTheNodeIsClosedNoHandlerIsCalledAnyMore(Product product) {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<Site> own = new AtomicReference<>();
        Hearer hearer = Hearer.ofItems();
        Hearer next = new Hearer("next", Serves.stores("main"));
        hearer.onRemote(event -> {
            listening.countDown();
            if (isTopic(event)) {
                own.get().close();
                closed.countDown();
            }
        });
        try (Site site = Site.start(product, models());
                Site source = Site.start(product, models());
                Site node = site.another(
                        builder -> builder.saveHandler(hearer).saveHandler(next).pollInterval(OFTEN), models())) {
            own.set(node);
            ListeningNodes.knock(site, () -> listening.getCount() == 0);
            List.of("A", "B", "C").forEach(name -> source.create("Topic", name));
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            source.transfer().export(ItemQuery.all(), lines);
            site.transfer()
                    .importFrom("Ada", new ByteArrayInputStream(lines.toByteArray()), ImportOptions.allOrNothing());

            ListeningNodes.await(closed);
        }
        assertThat(hearer.events()).filteredOn(G4RemoteThreadTest::isTopic).hasSize(1);
        assertThat(next.events()).filteredOn(G4RemoteThreadTest::isTopic).isEmpty();
    }

    private static boolean isTopic(RemoteEvent event) {
        return "Topic".equals(event.subject().type());
    }
}
