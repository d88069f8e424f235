package dev.synchronizer.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.ItemQuery;
import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.transfer.ItemTransfer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** What an application is given to keep its items. */
class ContentBeansTest {
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
    void theyAreThoseOfTheSynchronizer() {
        application.run(context -> {
            Items items = context.getBean(Items.class);

            assertThat(items).isSameAs(context.getBean(Synchronizer.class).items());
            Item saved = items.create("Ada", NewItem.of("Article", "Opening").with("title", "Soon"));
            assertThat(items.get(saved.id()).get("title")).contains("Soon");
        });
    }

    @Test
    void theyAreCarriedOutByABeanOfItsOwn() {
        application.withBean(FirstArticle.class).run(context -> {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();

            assertThat(context.getBean(ItemTransfer.class).export(ItemQuery.all(), lines))
                    .isOne();
            assertThat(lines.toString(UTF_8)).contains("\"name\":\"Opening\"");
        });
    }

    @Test
    void theyAreNotMadeUnlessSomebodyAsksForThem() {
        application.run(context -> {
            assertThat(context).hasSingleBean(Items.class);
            assertThat(isMade(context.getSourceApplicationContext(), "contentItems"))
                    .isFalse();
        });
    }

    private static boolean isMade(ConfigurableApplicationContext context, String bean) {
        return context.getBeanFactory().containsSingleton(bean);
    }

    @Test
    void whoKeepsItemsWhileTheApplicationStartsFindsTheTypesInStep() {
        application.withBean(FirstArticle.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Items.class).list(ItemQuery.ofTypes("Article")))
                    .extracting(Item::name)
                    .containsExactly("Opening");
        });
    }

    static final class FirstArticle {
        FirstArticle(Items items) {
            items.create("Ada", NewItem.of("Article", "Opening"));
        }
    }

    @Test
    void whatIsKeptKeepsItsTypeWhenTheClassGoes() {
        application
                .withBean(FirstArticle.class)
                .run(context -> assertThat(context).hasNotFailed());

        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.1", "Topic"))
                .run(context -> {
                    assertThat(context.getBean(Synchronizer.class).stored().types())
                            .extracting(StoredType::name)
                            .containsExactly("Article", "Topic");
                    assertThat(context.getBean(ApplicationSynchronizer.class)
                                    .state()
                                    .counts())
                            .isEqualTo(new TypeCounts(1, 0, 0, 0, 1, 0));
                });
    }

    @Test
    void anApplicationsOwnOnesAreLeftAlone() {
        try (Synchronizer other =
                Synchronizer.builder().dataSource(database.dataSource()).build()) {
            application
                    .withBean("archive", Items.class, other::items)
                    .run(context -> assertThat(context.getBean(Items.class)).isSameAs(other.items()));
        }
    }

    @Test
    void otherThingsOfAnApplicationMayHaveThatPlainName() {
        application
                .withBean("items", String.class, () -> "of a list")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Items.class));
    }

    @Test
    void withoutASynchronizerThereAreNone() {
        for (ApplicationContextRunner each :
                List.of(Applications.withoutDatabase(), application.withPropertyValues("synchronizer.enabled=false"))) {
            each.run(context -> assertThat(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(context, Items.class))
                    .isEmpty());
        }
    }
}
