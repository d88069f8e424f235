package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Nodes that listen to what others save. */
final class ListeningNodes {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private ListeningNodes() {}

    static Path models(Path folder) {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + "@Property(localized = true) "
                        + property("String", "teaser") + "}",
                "@ContentType public class Topic {" + property("String", "title") + "}");
    }

    /** Another node that listens from now on. */
    static Site another(Site site, Consumer<SynchronizerBuilder> configuration, Path models) {
        Site node = site.another(configuration, models);
        node.synchronizer().catchUp();
        return node;
    }

    /** Saves something until a condition holds. */
    static void knock(Site site, BooleanSupplier until) {
        long start = System.nanoTime();
        while (!until.getAsBoolean() && System.nanoTime() - start < PATIENCE.toNanos()) {
            site.create("Article", "Knock");
        }
        assertThat(until.getAsBoolean()).isTrue();
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many events there are. */
    static long announced(Site site) {
        return Rows.counted(site.database()).getOrDefault("ct_node_event", -1L);
    }
}
