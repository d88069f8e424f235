package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application is given to read and to administer its content types. */
class CatalogBeansTest {
    private final TestDatabase database = H2Server.inMemory();
    private final Set<Thread> before = polling();
    private ApplicationContextRunner application;

    @TempDir
    Path folder;

    @BeforeEach
    void oneModel() {
        application = Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"));
    }

    @Test
    void theyAreThoseOfTheSynchronizer() {
        application.run(context -> {
            Synchronizer synchronizer = context.getBean(Synchronizer.class);

            assertThat(context.getBean(Catalog.class)).isSameAs(synchronizer.catalog());
            context.getBean(Definitions.class).define("Ada", Definition.of("Banner"));
            context.getBean(Overrides.class)
                    .set("Ada", Address.parse("Banner"), NewSettings.none().with("icon", "flag"));
            assertThat(synchronizer
                            .catalog()
                            .type("Banner")
                            .orElseThrow()
                            .settings()
                            .text(SettingKey.ICON))
                    .isEqualTo("flag");
        });
    }

    @Test
    void aCatalogIsNotOpenedUnlessSomebodyAsksForIt() {
        application.run(context -> {
            assertThat(context).hasSingleBean(Catalog.class);
            assertThat(ownPolling()).isEmpty();
        });
    }

    @Test
    void aCatalogIsKeptUpWithOtherNodesUntilTheApplicationEnds() {
        application.run(context -> {
            context.getBean(Catalog.class);
            assertThat(ownPolling()).hasSize(1);
        });

        assertThat(ownPolling()).isEmpty();
    }

    @Test
    void nobodyAsksADataSourceThatIsClosedAlready() {
        DataSourceThatIsClosed dataSource = new DataSourceThatIsClosed(database.dataSource());
        Applications.withoutDatabase()
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"))
                .withBean(EarlyReader.class)
                .withBean("dataSource", DataSource.class, () -> dataSource)
                .run(context -> assertThat(ownPolling()).hasSize(1));

        assertThat(dataSource.pollingWhenClosed).isEmpty();
    }

    private final class DataSourceThatIsClosed extends DelegatingDataSource implements AutoCloseable {
        private @Nullable Set<Thread> pollingWhenClosed;

        DataSourceThatIsClosed(DataSource target) {
            super(target);
        }

        @Override
        public void close() {
            pollingWhenClosed = ownPolling();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readingCommitsNothingThatTheApplicationMayYetRollBack(boolean lazy) {
        DataSource pool = database.dataSource();
        DataSource proxy = new TransactionAwareDataSourceProxy(lazy ? new LazyConnectionDataSourceProxy(pool) : pool);
        Applications.withoutDatabase()
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"))
                .withBean(DataSource.class, () -> proxy)
                .run(context -> {
                    JdbcTemplate jdbc = new JdbcTemplate(proxy);
                    jdbc.execute("create table note (text varchar(10))");
                    new TransactionTemplate(new DataSourceTransactionManager(proxy)).executeWithoutResult(own -> {
                        jdbc.update("insert into note values ('draft')");
                        assertThat(context.getBean(Catalog.class).type("Article"))
                                .isPresent();
                        own.setRollbackOnly();
                    });

                    assertThat(jdbc.queryForObject("select count(*) from note", Integer.class))
                            .isZero();
                });
    }

    @Test
    void withoutAnIntervalNothingIsKeptUp() {
        application.withPropertyValues("synchronizer.poll-interval=0").run(context -> {
            context.getBean(Catalog.class);
            assertThat(ownPolling()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionToBeToldOfChangesIsTakenUnlessTheApplicationMindsIt(boolean mayListen) {
        DataSourceThatKnowsItsUsers dataSource = new DataSourceThatKnowsItsUsers(database.dataSource());
        Applications.withoutDatabase()
                .withBean(DataSource.class, () -> dataSource)
                .withPropertyValues(
                        "synchronizer.models=" + Applications.site(folder, "1.0", "Article"),
                        "synchronizer.poll-interval=1h",
                        "synchronizer.change-notifications=" + mayListen)
                .run(context -> {
                    context.getBean(Catalog.class);
                    Thread polling = ownPolling().iterator().next();
                    while (polling.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    assertThat(dataSource.users.contains(polling)).isEqualTo(mayListen);
                });
    }

    /** Whoever looks for a connection to listen on does so before the first wait. */
    private static final class DataSourceThatKnowsItsUsers extends DelegatingDataSource {
        private final Set<Thread> users = ConcurrentHashMap.newKeySet();

        DataSourceThatKnowsItsUsers(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            users.add(Thread.currentThread());
            return super.getConnection();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoReadsWhileTheApplicationStartsFindsWhatIsSynchronized(boolean deferred) {
        application
                .withBean(EarlyReader.class)
                .withPropertyValues("spring.jpa.defer-datasource-initialization=" + deferred)
                .run(context ->
                        assertThat(context.getBean(EarlyReader.class).types).containsExactly("Article"));
    }

    static final class EarlyReader {
        private final List<String> types;

        EarlyReader(Catalog catalog) {
            types = catalog.types().stream().map(EffectiveType::name).toList();
        }
    }

    @Test
    void anApplicationsOwnOnesAreLeftAlone() {
        try (Synchronizer other =
                Synchronizer.builder().dataSource(database.dataSource()).build()) {
            application
                    .withBean("readers", Catalog.class, other::catalog)
                    .withBean("savers", Overrides.class, other::overrides)
                    .withBean("makers", Definitions.class, other::definitions)
                    .run(context -> {
                        assertThat(context.getBean(Catalog.class)).isSameAs(other.catalog());
                        assertThat(context.getBean(Overrides.class)).isSameAs(context.getBean("savers"));
                        assertThat(context.getBean(Definitions.class)).isSameAs(context.getBean("makers"));
                    });
        }
    }

    @Test
    void otherThingsOfAnApplicationMayHaveThosePlainNames() {
        application
                .withBean("catalog", String.class, () -> "of seeds")
                .withBean("overrides", String.class, () -> "of a season")
                .withBean("definitions", String.class, () -> "of words")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Catalog.class)
                        .hasSingleBean(Overrides.class)
                        .hasSingleBean(Definitions.class));
    }

    @Test
    void withoutASynchronizerThereAreNone() {
        Applications.withoutDatabase().run(CatalogBeansTest::hasNone);
        application.withPropertyValues("synchronizer.enabled=false").run(CatalogBeansTest::hasNone);
    }

    private static void hasNone(ApplicationContext context) {
        assertThat(context.getBeanNamesForType(Catalog.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Overrides.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Definitions.class)).isEmpty();
    }

    private Set<Thread> ownPolling() {
        Set<Thread> now = polling();
        now.removeAll(before);
        return now;
    }

    private static Set<Thread> polling() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("synchronizer-catalog"))
                .collect(Collectors.toSet());
    }
}
