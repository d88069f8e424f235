package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ContentUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an application counts of content in stores of its own keeps types as the synchronizer's own content does. */
class ContentElsewhereTest {
    private static final ContentUsage ARTICLES = asked -> Map.of(Address.ofType("Article"), 2L);
    private static final ContentUsage TOPICS = asked -> Map.of(Address.ofType("Topic"), 1L);

    private final TestDatabase database = H2Server.inMemory();
    private ApplicationContextRunner next;

    @TempDir
    Path folder;

    @BeforeEach
    void aReleaseThatDropsTwoTypes() {
        Applications.on(database)
                .withPropertyValues("synchronizer.models="
                        + Applications.site(folder, "1.0", "Article", "Quote", "Teaser", "Topic"))
                .run(context -> assertThat(context).hasNotFailed());
        next = Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.1", "Teaser"));
    }

    @Test
    void withoutSuchABeanNothingElseIsCounted() {
        next.run(context -> assertThat(types(context)).containsExactly("Teaser"));
    }

    @Test
    void oneBeanIsAsked() {
        next.withBean(ContentUsage.class, () -> ARTICLES)
                .run(context -> assertThat(types(context)).containsExactly("Article", "Teaser"));
    }

    @Test
    void severalAreAllAskedAndAddedUp() {
        next.withBean("articles", ContentUsage.class, () -> ARTICLES)
                .withBean("archive", ContentUsage.class, () -> ARTICLES)
                .withBean("topics", ContentUsage.class, () -> TOPICS)
                .withPropertyValues("synchronizer.commit=false")
                .run(context -> assertThat(context.getBean(Synchronizer.class)
                                .analyze()
                                .plan()
                                .types())
                        .extracting(type -> type.name() + " " + type.radius().items())
                        .containsExactly("Article 4", "Quote 0", "Teaser 0", "Topic 1"));
    }

    @Test
    void whatIsNoCountEndsTheStartAndTakesNothingFromWhatOthersCount() {
        next.withBean("articles", ContentUsage.class, () -> ARTICLES)
                .withBean("broken", ContentUsage.class, () -> asked -> Map.of(Address.ofType("Article"), -2L))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("the application's ContentUsage answered -2 for Article"));
    }

    @Test
    void aCustomizerHasTheLastWord() {
        next.withBean(ContentUsage.class, () -> ARTICLES)
                .withBean(SynchronizerBuilderCustomizer.class, () -> builder -> builder.contentUsage(TOPICS))
                .run(context -> assertThat(types(context)).containsExactly("Teaser", "Topic"));
    }

    @Test
    void itMayCountByTheDataSource() {
        new JdbcTemplate(database.dataSource()).execute("create table article as select 1 as id");

        next.withBean(Archive.class).run(context -> assertThat(types(context)).containsExactly("Article", "Teaser"));
    }

    record Archive(DataSource dataSource) implements ContentUsage {
        @Override
        public Map<Address, Long> count(Set<Address> asked) {
            Long articles = new JdbcTemplate(dataSource).queryForObject("select count(*) from article", Long.class);
            return articles == null ? Map.of() : Map.of(Address.ofType("Article"), articles);
        }
    }

    @Test
    void oneThatWaitsForTheTypesItselfIsFoundByTheFirstStartEvenIfNothingIsToBeCounted() {
        Applications.on(H2Server.inMemory())
                .withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"))
                .withBean(Waiting.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(BeanCurrentlyInCreationException.class));
    }

    record Waiting(JdbcTemplate jdbc) implements ContentUsage {
        @Override
        public Map<Address, Long> count(Set<Address> asked) {
            return Map.of();
        }
    }

    private static List<String> types(AssertableApplicationContext context) {
        return context.getBean(Synchronizer.class).stored().types().stream()
                .map(StoredType::name)
                .toList();
    }
}
