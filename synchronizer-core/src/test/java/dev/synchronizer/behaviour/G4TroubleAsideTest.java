package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.persistence.Watched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;

/** What fails beside the catalog on the thread that polls takes nothing from what the catalog knows. */
class G4TroubleAsideTest {
    private static final Duration OFTEN = Duration.ofMillis(10);

    @TempDir
    Path folder;

    private final AtomicInteger failed = new AtomicInteger();

    private Path models() {
        return ListeningNodes.models(folder);
    }

    private Watched failing(Site site, Predicate<String> at) {
        return new Watched(site.database().dataSource(), sql -> {
            if (at.test(sql)) {
                failed.incrementAndGet();
                throw new IllegalStateException("not today");
            }
        });
    }

    /** Rounds take place as long as something fails in each. */
    private void severalRounds(Site site) {
        int before = failed.get();
        ListeningNodes.knock(site, () -> failed.get() > before + 5);
    }

    @OnEveryDatabase
    void troubleInHearingOfOtherNodes(Product product) {
        try (Site site = Site.start(product, models())) {
            Watched watched = failing(site, sql -> sql.startsWith("update ct_listening"));
            try (Site node = site.another(
                    builder -> builder.dataSource(watched.dataSource())
                            .saveHandler(Hearer.ofItems())
                            .pollInterval(OFTEN),
                    models())) {
                EffectiveType article =
                        node.synchronizer().catalog().type("Article").orElseThrow();

                severalRounds(site);

                assertThat(node.synchronizer().catalog().type("Article")).containsSame(article);
            }
        }
    }

    @OnEveryDatabase
    void troubleInTellingOtherNodesOfWhatSomethingElseWrote(Product product) {
        try (Site site = Site.start(product, models())) {
            Watched watched = failing(
                    site,
                    sql -> Thread.currentThread().getName().equals("synchronizer-catalog")
                            && sql.contains("for update"));
            try (Site node = site.another(
                    builder -> builder.dataSource(watched.dataSource()).pollInterval(OFTEN), models())) {
                EffectiveType article =
                        node.synchronizer().catalog().type("Article").orElseThrow();
                site.database().execute("update ct_type set class_name = 'com.eve.Topic' where name = 'Topic'");
                node.synchronizer().catalog().type("Topic");

                severalRounds(site);

                assertThat(node.synchronizer().catalog().type("Article")).containsSame(article);
            }
        }
    }
}
