package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.store.NodeEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is missed that is committed late, and nothing is announced or kept for longer than anybody listens. */
class G4WhenToldTest {
    @TempDir
    Path folder;

    private final Hearer hearer = Hearer.ofItems();

    private Path models() {
        return ListeningNodes.models(folder);
    }

    private Site listening(Site site, Consumer<SynchronizerBuilder> configuration) {
        return ListeningNodes.another(site, configuration, models());
    }

    private Site listening(Site site) {
        return listening(site, builder -> builder.saveHandler(hearer));
    }

    @OnEveryDatabase
    void whatIsCommittedAfterALaterNumberIsToldWhenItIsThere(Product product) {
        try (Site site = Site.start(product, models());
                Site node = listening(site);
                JdbcStore slow = new JdbcStore(site.database().dataSource())) {
            slow.writingContent(content -> {
                content.announce(List.of(event("slow")));
                site.create("Article", "quick");
                node.synchronizer().catchUp();
                assertThat(hearer.heard()).containsExactly("CREATE quick [] 1");
                return true;
            });
            site.create("Article", "next");

            node.synchronizer().catchUp();

            assertThat(hearer.heard()).containsExactly("CREATE slow [] 1", "CREATE next [] 1");
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).isEmpty();
        }
    }

    @OnEveryDatabase
    void whatIsUnderWayWhenANodeBeginsToListenIsToldToo(Product product) {
        Hearer late = Hearer.ofItems();
        try (Site site = Site.start(product, models());
                Site node = listening(site);
                JdbcStore slow = new JdbcStore(site.database().dataSource());
                Site begun = site.another(builder -> builder.saveHandler(late), models())) {
            site.create("Article", "before");
            slow.writingContent(content -> {
                content.announce(List.of(event("slow")));
                site.create("Article", "quick");
                begun.synchronizer().catchUp();
                return true;
            });

            begun.synchronizer().catchUp();

            assertThat(late.heard()).containsExactly("CREATE slow [] 1");
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).containsExactly("CREATE before [] 1", "CREATE slow [] 1", "CREATE quick [] 1");
        }
    }

    private static NodeEvent event(String name) {
        return new NodeEvent(
                0, Instant.now(), "elsewhere", "main", "ITEM", "1", "Article", name, "CREATE", "API", List.of(), 1);
    }

    @OnEveryDatabase
    void whereNobodyListensNothingIsWrittenAndNothingMoreIsAsked(Product product) {
        try (Site plain = Site.start(product, models())) {
            Watched watched = new Watched(plain.database().dataSource());
            try (Site site = plain.another(builder -> builder.dataSource(watched.dataSource()), models());
                    Site deaf = plain.another(
                            builder -> builder.saveHandler(Listener.of("deaf").onSaving(event -> {})), models())) {
                deaf.synchronizer().catchUp();
                Item item = site.create("Article", "A");
                int before = watched.executions().size();

                site.items().save("Ada", item.with("title", "T"));
                deaf.create("Article", "B");

                assertThat(watched.executions()
                                .subList(before, watched.executions().size()))
                        .noneMatch(sql -> sql.contains("ct_node_event"))
                        .filteredOn(sql -> sql.contains("ct_state"))
                        .hasSize(1);
                assertThat(ListeningNodes.announced(plain)).isZero();
            }
        }
    }

    @OnEveryDatabase
    void whoStopsListeningIsForgotten(Product product) {
        try (Site site = Site.start(product, models());
                Site later = site.another(
                        builder -> builder.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(2))), models())) {
            listening(site).close();
            site.create("Article", "A");
            assertThat(ListeningNodes.announced(site)).isEqualTo(1);

            later.create("Article", "B");

            assertThat(ListeningNodes.announced(site)).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whoListensDeletesWhatIsOld(Product product) {
        try (Site site = Site.start(product, models());
                Site node = listening(site)) {
            site.create("Article", "A");
            listening(
                            site,
                            builder -> builder.saveHandler(Hearer.ofItems())
                                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(89))))
                    .close();
            assertThat(ListeningNodes.announced(site)).isEqualTo(1);

            listening(
                            site,
                            builder -> builder.saveHandler(Hearer.ofItems())
                                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(91))))
                    .close();

            assertThat(ListeningNodes.announced(site)).isZero();
            node.synchronizer().catchUp();
            assertThat(hearer.heard()).isEmpty();
        }
    }
}
