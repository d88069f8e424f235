package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggingEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

/** H: what a connector has said is not lost where it cannot be kept at once, and holds no secret where it is. */
class H2UnkeptTest {
    @TempDir
    Path folder;

    private final OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));

    /** A database that is away for as many calls as somebody says. */
    private static DataSource awayFor(AtomicInteger calls, DataSource dataSource) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && calls.getAndDecrement() > 0) {
                        throw new SQLException("the database is away", "08001");
                    }
                    try {
                        return method.invoke(dataSource, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @OnEveryDatabase
    void whatIsBoundWhileTheDatabaseGoesAwayIsKeptWhenItIsBack(Product product) {
        bindsWhileTheDatabaseIsAway(product, 1_000);
    }

    @OnEveryDatabase
    void whatIsBoundIsNotLostByOneFailureEither(Product product) {
        bindsWhileTheDatabaseIsAway(product, 1);
    }

    private void bindsWhileTheDatabaseIsAway(Product product, int calls) {
        AtomicInteger away = new AtomicInteger();
        crm.answering((task, ids) -> {
            ids.bind(task.item().orElseThrow(), "C-17");
            away.set(calls);
            return Outcome.OK;
        });
        DataSource database = awayFor(away, product.freshDatabase().dataSource());
        try (Connected site = Connected.start(product, folder, builder -> builder.dataSource(database), crm)) {
            var item = site.create("One");
            assertThatThrownBy(() -> site.run(crm)).isInstanceOf(ProblemsException.class);
            away.set(0);
            assertThat(site.task(crm).state()).isEqualTo(DeliveryState.RUNNING);

            site.later(Duration.ofMinutes(2));
            site.run(crm);

            assertThat(crm.told()).hasSize(1);
            assertThat(site.integration().ids("crm").item("C-17")).contains(item.id());
            assertThat(site.tasks(crm)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void whatIsThrownIsKeptWithoutSecrets(Product product) {
        crm.answering((task, ids) -> {
            throw new IllegalStateException("https://anna:S3CRET@crm.example.org/?key=S3CRET said password=S3CRET");
        });
        try (Connected site = Connected.start(product, folder, crm)) {
            site.create("One");
            site.run(crm);

            assertThat(site.task(crm).messages()).containsExactly("https://***@crm.example.org/?*** said password=***");
        }
    }

    @OnEveryDatabase
    void whatAHandlerThrowsDoesNotCountAsATaskThatCanNeverBeKept(Product product) {
        TaskHandler strict = new TaskHandler() {
            @Override
            public String name() {
                return "strict";
            }

            @Override
            public void taskLogging(TaskLoggingEvent event) {
                throw new IllegalArgumentException("not today");
            }
        };
        try (Connected site = Connected.start(product, folder, builder -> builder.taskHandler(strict), crm)) {
            IncomingTask task = new IncomingTask("1", "a-1", "save", "One");

            assertThatThrownBy(() -> site.integration().receive("crm", task))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("strict")
                    .hasMessageContaining("not today");
        }
    }
}
