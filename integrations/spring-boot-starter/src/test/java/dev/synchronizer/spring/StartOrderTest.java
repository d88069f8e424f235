package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Types are stored before a persistence unit starts, and after the application's own migrations. The persistence unit
 * of the application validates its tables, {@code ct_type} among them, so that it would not even start before.
 */
class StartOrderTest {
    private static final String SYNCHRONIZER = "applicationSynchronizer";
    private static final String PERSISTENCE_UNIT = "entityManagerFactory";

    private final TestDatabase database = H2Server.inMemory();

    @Test
    void theTypesComeBeforeThePersistenceUnitAndWhateverReadsByJdbc() {
        List<String> order = orderOfStart();

        assertThat(order).containsSubsequence("dataSource", SYNCHRONIZER, PERSISTENCE_UNIT);
        assertThat(order).containsSubsequence(SYNCHRONIZER, "jdbcTemplate");
        assertThat(order).containsSubsequence(SYNCHRONIZER, "jdbcClient");
    }

    @Test
    void flywayFindsItsSchemaEmptyAndGoesFirst() {
        assertThat(orderOfStart("spring.flyway.enabled=true"))
                .containsSubsequence("flywayInitializer", SYNCHRONIZER, PERSISTENCE_UNIT);
        assertThat(orderOfStart("spring.flyway.enabled=true"))
                .as("a second start")
                .containsSubsequence("flywayInitializer", SYNCHRONIZER, PERSISTENCE_UNIT);
    }

    @Test
    void anApplicationsOwnLiquibaseGoesFirstAndSharesTheDatabase() {
        assertThat(orderOfStart("spring.liquibase.enabled=true"))
                .containsSubsequence("liquibase", SYNCHRONIZER, PERSISTENCE_UNIT);
        assertThat(orderOfStart("spring.liquibase.enabled=true"))
                .as("a second start")
                .containsSubsequence("liquibase", SYNCHRONIZER, PERSISTENCE_UNIT);
    }

    @Test
    void scriptsGoFirst() {
        assertThat(orderOfStart(
                        "spring.sql.init.schema-locations=classpath:db/script/site.sql", "spring.sql.init.mode=always"))
                .containsSubsequence("dataSourceScriptDatabaseInitializer", SYNCHRONIZER, PERSISTENCE_UNIT);
    }

    @Test
    void scriptsThatAreDeferredUntilAfterThePersistenceUnitDoNotDeferTheTypes() {
        assertThat(orderOfStart(
                        "spring.sql.init.schema-locations=classpath:db/script/site.sql",
                        "spring.sql.init.mode=always",
                        "spring.jpa.defer-datasource-initialization=true"))
                .containsSubsequence(SYNCHRONIZER, PERSISTENCE_UNIT, "dataSourceScriptDatabaseInitializer");
    }

    /** The names of the application's beans in the order in which they are ready. */
    private List<String> orderOfStart(String... properties) {
        List<String> order = new ArrayList<>();
        BeanPostProcessor recorder = new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                order.add(name);
                return bean;
            }
        };
        RunningSite.start(database, context -> context.getBeanFactory().addBeanPostProcessor(recorder), properties)
                .close();
        return order;
    }
}
