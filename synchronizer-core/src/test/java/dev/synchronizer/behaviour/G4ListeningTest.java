package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.LateHandlers;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.settings.NewSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** When a node begins to listen to others, and on which thread its handlers are told. */
class G4ListeningTest {
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration SELDOM = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    @OnEveryDatabase
    void aNodeThatPollsListensFromWhenItIsBuilt(Product product) {
        try (Site site = Site.start(product, models());
                Synchronizer node = Synchronizer.builder()
                        .dataSource(site.database().dataSource())
                        .saveHandler(Hearer.ofItems())
                        .pollInterval(SELDOM)
                        .build()) {
            ListeningNodes.knock(site, () -> ListeningNodes.announced(site) > 0);
            assertThat(node.savesUnderWay()).isZero();
        }
    }

    @OnEveryDatabase
    void handlersThatComeLateListenFromWhenTheyAreThereAndNotFromTheNextRound(Product product) {
        AtomicReference<Optional<LateHandlers>> late = new AtomicReference<>(Optional.empty());
        try (Site site = Site.start(product, models());
                Synchronizer node = Synchronizer.builder()
                        .dataSource(site.database().dataSource())
                        .lateHandlers(late::get)
                        .pollInterval(SELDOM)
                        .build()) {
            assertThat(node.catalog().types()).hasSize(1);
            late.set(Optional.of(new LateHandlers(List.of(Hearer.ofItems()), List.of(), List.of(), List.of())));
            node.requireHandlers();

            ListeningNodes.knock(site, () -> ListeningNodes.announced(site) > 0);
        }
    }

    @OnEveryDatabase
    void aNodeThatIsBuiltBeforeThereAreTablesListensOnceThereAre(Product product) {
        CountDownLatch told = new CountDownLatch(1);
        Hearer hearer = Hearer.ofItems().onRemote(event -> told.countDown());
        TestDatabase database = product.freshDatabase();
        try (Synchronizer node = Synchronizer.builder()
                .dataSource(database.dataSource())
                .saveHandler(hearer)
                .pollInterval(OFTEN)
                .models(models())
                .build()) {
            assertThat(node.catalog().types()).isEmpty();
            node.synchronize();
            try (Site site = Site.on(database, models())) {
                ListeningNodes.knock(site, () -> told.getCount() == 0);
            }
        }
    }

    @OnEveryDatabase
    void aSlowHandlerKeepsNobodyFromReadingWhatIsNew(Product product) {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Hearer hearer = Hearer.ofItems().onRemote(event -> {
            threads.add(Thread.currentThread().getName());
            told.countDown();
            ListeningNodes.await(slow);
        });
        try (Site site = Site.start(product, models());
                Site node = site.another(builder -> builder.saveHandler(hearer).pollInterval(OFTEN), models())) {
            assertThat(shown(node)).isNotEqualTo("Story");
            ListeningNodes.knock(site, () -> told.getCount() == 0);

            site.synchronizer()
                    .overrides()
                    .set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));

            ListeningNodes.knock(site, () -> "Story".equals(shown(node)));
            assertThat(slow.getCount()).isEqualTo(1);
            slow.countDown();
        }
        assertThat(threads).containsExactly("synchronizer-remote");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("synchronizer-remote", "synchronizer-catalog");
    }

    private static @Nullable String shown(Site node) {
        return node.synchronizer()
                .catalog()
                .type("Article")
                .orElseThrow()
                .settings()
                .text(SettingKey.DISPLAY_NAME);
    }

    @OnEveryDatabase
    void whoIsAheadAnnouncesForAsLongAsOthersListen(Product product) {
        Hearer hearer = Hearer.ofItems();
        By ahead = new By(Duration.ofMinutes(29));
        By right = new By(Duration.ZERO);
        try (Site site = Site.start(product, builder -> builder.clock(ahead), models());
                Site node = site.another(builder -> builder.saveHandler(hearer).clock(right), models())) {
            node.synchronizer().catchUp();
            right.by = Duration.ofMinutes(59);
            ahead.by = Duration.ofMinutes(59 + 29);

            site.create("Article", "A");
            node.synchronizer().catchUp();

            assertThat(hearer.heard()).containsExactly("CREATE A [] 1");
        }
    }

    @OnEveryDatabase
    void whatIsSavedByWhoIsBehindIsKeptForAnHour(Product product) {
        Hearer hearer = Hearer.ofItems();
        By right = new By(Duration.ZERO);
        try (Site site = Site.start(product, builder -> builder.clock(new By(Duration.ofMinutes(-29))), models());
                Site node = site.another(builder -> builder.saveHandler(hearer).clock(right), models());
                Site third = site.another(
                        builder -> builder.saveHandler(Hearer.ofItems()).clock(new By(Duration.ofMinutes(59))),
                        models())) {
            node.synchronizer().catchUp();
            site.create("Article", "A");
            right.by = Duration.ofMinutes(59);

            third.synchronizer().catchUp();
            node.synchronizer().catchUp();

            assertThat(hearer.heard()).containsExactly("CREATE A [] 1");
        }
    }

    /** A clock that goes wrong by as much as a test wants. */
    private static final class By extends Clock {
        private volatile Duration by;

        By(Duration by) {
            this.by = by;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), by);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(by);
        }
    }
}
