package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.exchange.ExchangeServer;
import dev.synchronizer.exchange.ServerOptions;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ServerChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/** H: what ended long ago is deleted wherever tasks are run, in the background or not. */
class H1HousekeepingTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private final ClockByHand clock = new ClockByHand(Instant.parse("2026-03-01T10:00:00Z"));

    private static int rows(Site site, String table) {
        try (Connection connection = site.database().connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @OnEveryDatabase
    void whoRunsTasksDeletesWhatEndedLongAgo(Product product) {
        Path models = Connected.articles(folder);
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock), models);
            Server b = servers.start("b", product, builder -> builder.clock(clock), models);
            a.tells(b);
            Item item = a.create("Article", "One");
            a.run(b);
            a.site().items().save("Ada", item.with("title", "Two"));
            a.site().items().save("Ada", a.get(item.id()).with("title", "Three"));
            a.run(b);
            assertThat(a.tasks(DeliveryState.DONE, DeliveryState.SUPERSEDED)).hasSize(3);

            clock.forward(Duration.ofDays(6));
            a.run(b);
            assertThat(a.tasks()).as("they are kept for seven days").hasSize(3);

            clock.forward(Duration.ofDays(2));
            a.run(b);
            assertThat(a.tasks()).isEmpty();
            assertThat(rows(a.site(), "ct_task")).isZero();
        }
    }

    @OnEveryDatabase
    void whoRunsConnectorsDoesSoToo(Product product) {
        OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));
        try (Connected site = Connected.start(product, folder, crm)) {
            site.create("One");
            site.run(crm);
            site.later(Duration.ofDays(8));
            site.run(crm);
            assertThat(rows(site.site(), "ct_task")).isZero();
        }
    }

    @OnEveryDatabase
    void whoTakesInWhatOthersSendForgetsWhatTheySaidOnce(Product product) throws Exception {
        Path models = Connected.articles(folder);
        try (Servers servers = new Servers()) {
            Server a = servers.start(
                    "a", product, builder -> builder.serverName("a").stagingSecret("public", () -> SECRET), models);
            Server b = servers.start(
                    "b", product, builder -> builder.serverName("public").stagingSecret("a", () -> SECRET), models);
            b.staging().servers().save("Ada", ServerChannel.sender("a").withSecret("env:NONE"));
            b.site()
                    .database()
                    .execute(
                            "insert into ct_nonce (sender, nonce, kept_until) values ('a', 'old', '2020-01-01 00:00:00')",
                            "insert into ct_receipt (change_id, received_at) values ('old', '2020-01-01 00:00:00')");
            try (ExchangeServer http = b.site().synchronizer().serveStaging(ServerOptions.standard())) {
                a.staging()
                        .servers()
                        .save(
                                "Ada",
                                ServerChannel.target("public", http.uri().toString())
                                        .withSecret("env:NONE"));
                a.create("Article", "One");
                assertThat(a.staging().runAll("public", result -> {}).count(DeliveryState.DONE))
                        .isEqualTo(1);

                assertThat(rows(b.site(), "ct_nonce where nonce = 'old'")).isZero();
                assertThat(rows(b.site(), "ct_receipt where change_id = 'old'")).isZero();
                assertThat(rows(b.site(), "ct_receipt")).isEqualTo(1);
            }
        }
    }

    @OnEveryDatabase
    void whoIsToldByItsDatabaseAloneForgetsToo(Product product) {
        Path models = Connected.articles(folder);
        TestDatabase database = product.freshDatabase();
        try (Site there = Site.on(database, models);
                Site here = Site.start(product, models)) {
            there.synchronizer().staging().receiving().identity();
            database.execute("insert into ct_receipt (change_id, received_at) values ('old', '2020-01-01 00:00:00')");
            ServerChannel target =
                    ServerChannel.target("public", database.url()).withUser(database.user());
            here.synchronizer()
                    .staging()
                    .servers()
                    .save(
                            "Ada",
                            database.password().isEmpty() ? target : target.withSecret("file:" + secret(database)));
            here.items().create("Ada", NewItem.of("Article", "One").with("title", "One"));

            assertThat(here.synchronizer()
                            .staging()
                            .runAll("public", result -> {})
                            .count(DeliveryState.DONE))
                    .isEqualTo(1);

            assertThat(rows(there, "ct_receipt where change_id = 'old'")).isZero();
        }
    }

    private Path secret(TestDatabase database) {
        try {
            return Files.writeString(folder.resolve("secret"), database.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
