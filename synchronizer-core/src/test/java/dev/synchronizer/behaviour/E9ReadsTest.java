package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.annotatedType;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.RevertScope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E9: reads never see half a change; a node's own writes are seen at once, others' when it has caught up. */
class E9ReadsTest {
    private static final int SAVES = 60;
    private static final int READERS = 3;

    @TempDir
    Path folder;

    @OnEveryDatabase
    void aNodesOwnRunIsSeenByItsNextRead(Product product) {
        Path models = folder.resolve("site.jar");
        ModelJar.of(type("Article")).version("site", "1.0").jar(models);
        try (Synchronizer node = node(product.freshDatabase(), Duration.ZERO, models)) {
            Catalog catalog = node.catalog();
            assertThat(catalog.type("Article")).isEmpty();
            node.synchronize();
            assertThat(displayName(catalog)).isEqualTo("Article");

            ModelJar.of(annotatedType("@ContentType(displayName = \"Story\")", "Article"))
                    .version("site", "1.1")
                    .jar(models);
            node.synchronize();

            assertThat(displayName(catalog)).isEqualTo("Story");
        }
    }

    @OnEveryDatabase
    void whatIsSavedAndTakenBackThroughANodeIsSeenByItsNextRead(Product product) {
        TestDatabase database = committed(product);
        try (Synchronizer node = node(database, Duration.ZERO)) {
            Catalog catalog = node.catalog();
            assertThat(catalog.types()).hasSize(2);
            for (int i = 0; i < 10; i++) {
                node.overrides()
                        .set(
                                "ann",
                                Address.ofType("Article"),
                                NewSettings.none().with("displayName", "Mine " + i));
                assertThat(displayName(catalog)).isEqualTo("Mine " + i);
            }
            node.overrides().revert("ann", RevertScope.everything());
            assertThat(displayName(catalog)).isEqualTo("Article");

            node.definitions().define("ann", Definition.of("Banner").withProperty("link", "URI"));
            assertThat(catalog.type("Banner")).isPresent();
            assertThat(catalog.types()).hasSize(3);
            node.definitions().undefine("ann", Address.ofType("Banner"));
            assertThat(catalog.type("Banner")).isEmpty();
            assertThat(catalog.types()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void whatAnotherNodeSavedIsSeenOnceThisOneHasLooked(Product product) {
        TestDatabase database = committed(product);
        try (Synchronizer node = node(database, Duration.ZERO)) {
            Catalog catalog = node.catalog();
            assertThat(displayName(catalog)).isEqualTo("Article");
            Saves.in(database).set("Article", "displayName", SettingValue.of("Mine"));
            assertThat(displayName(catalog)).isEqualTo("Article");

            catalog.refresh();

            assertThat(displayName(catalog)).isEqualTo("Mine");
        }
    }

    @OnEveryDatabase
    void itLooksByItself(Product product) {
        TestDatabase database = committed(product);
        try (Synchronizer node = node(database, Duration.ofMillis(10))) {
            assertThat(displayName(node.catalog())).isEqualTo("Article");
            Saves.in(database).set("Article", "displayName", SettingValue.of("Mine"));

            assertIsSoon(node.catalog(), "Mine");
        }
    }

    @Test
    void postgresTellsItLongBeforeItWouldLook() {
        TestDatabase database = committed(Product.POSTGRESQL);
        try (Synchronizer node = node(database, Duration.ofHours(1))) {
            assertThat(displayName(node.catalog())).isEqualTo("Article");
            for (int i = 0; i < 5; i++) {
                Saves.in(database).set("Article", "displayName", SettingValue.of("Mine " + i));
                assertIsSoon(node.catalog(), "Mine " + i);
            }
        }
    }

    @Test
    void whatIsLostWithTheServerIsServedNoMoreAsSoonAsTheConnectionToListenOnIsLost() {
        TestDatabase database = committed(Product.POSTGRESQL);
        Saves.in(database).set("Article", "displayName", SettingValue.of("Mine"));
        try (Synchronizer node = node(database, Duration.ofHours(1))) {
            // What is told by this one shows that it listens.
            assertThat(displayName(node.catalog())).isEqualTo("Mine");
            Saves.in(database).set("Article", "displayName", SettingValue.of("Listening"));
            assertIsSoon(node.catalog(), "Listening");
            database.execute("update ct_override set saved_value = '\"Of the standby\"'");
            assertThat(displayName(node.catalog())).isEqualTo("Listening");

            new PostgresServer().killConnections(database);

            assertIsSoon(node.catalog(), "Of the standby");
        }
    }

    @OnEveryDatabase
    void noReaderEverSeesHalfAChangeOrAnOlderOneAfterANewerOne(Product product) throws Exception {
        TestDatabase database = committed(product);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
        try (Synchronizer node = node(database, Duration.ofMillis(10))) {
            Catalog catalog = node.catalog();
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> read(catalog, over)));
            }
            Future<?> dropping = threads.submit(() -> {
                while (!over.get()) {
                    catalog.forget();
                    catalog.type("Article");
                    catalog.types();
                }
            });
            for (long i = 1; i <= SAVES; i++) {
                SettingValue text = SettingValue.of("Text " + i);
                Saves.in(database)
                        .set("Article", Map.of("displayName", text, "description", text, "order", SettingValue.of(i)));
            }
            over.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
            }
            dropping.get(1, TimeUnit.MINUTES);
            catalog.refresh();
            assertThat(displayName(catalog)).isEqualTo("Text " + SAVES);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads until it is over, by name and among all. */
    private static long read(Catalog catalog, AtomicBoolean over) {
        long reads = 0;
        long newest = 0;
        while (!over.get()) {
            var article = reads % 16 == 0
                    ? catalog.types().get(0)
                    : catalog.type("Article").orElseThrow();
            var settings = article.settings();
            if (settings.text(SettingKey.DESCRIPTION) != null) {
                assertThat(settings.text(SettingKey.DESCRIPTION)).isEqualTo(settings.text(SettingKey.DISPLAY_NAME));
                long order = settings.number(SettingKey.ORDER).longValueExact();
                assertThat(settings.text(SettingKey.DISPLAY_NAME)).isEqualTo("Text " + order);
                assertThat(order).isGreaterThanOrEqualTo(newest);
                newest = order;
            } else {
                assertThat(newest).isZero();
                assertThat(settings.text(SettingKey.DISPLAY_NAME)).isEqualTo("Article");
            }
            reads++;
        }
        return reads;
    }

    @Test
    void theCatalogIsOneAndNeedsAStore() {
        try (Synchronizer node = node(Product.H2.freshDatabase(), Duration.ofHours(1))) {
            assertThat(node.catalog()).isSameAs(node.catalog());
        }
        try (Synchronizer without = Synchronizer.builder().build()) {
            assertThatThrownBy(without::catalog)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a synchronizer without a data source has no catalog");
        }
    }

    @Test
    void anIntervalThatWouldKeepTheDatabaseBusyOrNeverEndIsRefused() {
        for (Duration refused : List.of(
                Duration.ofMillis(-1),
                Duration.ofNanos(1),
                Duration.ofMillis(10).minusNanos(1),
                Duration.ofDays(1).plusNanos(1),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatThrownBy(() -> Synchronizer.builder().pollInterval(refused))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the catalog can look every 10 milliseconds at the most and once a day at the least, not at"
                                    + " an interval of " + refused + "; zero is never");
        }
        for (Duration accepted : List.of(Duration.ZERO, Duration.ofMillis(10), Duration.ofDays(1))) {
            assertThatCode(() -> Synchronizer.builder().pollInterval(accepted)).doesNotThrowAnyException();
        }
    }

    private TestDatabase committed(Product product) {
        Node node = Node.on(product);
        node.start(ModelJar.of(type("Article"), type("News"))
                .version("site", "1.0")
                .jar(folder.resolve("a.jar")));
        return node.database();
    }

    private static Synchronizer node(TestDatabase database, Duration interval, Path... models) {
        SynchronizerBuilder builder = Synchronizer.builder();
        return builder.dataSource(database.dataSource())
                .models(models)
                .pollInterval(interval)
                .build();
    }

    private static @Nullable String displayName(Catalog catalog) {
        return catalog.type("Article").orElseThrow().settings().text(SettingKey.DISPLAY_NAME);
    }

    /** Waits for another thread of this process; real time decides only about when to give up. */
    private static void assertIsSoon(Catalog catalog, String expected) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!expected.equals(displayName(catalog)) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(displayName(catalog)).isEqualTo(expected);
    }
}
