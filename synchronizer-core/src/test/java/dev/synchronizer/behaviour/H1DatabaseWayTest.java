package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.staging.DeliveryException;
import dev.synchronizer.staging.StagedTask;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ServerChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H: a server is told of changes straight by its database, through its own path of saves. */
class H1DatabaseWayTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "teaser")
                        + "}");
    }

    private Path secret(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content);
    }

    private ServerChannel target(TestDatabase database) {
        return ServerChannel.target("public", database.url())
                .withUser(database.user())
                .withSecret("file:" + folder.resolve("secret"));
    }

    /** One whose user has a password that is asked for, where the product can. */
    private static TestDatabase secured(Product product) {
        TestDatabase database = product.freshDatabase();
        if (product != Product.H2) {
            return database;
        }
        database.execute("create user cms password 'sesame' admin");
        return database.withUser("cms", "sesame");
    }

    private static StagedTask only(Staging staging) {
        return staging.tasks(Optional.of("public"), Set.of(), 0, 2).get(0);
    }

    private static Item article(Site site, String title) {
        return site.items().create("Ada", NewItem.of("Article", title).with("title", title));
    }

    @OnEveryDatabase
    void thoseAreCalledThatServeAStoreOfItsName(Product product) throws IOException {
        TestDatabase database = secured(product);
        secret(database.password() + "\n");
        Consumer<SynchronizerBuilder> handlers =
                builder -> builder.saveHandler(new Marking("public")).saveHandler(new Marking("elsewhere"));
        try (Site there = Site.on(database, models());
                Site here = Site.start(product, handlers, models())) {
            here.synchronizer().staging().servers().save("Ada", target(database));
            Item item = article(here, "One");

            here.synchronizer().staging().runAll("public", result -> {});

            assertThat(only(here.synchronizer().staging()).delivery().state()).isEqualTo(DeliveryState.DONE);
            assertThat(there.items().get(item.id()).values().get("title")).contains("One");
            assertThat(there.items().get(item.id()).values().get("teaser")).contains("for public");
            assertThat(here.items().get(item.id()).values().get("teaser")).isEmpty();
        }
    }

    @OnEveryDatabase
    void aSecretThatIsMissingOrWrongKeepsTasksWaitingUntilItIsMended(Product product) throws IOException {
        TestDatabase database = secured(product);
        try (Site there = Site.on(database, models());
                Site here = Site.start(product, models())) {
            Staging staging = here.synchronizer().staging();
            staging.servers().save("Ada", target(database));
            Item item = article(here, "One");
            staging.runAll("public", result -> {});

            assertThat(only(staging).delivery().state()).isEqualTo(DeliveryState.RETRY);
            assertThat(only(staging).delivery().uncertain()).isFalse();
            assertThat(message(staging)).contains("file:" + folder.resolve("secret"));
            assertThatThrownBy(() -> staging.test("public"))
                    .isInstanceOf(DeliveryException.class)
                    .satisfies(thrown -> assertThat(((ProblemsException) thrown.getCause())
                                    .problems()
                                    .asList())
                            .extracting("code")
                            .containsExactly(ProblemCode.SECRET_MISSING));

            if (product != Product.POSTGRESQL) { // which lets everybody in here
                secret("geheim42");
                staging.hasten("public");
                staging.runAll("public", result -> {});
                assertThat(only(staging).delivery().state()).isEqualTo(DeliveryState.RETRY);
                assertThat(only(staging).delivery().uncertain()).isFalse();
                assertThat(message(staging))
                        .contains("the database of public cannot be reached")
                        .doesNotContain("geheim42");
            }

            secret(database.password());
            staging.hasten("public");
            staging.runAll("public", result -> {});
            assertThat(only(staging).delivery().state()).isEqualTo(DeliveryState.DONE);
            assertThat(there.items().get(item.id()).values().get("title")).contains("One");
        }
    }

    @Test
    void aPasswordThatIsChangedIsUsedFromThenOn() throws IOException {
        TestDatabase database = Product.H2.freshDatabase();
        database.execute("create user cms password 'sesame' admin");
        secret("sesame");
        try (Site there = Site.on(database, models());
                Site here = Site.start(Product.H2, models())) {
            Staging staging = here.synchronizer().staging();
            staging.servers().save("Ada", target(database.withUser("cms", "sesame")));
            article(here, "One");
            staging.runAll("public", result -> {});
            assertThat(there.items().count(dev.synchronizer.content.ItemQuery.all()))
                    .isEqualTo(1);

            database.execute("alter user cms set password 'simsalabim'");
            article(here, "Two");
            staging.runAll("public", result -> {});
            secret("simsalabim");
            for (int tries = 0; tries < 2; tries++) {
                staging.hasten("public");
                staging.runAll("public", result -> {});
            }

            assertThat(there.items().count(dev.synchronizer.content.ItemQuery.all()))
                    .isEqualTo(2);
        }
    }

    private static String message(Staging staging) {
        return only(staging).answer().orElseThrow().message().orElseThrow();
    }

    @OnEveryDatabase
    void itIsOpenedOnceWhenItIsNeededAndClosedWithTheSynchronizer(Product product) throws IOException {
        TestDatabase database = secured(product);
        secret(database.password());
        AtomicInteger opened = new AtomicInteger();
        Connections connections = new Connections(database.dataSource());
        Consumer<SynchronizerBuilder> pools = builder -> builder.serverDatabases((url, user, password) -> {
            assertThat(url).isEqualTo(database.url());
            assertThat(password).isEqualTo(database.password());
            opened.incrementAndGet();
            return connections;
        });
        try (Site there = Site.on(database, models());
                Site here = Site.start(product, pools, models())) {
            here.synchronizer().staging().servers().save("Ada", target(database));
            assertThat(opened).hasValue(0);
            assertThat(here.synchronizer().staging().test("public"))
                    .isEqualTo(there.synchronizer().staging().receiving().identity());
            article(here, "One");
            here.synchronizer().staging().runAll("public", result -> {});
            assertThat(opened).hasValue(1);
            assertThat(connections.isClosed()).isFalse();
        }
        assertThat(connections.isClosed()).isTrue();
    }

    @OnEveryDatabase
    void aPlaceHoldsNoPassword(Product product) {
        try (Site here = Site.start(product, models())) {
            for (String place : new String[] {
                "jdbc:postgresql://h/d?user=a&password=geheim42",
                "jdbc:h2:file:./b;PASSWORD=geheim42",
                "jdbc:mariadb://ada:geheim42@h/d",
                "https://ada:ge/heim42@h/"
            }) {
                assertThatThrownBy(() -> here.synchronizer()
                                .staging()
                                .servers()
                                .save(
                                        "Ada",
                                        ServerChannel.target("public", place).withSecret("env:PUBLIC")))
                        .as(place)
                        .hasMessageContaining("CT1002")
                        .hasMessageContaining("its place holds a password")
                        .hasMessageNotContaining("heim42");
            }
        }
    }

    /** Says in each article which store it is called for. */
    private record Marking(String store) implements SaveHandler {
        @Override
        public String name() {
            return "marking " + store;
        }

        @Override
        public Serves serves() {
            return Serves.stores(store);
        }

        @Override
        public void saving(SavingEvent event) {
            event.set("teaser", "for " + store);
        }
    }
}
