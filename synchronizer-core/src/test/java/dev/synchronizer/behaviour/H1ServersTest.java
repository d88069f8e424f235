package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.behaviour.Servers.Server;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.staging.Subtree;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.ServerChannel;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskKey;
import dev.synchronizer.task.TaskLoggedEvent;
import dev.synchronizer.task.TaskLoggingEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** H: who is told, of what, and for how long that is kept. */
class H1ServersTest {
    @TempDir
    Path folder;

    private Path models() {
        return Site.jar(
                folder,
                "1.0",
                "@ContentType public class Article {" + property("String", "title") + property("String", "notes")
                        + "}");
    }

    @OnEveryDatabase
    void withoutAServerThatIsEnabledNothingIsLogged(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.create("Article", "Before");
            assertThat(a.tasks()).isEmpty();
            a.tells(b);
            a.create("Article", "Meanwhile");
            a.staging().servers().disable("Ada", "b");
            a.create("Article", "Later");
            assertThat(a.tasks()).hasSize(1);
            a.staging().servers().enable("Ada", "b");
            a.create("Article", "Again");

            a.run(b);

            assertThat(b.items()).extracting(Item::name).containsExactlyInAnyOrder("Meanwhile", "Again");
        }
    }

    @OnEveryDatabase
    void whatIsLoggedForAServerThatIsRemovedIsToldToNobody(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            a.create("Article", "One");

            assertThat(a.staging().servers().remove("Ada", "b")).isEqualTo(1);

            a.tells(b);
            a.create("Article", "Two");
            a.run(b);
            assertThat(b.items()).extracting(Item::name).containsExactly("Two");
            assertThat(a.tasks(DeliveryState.DROPPED)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void whoAServerIsIsRememberedWhenItIsFirstToldSomething(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            a.staging().servers().save("Ada", ServerChannel.target("b", "local:b"));
            a.create("Article", "One");
            a.run(b);

            assertThat(a.staging().servers().get("b").server())
                    .isEqualTo(b.staging().receiving().identity());
        }
    }

    @OnEveryDatabase
    void whatEndedLongAgoIsForgottenAndNothingElse(Product product) {
        HandClock clock = HandClock.at("2026-03-01T10:00:00Z");
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.clock(clock), models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            Item item = a.create("Article", "One");
            a.site().items().save("Ada", item.with("title", "Two"));
            a.run(b);
            a.create("Article", "Waits");
            clock.set("2026-03-20T10:00:00Z");
            a.create("Article", "New");
            assertThat(a.tasks()).hasSize(4);

            a.site().synchronizer().startTasks();
            Until.isSo(() -> a.open() == 0);
            Until.isSo(() -> a.tasks().size() <= 2);

            assertThat(a.tasks()).extracting(task -> task.task().name()).containsExactly("Waits", "New");
        }
    }

    @OnEveryDatabase
    void handlersCanHaveLessToldOrNothing(Product product) {
        List<String> told = new ArrayList<>();
        TaskHandler discreet = new TaskHandler() {
            @Override
            public String name() {
                return "discreet";
            }

            @Override
            public void taskLogging(TaskLoggingEvent event) {
                event.withhold("notes");
                if (event.task().name().startsWith("Secret")) {
                    event.drop();
                }
            }

            @Override
            public void taskLogged(TaskLoggedEvent event) {
                told.add(event.task().name() + " to " + event.channels());
            }
        };
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, builder -> builder.taskHandler(discreet), models());
            Server b = servers.start("b", product, models());
            a.tells(b);
            a.create("Article", "Secret plan");
            Item item = a.site()
                    .items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "One").with("title", "One").with("notes", "for us alone"));
            a.run(b);
            b.site().items().save("Bob", b.get(item.id()).with("notes", "of Bob"));
            a.site().items().save("Ada", item.with("title", "Two"));
            a.run(b);

            assertThat(told).containsExactly("One to [b]", "One to [b]");
            assertThat(b.items()).hasSize(1);
            assertThat(b.get(item.id()).values().get("title")).contains("Two");
            assertThat(b.get(item.id()).values().get("notes")).contains("of Bob");
            assertThat(a.tasks().toString()).doesNotContain("for us alone");
        }
    }

    @OnEveryDatabase
    void aSubtreeIsToldAnewWithWhatIsToGoThereOrWithout(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            Server b = servers.start("b", product, models());
            Item root = a.create("Article", "Root");
            Item child = a.site().createBelow(root.id(), "Article", "Child");
            a.tells(b);
            a.staging().enqueueSubtree("Ada", root.id(), Subtree.INCREMENTAL, Optional.of("b"));
            a.run(b);
            assertThat(b.get(child.id()).parent()).isEqualTo(root.id());
            Item extra = b.site().createBelow(root.id(), "Article", "Extra");

            a.staging().enqueueSubtree("Ada", root.id(), Subtree.INCREMENTAL, Optional.of("b"));
            a.run(b);
            assertThat(b.get(extra.id()).isDeleted()).isFalse();

            a.staging().enqueueSubtree("Ada", root.id(), Subtree.COMPLETE, Optional.of("b"));
            a.run(b);
            assertThat(b.get(extra.id()).isDeleted()).isTrue();
            assertThat(b.get(child.id()).isDeleted()).isFalse();
            assertThat(a.open()).isZero();
        }
    }

    @OnEveryDatabase
    void whatThereIsNotIsSaidWithTheWayOut(Product product) {
        try (Servers servers = new Servers()) {
            Server a = servers.start("a", product, models());
            assertThatThrownBy(() -> a.staging().servers().get("nobody"))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1001");
            assertThatThrownBy(() -> a.staging().servers().save("Ada", ServerChannel.target("b", "ftp://b")))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1002");
            assertThatThrownBy(() -> a.staging().task(17))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1003");
            Set<TaskKey> keys = Set.of(TaskKey.item("0197a000-0000-7000-8000-000000000000"));
            assertThatThrownBy(() -> a.staging().enqueue("Ada", keys, Optional.empty()))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1005");
            Server b = servers.start("b", product, models());
            a.tells(b);
            assertThatThrownBy(() -> a.staging().enqueue("Ada", keys, Optional.empty()))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1006");
        }
    }
}
