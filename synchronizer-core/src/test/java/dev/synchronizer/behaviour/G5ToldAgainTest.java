package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.persistence.Watched;
import dev.synchronizer.seal.Tampered;
import dev.synchronizer.store.ChangeRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

/** What was told of once is told of again where it happens again, and what could not be told is told later. */
class G5ToldAgainTest {
    private static final String TITLE = "update ct_value set short_text = '%s'";
    private static final String CLASS = "update ct_type set class_name = 'com.%s.Article'";

    @TempDir
    Path folder;

    private final List<Tampered> heard = new CopyOnWriteArrayList<>();

    private Path models() {
        return Site.jar(folder, "1.0", "@ContentType public class Article {" + property("String", "title") + "}");
    }

    private Site start(Product product) {
        return Site.start(product, builder -> builder.onTampering(heard::add), models());
    }

    private static void elsewhere(Site site, String statement, String value) {
        site.database().execute(statement.formatted(value));
    }

    private static Item article(Site site) {
        return site.items().create("Ada", NewItem.of("Article", "A").with("title", "T"));
    }

    private List<Tampered> told() {
        List<Tampered> told = List.copyOf(heard);
        heard.clear();
        return told;
    }

    @OnEveryDatabase
    void anItemThatWasPutRightInBetween(Product product) {
        try (Site site = start(product)) {
            Item item = article(site);
            elsewhere(site, TITLE, "X");
            site.items().get(item.id());
            site.items().get(item.id());
            assertThat(told()).hasSize(1);

            elsewhere(site, TITLE, "T");
            site.items().get(item.id());
            assertThat(told()).isEmpty();
            elsewhere(site, TITLE, "X");
            site.items().get(item.id());

            assertThat(told()).hasSize(1);
        }
    }

    @OnEveryDatabase
    void anItemThatWasAcceptedAndThenPutBack(Product product) {
        try (Site site = start(product);
                Site other = site.another(models())) {
            Item item = article(site);
            elsewhere(site, TITLE, "X");
            site.items().get(item.id());
            assertThat(told()).hasSize(1);

            other.synchronizer().doctor().repair("Ada");
            elsewhere(site, TITLE, "T");
            site.items().get(item.id());

            assertThat(told()).hasSize(1);
        }
    }

    @OnEveryDatabase
    void anItemThatWasSavedAsItStood(Product product) {
        try (Site site = start(product)) {
            Item item = article(site);
            elsewhere(site, TITLE, "X");
            Item read = site.items().get(item.id());
            site.items().rename("Ada", read.id(), "B");
            assertThat(told()).hasSize(1);

            site.items().get(item.id());

            assertThat(told()).as("what was built upon it").hasSize(1);
        }
    }

    @OnEveryDatabase
    void aTypeThatWasPutRightInBetween(Product product) {
        try (Site site = start(product)) {
            for (String name : List.of("eve", "acme", "eve")) {
                elsewhere(site, CLASS, name);
                site.synchronizer().catalog().forget();
                site.synchronizer().catalog().type("Article");
            }

            assertThat(told()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void nodesReadATypeAgainAsOftenAsItIsWritten(Product product) {
        try (Site site = start(product)) {
            for (String name : List.of("eve", "acme", "eve")) {
                elsewhere(site, CLASS, name);
                site.synchronizer().doctor().repair("Ada");
                elsewhere(site, CLASS, "other");
                site.synchronizer().doctor().examine();
                site.synchronizer().doctor().examine();
            }

            assertThat(site.synchronizer().changes(100))
                    .filteredOn(change -> change.kind() == ChangeRecord.Kind.TAMPERED)
                    .hasSize(3);
        }
    }

    @OnEveryDatabase
    void anAlarmThatTheDatabaseDoesNotTakeIsRaisedNextTime(Product product) {
        AtomicBoolean away = new AtomicBoolean();
        try (Site site = start(product)) {
            Watched watched = new Watched(site.database().dataSource(), sql -> {
                if (away.get() && sql.contains("for update")) {
                    throw new IllegalStateException("away");
                }
            });
            try (Site node = site.another(builder -> builder.dataSource(watched.dataSource()), models())) {
                elsewhere(site, CLASS, "eve");
                node.synchronizer().catalog().forget();
                node.synchronizer().catalog().type("Article");
                away.set(true);
                assertThatThrownBy(() -> node.synchronizer().catchUp()).hasMessage("away");
                away.set(false);

                node.synchronizer().catchUp();
                node.synchronizer().catchUp();

                assertThat(site.synchronizer().changes(100))
                        .filteredOn(change -> change.kind() == ChangeRecord.Kind.TAMPERED)
                        .hasSize(1);
            }
        }
    }

    @OnEveryDatabase
    void aListenerThatFailsFailsNoReadAndIsToldNextTime(Product product) {
        failsOnce(product, () -> {
            throw new IllegalStateException("nobody is there");
        });
    }

    @OnEveryDatabase
    void aListenerThatThrowsAnErrorFailsNoReadEither(Product product) {
        failsOnce(product, () -> {
            throw new NoClassDefFoundError("com/acme/Mail");
        });
    }

    private void failsOnce(Product product, Runnable failure) {
        AtomicBoolean failing = new AtomicBoolean(true);
        try (Site site = Site.start(
                product,
                builder -> builder.onTampering(tampered -> {
                    if (failing.getAndSet(false)) {
                        failure.run();
                    }
                    heard.add(tampered);
                }),
                models())) {
            Item item = article(site);
            elsewhere(site, TITLE, "X");

            assertThat(site.items().get(item.id()).get("title")).contains("X");
            assertThat(told()).isEmpty();
            site.items().get(item.id());
            site.items().get(item.id());

            assertThat(told()).hasSize(1);
        }
    }
}
