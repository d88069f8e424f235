package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.RunRecord;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** When there is a synchronizer, of what it is made, and what else there is. */
class AutoConfigurationTest {
    private final TestDatabase database = H2Server.inMemory();
    private ApplicationContextRunner application;

    @TempDir
    Path folder;

    @BeforeEach
    void oneModel() {
        application = Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"));
    }

    @Test
    void aDataSourceIsEnough() {
        application.run(context -> {
            assertThat(context).hasSingleBean(Synchronizer.class).hasSingleBean(ApplicationSynchronizer.class);
            assertThat(context.getBean(Synchronizer.class).stored().types())
                    .extracting(StoredType::name)
                    .containsExactly("Article");
        });
    }

    @Test
    void withoutADataSourceThereIsNothing() {
        Applications.withoutDatabase()
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Synchronizer.class)
                        .doesNotHaveBean(ApplicationSynchronizer.class)
                        .doesNotHaveBean(SynchronizerEndpoint.class)
                        .doesNotHaveBean(MeterBinder.class)
                        .doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void switchedOffThereIsNothing() {
        application
                .withPropertyValues("synchronizer.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Synchronizer.class)
                        .doesNotHaveBean(ApplicationSynchronizer.class)
                        .doesNotHaveBean(SynchronizerEndpoint.class));
    }

    @Test
    void anApplicationsOwnSynchronizerIsTheOneThatRuns() {
        Synchronizer own = Synchronizer.builder()
                .dataSource(database.dataSource())
                .models(Applications.site(folder, "2.0", "Topic"))
                .build();

        application.withBean(Synchronizer.class, () -> own).run(context -> {
            assertThat(context.getBean(Synchronizer.class)).isSameAs(own);
            assertThat(own.stored().types()).extracting(StoredType::name).containsExactly("Topic");
        });
    }

    @Test
    void customizersHaveTheLastWordInTheirOrder() {
        application
                .withPropertyValues("synchronizer.actor=properties")
                .withBean("second", SynchronizerBuilderCustomizer.class, () -> new Naming(2, "second"))
                .withBean("first", SynchronizerBuilderCustomizer.class, () -> new Naming(1, "first"))
                .run(context -> assertThat(context.getBean(Synchronizer.class).runs(1))
                        .extracting(RunRecord::actor)
                        .containsExactly("second"));
    }

    private record Naming(int order, String name) implements SynchronizerBuilderCustomizer, Ordered {
        @Override
        public void customize(SynchronizerBuilder builder) {
            builder.actor(name);
        }

        @Override
        public int getOrder() {
            return order;
        }
    }

    @Test
    void ofSeveralDataSourcesTheMarkedOneHoldsTheTypes() {
        application.withUserConfiguration(MarkedDataSource.class).run(context -> {
            assertThat(context.getBean(Synchronizer.class).stored().types()).hasSize(1);
            try (Synchronizer marked = Synchronizer.builder()
                    .dataSource(context.getBean("types", DataSource.class))
                    .build()) {
                assertThat(marked.stored().types()).hasSize(1);
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedDataSource {
        @Bean
        @SynchronizerDataSource
        DataSource types() {
            return H2Server.inMemory().dataSource();
        }
    }

    @Test
    void aMarkedDataSourceIsEnoughEvenIfNothingElseMayUseIt() {
        Applications.withoutDatabase()
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"))
                .withUserConfiguration(HiddenDataSource.class)
                .run(context -> assertThat(
                                context.getBean(Synchronizer.class).stored().types())
                        .hasSize(1));
    }

    @Configuration(proxyBeanMethods = false)
    static class HiddenDataSource {
        @Bean(defaultCandidate = false)
        @SynchronizerDataSource
        DataSource types() {
            return H2Server.inMemory().dataSource();
        }
    }

    @Test
    void ofSeveralDataSourcesWithoutAnyMarkNoneIsGuessed() {
        Applications.withoutDatabase()
                .withBean("one", DataSource.class, database::dataSource)
                .withBean("another", DataSource.class, () -> H2Server.inMemory().dataSource())
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("@SynchronizerDataSource"));
    }

    @Test
    void itRunsEvenWhereBeansAreLazy() {
        application
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> {
                    try (Synchronizer other = Synchronizer.builder()
                            .dataSource(database.dataSource())
                            .build()) {
                        assertThat(other.stored().types()).hasSize(1);
                    }
                });
    }

    @Test
    void withoutTheActuatorThereIsNoEndpointAndItStarts() {
        application
                .withPropertyValues("management.endpoints.web.exposure.include=*")
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ApplicationSynchronizer.class)
                        .doesNotHaveBean("synchronizerEndpoint"));
    }

    @Test
    void anEndpointIsThereWhereItIsExposed() {
        application.run(context -> assertThat(context).doesNotHaveBean(SynchronizerEndpoint.class));
        application
                .withPropertyValues("management.endpoints.web.exposure.include=synchronizer")
                .run(context -> assertThat(context).hasSingleBean(SynchronizerEndpoint.class));
    }

    @Test
    void withoutHealthThereIsNoContributionAndItStarts() {
        application.run(context -> assertThat(context).hasBean("synchronizerHealthIndicator"));
        application
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ApplicationSynchronizer.class)
                        .doesNotHaveBean("synchronizerHealthIndicator"));
    }

    @Test
    void theContributionToHealthCanBeSwitchedOff() {
        application
                .withPropertyValues("management.health.synchronizer.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("synchronizerHealthIndicator"));
    }

    @Test
    void withoutMicrometerThereAreNoMetersAndItStarts() {
        application.run(context -> assertThat(context).hasBean("synchronizerMetrics"));
        application
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ApplicationSynchronizer.class)
                        .doesNotHaveBean("synchronizerMetrics"));
    }

    @Test
    void withoutSpringsJpaItStarts() {
        application
                .withPropertyValues("spring.jpa.defer-datasource-initialization=true")
                .withClassLoader(new FilteredClassLoader("org.springframework.orm", "org.springframework.boot.jpa"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ApplicationSynchronizer.class));
    }
}
