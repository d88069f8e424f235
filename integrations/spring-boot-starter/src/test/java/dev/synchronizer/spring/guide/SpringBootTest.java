package dev.synchronizer.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.SyncReport;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.spring.ApplicationSynchronizer;
import dev.synchronizer.spring.SynchronizationStatus;
import dev.synchronizer.spring.SynchronizerAutoConfiguration;
import dev.synchronizer.spring.SynchronizerBuilderCustomizer;
import dev.synchronizer.spring.SynchronizerDataSource;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.RunRecord;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the guide says about Spring Boot, done on an embedded database. */
class SpringBootTest {
    private static final TestDatabase TYPES = H2Server.inMemory();

    private final TestDatabase database = H2Server.inMemory();

    @TempDir
    Path folder;

    @Test
    void thePropertiesOfTheGuideSynchronizeTheClassPathOfTheApplication() throws IOException {
        Path site = site("Article", "Page");
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {site.toUri().toURL()}, getClass().getClassLoader())) {
            application(database)
                    .withInitializer(context -> ConfigDataEnvironmentPostProcessor.applyTo(
                            context.getEnvironment(), context, null, List.of()))
                    .withSystemProperties("spring.config.location=classpath:guide/application.properties")
                    .withClassLoader(application)
                    .run(context -> {
                        assertThat(types(context)).containsExactly("Article", "Page");
                        assertThat(context.getBean(Synchronizer.class).runs(1))
                                .extracting(RunRecord::actor)
                                .containsExactly("acme-site");
                    });
        }
    }

    @Test
    void aCustomizerAndADataSourceOfItsOwn() {
        application(database)
                .withUserConfiguration(ContentTypes.class)
                .withPropertyValues("synchronizer.models=" + site("Article"))
                .run(context -> {
                    assertThat(types(context)).containsExactly("Article");
                    assertThat(context.getBean(Synchronizer.class).runs(1))
                            .extracting(RunRecord::actor)
                            .containsExactly("node-7");
                    try (Synchronizer other = Synchronizer.builder()
                            .dataSource(TYPES.dataSource())
                            .build()) {
                        assertThat(other.stored().types()).hasSize(1);
                    }
                });
    }

    // guide: beans
    @Configuration
    static class ContentTypes {
        @Bean(defaultCandidate = false)
        @SynchronizerDataSource
        DataSource contentTypes() {
            return ownerOfTheTables();
        }

        @Bean
        SynchronizerBuilderCustomizer actorIsTheNode() {
            return builder -> builder.actor(nodeName());
        }
        // end

        private static DataSource ownerOfTheTables() {
            return TYPES.dataSource();
        }

        private static String nodeName() {
            return "node-7";
        }
    }

    @Test
    void oneTypeOfAnApplicationThatOnlyAnalyses() {
        application(database)
                .withPropertyValues("synchronizer.commit=false", "synchronizer.models=" + site("Article", "Page"))
                .run(context -> {
                    ApplicationSynchronizer synchronizer = context.getBean(ApplicationSynchronizer.class);
                    // guide: one type with Spring Boot
                    if (synchronizer.state().status() == SynchronizationStatus.PENDING) {
                        SyncReport report = synchronizer.synchronizeType("Article");
                        System.out.println(report.plan().summary().rowsWritten() + " rows");
                    }
                    // end
                    assertThat(types(context)).containsExactly("Article");
                });
    }

    @Test
    void readingAndSaving() {
        application(database)
                .withUserConfiguration(Editors.class)
                .withPropertyValues("synchronizer.models=" + site("Article"))
                .run(context -> assertThat(context.getBean(Editors.class).rename("Article", "Story", "Ada"))
                        .isEqualTo("Story"));
    }

    // guide: reading and saving with Spring Boot
    @Component
    static class Editors {
        private final Catalog catalog;
        private final Overrides overrides;

        Editors(Catalog catalog, Overrides overrides) {
            this.catalog = catalog;
            this.overrides = overrides;
        }

        String rename(String type, String title, String editor) {
            overrides.set(editor, Address.ofType(type), NewSettings.none().with("displayName", title));
            return catalog.type(type).orElseThrow().settings().text(SettingKey.DISPLAY_NAME);
        }
    }
    // end

    @Test
    void keepingItems() {
        application(database)
                .withUserConfiguration(Newsroom.class)
                .withPropertyValues("synchronizer.models=" + site("Article"))
                .run(context -> {
                    UUID id = context.getBean(Newsroom.class).announce("Opening", "Ada");
                    assertThat(context.getBean(Items.class).get(id).createdBy()).isEqualTo("Ada");
                });
    }

    // guide: items with Spring Boot
    @Component
    static class Newsroom {
        private final Items items;

        Newsroom(Items items) {
            this.items = items;
        }

        UUID announce(String headline, String editor) {
            return items.create(editor, NewItem.of("Article", headline)).id();
        }
    }
    // end

    @Test
    void contentElsewhere() {
        JdbcClient.create(database.dataSource())
                .sql("create table archived as select 'Opening' as headline")
                .update();
        application(database)
                .withPropertyValues("synchronizer.models=" + site("Article", "Page"))
                .run(context -> {});
        application(database)
                .withUserConfiguration(Archive.class)
                .withPropertyValues("synchronizer.models=" + site("Topic"))
                .run(context -> assertThat(types(context)).containsExactly("Article", "Topic"));
    }

    @Configuration
    static class Archive {
        // guide: content elsewhere with Spring Boot
        @Bean
        ContentUsage archive(DataSource dataSource) {
            JdbcClient jdbc = JdbcClient.create(dataSource);
            return asked -> {
                long articles = jdbc.sql("select count(*) from archived")
                        .query(Long.class)
                        .single();
                return Map.of(Address.ofType("Article"), articles);
            };
        }
        // end
    }

    private static ApplicationContextRunner application(TestDatabase database) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SynchronizerAutoConfiguration.class))
                .withBean(DataSource.class, database::dataSource);
    }

    private static List<String> types(ApplicationContext context) {
        return context.getBean(Synchronizer.class).stored().types().stream()
                .map(StoredType::name)
                .toList();
    }

    private Path site(String... types) {
        ModelJar jar = ModelJar.of().version("acme-site", "1.0");
        for (String type : types) {
            jar.with("package com.acme; @dev.synchronizer.annotation.ContentType public class " + type + " {}");
        }
        return jar.jar(folder.resolve("acme-site.jar"));
    }
}
