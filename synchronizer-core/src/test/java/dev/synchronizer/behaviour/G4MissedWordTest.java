package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.saving.Serves;
import dev.synchronizer.store.SaveFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may have missed what others saved finds it among what failed after saves. */
class G4MissedWordTest {
    private static final Duration OFTEN = Duration.ofMillis(10);

    @TempDir
    Path folder;

    private final ClockByHand clock = new ClockByHand(Instant.parse("2026-05-06T12:00:00Z"));

    private Path models() {
        return ListeningNodes.models(folder);
    }

    @OnEveryDatabase
    void handlersThatAreTooFarBehindToBeToldOfAll(Product product) {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch ready = new CountDownLatch(1);
        Hearer slow = Hearer.ofItems().onRemote(event -> {
            busy.countDown();
            ListeningNodes.await(ready);
        });
        try (Site site = Site.start(product, builder -> builder.clock(clock), models());
                Site node = site.another(
                        builder -> builder.clock(clock).saveHandler(slow).pollInterval(OFTEN), models())) {
            ListeningNodes.knock(site, () -> busy.getCount() == 0);
            site.create("Topic", "Lost");

            for (int i = 0; i < 5; i++) {
                List<String> asked = rows(site, "ct_listening");
                clock.forward(Duration.ofMinutes(20));
                ListeningNodes.knock(site, () -> !rows(site, "ct_listening").equals(asked));
            }
            ListeningNodes.knock(
                    site, () -> rows(site, "ct_node_event").stream().noneMatch(row -> row.contains("|Lost|")));
            assertThat(site.synchronizer().saveFailures(10)).isEmpty();
            ready.countDown();

            ListeningNodes.knock(
                    site, () -> !site.synchronizer().saveFailures(10).isEmpty());
            assertThat(slow.heard()).noneMatch(heard -> heard.contains("Lost"));
            assertMissed(node, "2026-05-06T12:00:00Z", "cache");
        }
    }

    private static List<String> rows(Site site, String table) {
        return Rows.contents(site.database()).get(table);
    }

    @OnEveryDatabase
    void aNodeThatSleptForTooLong(Product product) {
        Hearer other = new Hearer("other", Serves.stores("main").types("Topic"));
        Listener deaf = Listener.of("deaf");
        try (Site site = Site.start(product, builder -> builder.clock(clock), models());
                Site node = ListeningNodes.another(
                        site,
                        builder -> builder.clock(clock)
                                .saveHandler(Hearer.ofItems())
                                .saveHandler(other)
                                .saveHandler(deaf),
                        models())) {
            clock.forward(Duration.ofMinutes(59));
            node.synchronizer().catchUp();
            assertThat(node.synchronizer().saveFailures(10)).isEmpty();

            clock.forward(Duration.ofHours(3));
            node.synchronizer().catchUp();
            node.synchronizer().catchUp();

            assertMissed(node, "2026-05-06T13:59:00Z", "other", "cache");
        }
    }

    private static void assertMissed(Site node, String since, String... handlers) {
        List<SaveFailure> failures = node.synchronizer().saveFailures(10);
        assertThat(failures).extracting(SaveFailure::handler).containsExactly(handlers);
        assertThat(failures).extracting(SaveFailure::kind).containsOnly("NODES");
        assertThat(failures)
                .extracting(SaveFailure::message)
                .containsOnly("it may not have been told of what other nodes have saved since " + since
                        + "; have it refresh everything");
    }
}
