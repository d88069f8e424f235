package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Items;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.integration.Connector;
import dev.synchronizer.integration.IdTranslator;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.OutgoingTask;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggingEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Connectors and handlers of tasks that are beans of the application. */
class StagingBeansTest {
    private ApplicationContextRunner application;

    @TempDir
    Path folder;

    @BeforeEach
    void oneModel() {
        application = Applications.on(H2Server.inMemory())
                .withPropertyValues("synchronizer.models=" + Applications.site(folder, "1.0", "Article"));
    }

    /** Another system, which remembers what it was told. */
    static final class Shop implements Connector {
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public List<Subscription> subscriptions() {
            return List.of(Subscription.to(Subscription.Form.SNAPSHOT));
        }

        @Override
        public Outcome process(OutgoingTask task, IdTranslator ids) {
            told.add(task.operation() + " " + task.name());
            return Outcome.OK;
        }
    }

    /** Has nobody told of what is secret. */
    static final class Discreet implements TaskHandler {
        @Override
        public String name() {
            return "discreet";
        }

        @Override
        public void taskLogging(TaskLoggingEvent event) {
            if (event.task().name().startsWith("Secret")) {
                event.drop();
            }
        }
    }

    @Test
    void connectorsAreToldAndHandlersAreAsked() {
        application.withBean(Shop.class).withBean(Discreet.class).run(context -> {
            Items items = context.getBean(Items.class);
            items.create("Ada", NewItem.of("Article", "One"));
            items.create("Ada", NewItem.of("Article", "Secret"));

            context.getBean(Integration.class).runAll("shop", task -> {});

            assertThat(context.getBean(Shop.class).told).containsExactly("CREATE One");
        });
    }

    @ParameterizedTest
    @CsvSource({"task-interval,1ms", "task-lease,2h", "task-retention,-1d"})
    void whatMakesNoSenseEndsTheStartUnderItsName(String property, String value) {
        application
                .withPropertyValues("synchronizer.staging." + property + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("synchronizer.staging." + property + ": "));
    }

    @Test
    void secretsAreShownNowhere() {
        application
                .withPropertyValues("synchronizer.staging.secrets.public=correct-horse-battery-staple-42")
                .run(context -> assertThat(
                                context.getBean(StagingProperties.class).toString())
                        .contains("public")
                        .doesNotContain("staple"));
    }
}
