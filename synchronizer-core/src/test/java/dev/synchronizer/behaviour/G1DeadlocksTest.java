package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Serves;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** A run and a save that wait for each other: the database takes one of them back, and it is done once more. */
class G1DeadlocksTest {
    private static final String LOCKING = " for update";

    @TempDir
    Path folder;

    /** Releases, of which the second has a property less in each type: so it locks both. */
    private Path models(String version, String more) {
        return Site.jar(
                folder,
                version,
                "@ContentType public class Article {" + property("String", "title") + more + "}",
                "@ContentType public class Page {" + property("String", "title") + more + "}");
    }

    /** The types in the order in which a run locks them. */
    private static List<String> inOrder(TestDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from ct_type order by id")) {
            rows.next();
            String first = rows.getString(1);
            rows.next();
            return List.of(first, rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody else has locked a type against saves of its content. */
    private static boolean isLocked(TestDatabase database, String type) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id from ct_type where name = '" + type + "'" + LOCKING + " skip locked")) {
            return !rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitLocked(TestDatabase database, String type) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isLocked(database, type)) {
            assertThat(System.nanoTime()).as("the run locks %s", type).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @OnEveryDatabase
    void aRunThatHadToGiveWayIsMadeOnceMore(Product product) throws Exception {
        try (Site site = Site.start(product, models("1.0", property("String", "old")))) {
            List<String> types = inOrder(site.database());
            Item item = site.create(types.get(1), "I");
            CountDownLatch saving = new CountDownLatch(1);
            Listener handler = Listener.of("nested", Serves.stores("main").operations(SaveOperation.UPDATE))
                    .onSaved(event -> {
                        if (saving.getCount() > 0) {
                            saving.countDown();
                            awaitLocked(site.database(), types.get(0));
                        }
                        event.via(Items.class).create("handler", NewItem.of(types.get(0), "Nested"));
                    });
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try (Site node =
                    site.another(builder -> builder.saveHandler(handler), models("1.0", property("String", "old")))) {
                node.items().list(ItemQuery.ofTypes(types.get(0)));
                // So that all is known beforehand, and no attempt is made for that alone.
                node.create(types.get(0), "Known");
                Future<Item> save = threads.submit(() -> node.items().save("Ada", item.with("title", "x")));
                assertThat(saving.await(1, TimeUnit.MINUTES)).isTrue();
                Watched watched = new Watched(site.database().dataSource());
                Future<SyncReport> run = threads.submit(() ->
                        Node.on(site.database()).through(watched.dataSource()).start(models("1.1", "")));

                SyncReport report = run.get(3, TimeUnit.MINUTES);
                Item saved = save.get(3, TimeUnit.MINUTES);

                assertThat(report.plan().types()).hasSize(2);
                assertThat(saved.get("title")).contains("x");
                assertThat(watched.executions().stream()
                                .filter(sql -> sql.contains("from ct_type") && sql.contains(LOCKING))
                                .count())
                        .as("how often the run has locked types")
                        .isGreaterThan(product == Product.H2 ? 0 : 1);
            } finally {
                threads.shutdownNow();
            }
            assertThat(site.items().list(ItemQuery.ofTypes(types.get(0))))
                    .extracting(Item::name)
                    .containsExactlyInAnyOrder("Known", "Nested");
            assertThat(site.synchronizer().stored().types())
                    .hasSize(2)
                    .allSatisfy(type -> assertThat(type.property("old")).isEmpty());
        }
    }
}
