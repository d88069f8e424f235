package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.RemoteEvent;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.spring.site.TypeAudit;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** Handlers of saves that are beans of the application. */
class HandlerBeansTest {
    private final TestDatabase database = H2Server.inMemory();
    private ApplicationContextRunner application;

    @TempDir
    Path folder;

    @BeforeEach
    void oneModel() {
        application = Applications.on(database)
                .withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
                .withPropertyValues(
                        "synchronizer.models=" + Applications.site(folder, "1.0", "Article"),
                        "synchronizer.poll-interval=10ms");
    }

    private abstract static class Named implements SaveHandler {
        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public Serves serves() {
            return Serves.stores("main");
        }
    }

    /** Needs what needs the synchronizer. */
    static final class Linking extends Named {
        private final Items items;

        Linking(Items items) {
            this.items = items;
        }

        @Override
        public Serves serves() {
            return super.serves().operations(SaveOperation.UPDATE);
        }

        @Override
        public void saved(SavedEvent event) {
            items.create(
                    "Linking", NewItem.of("Article", "About " + event.subject().name()));
        }
    }

    @Test
    void oneMayNeedTheItems() {
        application.withBean(Linking.class).run(context -> {
            Items items = context.getBean(Items.class);
            Item item = items.create("Ada", NewItem.of("Article", "A"));

            items.save("Ada", item.with("title", "T"));

            assertThat(items.list(ItemQuery.all())).extracting(Item::name).contains("A", "About A");
        });
    }

    /** Needs what waits for the content types to be in step. */
    static final class Counting extends Named {
        private final JdbcTemplate jdbc;

        Counting(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public void saving(SavingEvent event) {
            Integer types = jdbc.queryForObject("select count(*) from ct_type", Integer.class);
            throw event.veto("TYPES", "there are types: " + types);
        }
    }

    @Test
    void oneMayNeedTheDatabase() {
        application.withBean(Counting.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThatThrownBy(() -> context.getBean(Items.class).create("Ada", NewItem.of("Article", "A")))
                    .isInstanceOf(SaveVetoedException.class)
                    .hasMessageContaining("there are types: 1");
        });
    }

    @Test
    void oneMayNeedARepository() {
        try (RunningSite site = RunningSite.start(
                database, context -> ((GenericApplicationContext) context).registerBean(TypeAudit.class))) {
            NewItem article = NewItem.of("Article", "A").with("title", "T");
            site.context().getBean(Items.class).create("Ada", article);

            assertThat(site.context().getBean(TypeAudit.class).seen())
                    .singleElement()
                    .asString()
                    .startsWith("A among [Article, ");
        }
    }

    static final class FirstArticle {
        FirstArticle(Items items) {
            items.create("Ada", NewItem.of("Article", "Opening"));
        }
    }

    @Test
    void theyAreCalledForWhatOtherBeansSaveWhileTheApplicationStarts() {
        application
                .withBean(FirstArticle.class)
                .withBean(Counting.class)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("there are types: 1"));
    }

    /** Needs a connection in order to be made. */
    static final class Prepared extends Named {
        Prepared(JdbcTemplate jdbc) {
            jdbc.queryForObject("select count(*) from ct_type", Integer.class);
        }

        @Override
        public void saving(SavingEvent event) {
            event.set("title", "prepared");
        }
    }

    @Test
    void theyAreMadeBeforeTheFirstSaveTakesTheOnlyConnection() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database.dataSource());
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(2_000);
            Applications.withoutDatabase()
                    .withBean(DataSource.class, () -> pool)
                    .withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
                    .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"))
                    .withBean(FirstArticle.class)
                    .withBean(Prepared.class)
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(context.getBean(Items.class).list(ItemQuery.all()))
                                .singleElement()
                                .satisfies(item -> assertThat(item.get("title")).contains("prepared"));
                    });
        }
    }

    @Configuration
    static class TwoInOrder {
        @Bean
        @Order(2)
        SaveHandler appending() {
            return new Appending("b");
        }

        @Bean
        @Order(1)
        SaveHandler beginning() {
            return new Appending("a");
        }
    }

    static final class Appending implements SaveHandler {
        private final String letter;

        Appending(String letter) {
            this.letter = letter;
        }

        @Override
        public String name() {
            return letter;
        }

        @Override
        public Serves serves() {
            return Serves.stores("main");
        }

        @Override
        public void saving(SavingEvent event) {
            event.set("title", event.after().get("title").orElse("") + letter);
        }
    }

    @Test
    void theyAreCalledInTheirOrder() {
        application
                .withUserConfiguration(TwoInOrder.class)
                .run(context -> assertThat(context.getBean(Items.class)
                                .create("Ada", NewItem.of("Article", "A"))
                                .get("title"))
                        .contains("ab"));
    }

    static final class Homeless extends Named {
        @Override
        public Serves serves() {
            return new Serves(Set.of(), Set.of(), Set.of(), Set.of());
        }
    }

    @Test
    void oneWithoutAStoreEndsTheStart() {
        application
                .withBean(Homeless.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasCauseInstanceOf(ProblemsException.class)
                        .hasMessageContaining("the handler Homeless serves no store"));
    }

    @Test
    void oneOfAnotherStoreIsNotCalled() {
        application
                .withBean(Counting.class)
                .withPropertyValues("synchronizer.store-name=archive")
                .run(context -> assertThat(context.getBean(Items.class)
                                .create("Ada", NewItem.of("Article", "A"))
                                .revision())
                        .isEqualTo(1));
    }

    static final class Hearing extends Named {
        private final CountDownLatch began = new CountDownLatch(1);
        private final CountDownLatch told = new CountDownLatch(1);

        @Override
        public void remote(RemoteEvent event) {
            began.countDown();
            if (event.subject().name().equals("Sesame")) {
                told.countDown();
            }
        }
    }

    @Test
    void oneThatHearsOfOtherNodesIsToldEvenIfNobodyReadsTheCatalog() {
        application.withBean(Hearing.class).run(context -> {
            Hearing hearing = context.getBean(Hearing.class);
            try (Synchronizer other =
                    Synchronizer.builder().dataSource(database.dataSource()).build()) {
                for (int i = 0; i < 6_000 && !hearing.began.await(10, TimeUnit.MILLISECONDS); i++) {
                    other.items().create("Bob", NewItem.of("Article", "Knock"));
                }
                other.items().create("Bob", NewItem.of("Article", "Sesame"));

                assertThat(hearing.told.await(1, TimeUnit.MINUTES)).isTrue();
            }
        });
    }

    /** As a service is found: without arguments. */
    public static final class Offered extends Named {
        @Override
        public void saving(SavingEvent event) {
            event.set("title", "offered");
        }
    }

    @Test
    void servicesOnTheClassPathAreFoundUnlessTheApplicationSaysNo() throws IOException {
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve(SaveHandler.class.getName()), Offered.class.getName());
        URL[] classes = {folder.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            ApplicationContextRunner offering = application.withClassLoader(loader);

            offering.run(context -> assertThat(title(context)).contains("offered"));
            offering.withPropertyValues("synchronizer.find-handlers=false")
                    .run(context -> assertThat(title(context)).isEmpty());
        }
    }

    private static Optional<Object> title(AssertableApplicationContext context) {
        return context.getBean(Items.class)
                .create("Ada", NewItem.of("Article", "A"))
                .get("title");
    }
}
