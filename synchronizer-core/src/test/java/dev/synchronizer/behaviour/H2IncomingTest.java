package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.IdTranslator;
import dev.synchronizer.integration.IncomingChange;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.integration.UnknownForeignIdException;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import dev.synchronizer.task.RunSummary;
import dev.synchronizer.task.TaskHandler;
import dev.synchronizer.task.TaskLoggedEvent;
import dev.synchronizer.task.TaskLoggingEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;

/** H: what another system sends is kept first, and saved through the path of all saves, with effect once. */
class H2IncomingTest {
    @TempDir
    Path folder;

    private final OtherSystem crm = new OtherSystem("crm");

    @OnEveryDatabase
    void whatComesIsMadeAndThenChangedUnderTheIdOfTheOtherSystem(Product product) {
        List<SaveOrigin> origins = new CopyOnWriteArrayList<>();
        Listener listener = Listener.of("listener").onSaving(event -> origins.add(event.origin()));
        try (Connected site = Connected.start(product, folder, builder -> builder.saveHandler(listener), crm)) {
            site.receive(crm, "1", "a-1", "One");
            assertThat(site.items()).as("it is only kept").isEmpty();
            site.run(crm);
            Item made = site.items().get(0);
            Item edited = site.site().items().save("Ada", made.with("teaser", "ours"));
            site.receive(crm, "2", "a-1", "Two");
            site.run(crm);

            assertThat(site.items()).hasSize(1);
            Item changed = site.items().get(0);
            assertThat(changed.id()).isEqualTo(made.id());
            assertThat(changed.name()).isEqualTo("Two");
            assertThat(changed.values()).isEqualTo(edited.values().with("title", "Two"));
            assertThat(changed.savedBy()).isEqualTo("crm");
            assertThat(origins).containsExactly(SaveOrigin.CONNECTOR, SaveOrigin.API, SaveOrigin.CONNECTOR);
            assertThat(site.integration().ids("crm").item("a-1")).contains(made.id());
        }
    }

    @OnEveryDatabase
    void whatComesTwiceHasEffectOnce(Product product) {
        try (Connected site = Connected.start(product, folder, crm)) {
            assertThat(site.receive(crm, "1", "a-1", "One")).isTrue();
            assertThat(site.receive(crm, "1", "a-1", "One")).isFalse();
            site.run(crm);
            assertThat(site.receive(crm, "1", "a-1", "One")).isFalse();
            site.run(crm);

            assertThat(site.items()).extracting(Item::revision).containsExactly(1L);
            assertThat(site.tasks(crm)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void whatComesToTwoThreadsAtOnceIsKeptOnce(Product product) throws Exception {
        try (Connected site = Connected.start(product, folder, crm)) {
            site.integration().connectors().list();
            for (int round = 0; round < 10; round++) {
                String id = "id-" + round;
                Callable<Boolean> receiving = () -> site.receive(crm, id, id, "One");
                assertThat(AtOnce.all(List.of(receiving, receiving))).containsExactlyInAnyOrder(true, false);
            }
            Callable<RunSummary> running = () -> site.run(crm);
            assertThat(AtOnce.all(List.of(running, running)).stream()
                            .mapToLong(RunSummary::total)
                            .sum())
                    .isEqualTo(10);
            assertThat(site.items()).hasSize(10).extracting(Item::revision).containsOnly(1L);
        }
    }

    @OnEveryDatabase
    void whatNeedsAnItemThatHasNotComeWaitsForIt(Product product) {
        crm.mapping(H2IncomingTest::related);
        try (Connected site = Connected.start(product, folder, crm)) {
            site.receive(crm, "1", "child", "parent");
            site.receive(crm, "2", "child", "parent");
            site.run(crm);
            ConnectorTask waiting = site.tasks(crm).get(0);
            assertThat(waiting.state()).isEqualTo(DeliveryState.BLOCKED);
            assertThat(waiting.missing()).contains("parent");
            assertThat(waiting.messages()).singleElement().asString().contains("parent");

            site.receive(crm, "3", "parent", "");
            site.run(crm);

            assertThat(site.tasks(crm)).allMatch(ConnectorTask::isDone);
            UUID parent = site.integration().ids("crm").require("parent");
            UUID child = site.integration().ids("crm").require("child");
            assertThat(site.site().items().get(child).values().get("related")).contains(new ContentReference(parent));
        }
    }

    private static IncomingChange related(IncomingTask task, IdTranslator ids) {
        IncomingChange.Saved saved =
                IncomingChange.saved(task.key(), "Article", task.key()).with("title", task.key());
        return task.payload().isEmpty()
                ? saved
                : saved.with("related", new ContentReference(ids.require(task.payload())));
    }

    @OnEveryDatabase
    void anIdThatIsBoundByHandIsNoLongerWaitedFor(Product product) {
        crm.mapping(H2IncomingTest::related);
        try (Connected site = Connected.start(product, folder, crm)) {
            Item parent = site.create("Parent");
            site.receive(crm, "1", "child", "parent");
            site.run(crm);
            assertThat(site.run(crm).total()).as("it waits").isZero();

            site.integration().ids("crm").bind(parent.id(), "parent");

            assertThat(site.run(crm).count(DeliveryState.DONE)).isEqualTo(1);
            assertThatThrownBy(() -> site.integration().ids("crm").require("nobody"))
                    .isInstanceOf(UnknownForeignIdException.class);
        }
    }

    @OnEveryDatabase
    void whatIsDeletedThereGoesIntoTheRecycleBinAndComesBackWithTheNextChange(Product product) {
        crm.mapping((task, ids) -> switch (task.payload()) {
            case "" -> IncomingChange.deleted(task.key());
            case "-" -> IncomingChange.ignored();
            default ->
                IncomingChange.saved(task.key(), "Article", task.payload()).with("title", task.payload());
        });
        try (Connected site = Connected.start(product, folder, crm)) {
            site.receive(crm, "1", "a-1", "");
            site.receive(crm, "2", "a-1", "One");
            site.receive(crm, "3", "a-1", "");
            site.receive(crm, "4", "a-1", "-");
            site.receive(crm, "5", "a-1", "");
            site.run(crm);
            assertThat(site.tasks(crm)).allMatch(ConnectorTask::isDone);
            UUID id = site.integration().ids("crm").require("a-1");
            assertThat(site.site().items().get(id).isDeleted()).isTrue();

            site.receive(crm, "6", "a-1", "Two");
            site.run(crm);
            assertThat(site.site().items().get(id).isDeleted()).isFalse();
            assertThat(site.site().items().get(id).name()).isEqualTo("Two");

            site.site().items().delete("Ada", id);
            site.site().items().purge("Ada", id);
            site.receive(crm, "7", "a-1", "Three");
            site.run(crm);
            assertThat(site.integration().ids("crm").require("a-1")).isNotEqualTo(id);
            assertThat(site.items()).extracting(Item::name).containsExactly("Three");
        }
    }

    private static NewItem titled(String title) {
        return NewItem.of("Article", title).with("title", title);
    }

    @OnEveryDatabase
    void whatGoesAlongWithWhatIsDeletedThereIsNotToldBack(Product product) {
        OtherSystem both = new OtherSystem("both", Subscription.to(Form.SIMPLE));
        both.mapping((task, ids) -> task.payload().isEmpty()
                ? IncomingChange.deleted(task.key())
                : IncomingChange.saved(task.key(), "Article", task.payload()).with("title", task.payload()));
        OtherSystem other = new OtherSystem("other", Subscription.to(Form.SIMPLE));
        try (Connected site = Connected.start(product, folder, both, other)) {
            site.receive(both, "1", "a-1", "One");
            site.run(both);
            UUID one = site.integration().ids("both").require("a-1");
            UUID below = site.site()
                    .items()
                    .create("Ada", titled("Below").below(one))
                    .id();
            site.site().items().create("Ada", titled("Deeper").below(below));
            site.run(both);
            int heard = both.heard().size();

            site.receive(both, "2", "a-1", "");
            site.run(both);
            site.run(other);

            assertThat(both.heard()).hasSize(heard);
            assertThat(other.heard()).contains("DELETE One", "DELETE Below", "DELETE Deeper");
        }
    }

    @OnEveryDatabase
    void whatAHandlerRefusesIsTriedAgainAndDeadWithItsReason(Product product) {
        Listener censor = Listener.of("censor").onSaving(event -> {
            if (event.after().get("title").filter("secret"::equals).isPresent()) {
                throw event.veto("SECRET", "secrets are not published");
            }
        });
        try (Connected site = Connected.start(product, folder, builder -> builder.saveHandler(censor), crm)) {
            RetryPolicy twice = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 2);
            site.integration().connectors().treat("Ada", "crm", FailurePolicy.PARK, twice);
            site.receive(crm, "1", "a-1", "secret");
            site.receive(crm, "2", "a-1", "fine");
            site.receive(crm, "3", "a-2", "fine");
            site.run(crm);
            assertThat(site.tasks(crm).get(0).state()).isEqualTo(DeliveryState.RETRY);
            site.later(Duration.ofMinutes(1));
            site.run(crm);

            ConnectorTask dead = site.tasks(crm).get(0);
            assertThat(dead.state()).isEqualTo(DeliveryState.DEAD);
            assertThat(dead.outcome()).contains(Outcome.ERROR);
            assertThat(dead.messages()).singleElement().asString().contains("secrets are not published");
            assertThat(site.items()).extracting(Item::name).containsExactly("fine");

            site.integration().drop(dead.id());
            site.run(crm);
            assertThat(site.items()).hasSize(2);
        }
    }

    @OnEveryDatabase
    void whatWasSkippedDoesNotUndoWhatHasComeLater(Product product) {
        boolean[] broken = {true};
        crm.mapping((task, ids) -> {
            if (broken[0] && !task.payload().equals("new")) {
                throw new IllegalStateException("no");
            }
            return IncomingChange.saved(task.key(), "Article", task.payload()).with("title", task.payload());
        });
        try (Connected site = Connected.start(product, folder, crm)) {
            RetryPolicy once = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 1);
            site.integration().connectors().treat("Ada", "crm", FailurePolicy.SKIP, once);
            site.receive(crm, "1", "L1", "old");
            site.receive(crm, "2", "L1", "new");
            site.receive(crm, "3", "L2", "alone");
            site.run(crm);
            broken[0] = false;
            long old = site.tasks(crm, DeliveryState.DEAD).get(0).id();
            assertThatThrownBy(() -> site.integration().retry(old))
                    .hasMessageContaining("CT1006")
                    .hasMessageContaining("the task " + old + " was skipped");
            List<Long> revived = new ArrayList<>();
            site.integration().retryAll("crm", Set.of(DeliveryState.DEAD), task -> revived.add(task.id()));
            assertThat(revived).hasSize(1).doesNotContain(old);
            site.run(crm);

            assertThat(site.items()).extracting(Item::name).containsExactlyInAnyOrder("new", "alone");
            assertThat(site.tasks(crm, DeliveryState.DEAD)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void handlersOfTasksSeeWhatComesAndCanDropIt(Product product) {
        List<String> seen = new ArrayList<>();
        TaskHandler handler = new TaskHandler() {
            @Override
            public String name() {
                return "filter";
            }

            @Override
            public void taskLogging(TaskLoggingEvent event) {
                seen.add("logging " + event.payload());
                if (event.payload().equals("spam")) {
                    event.drop();
                } else {
                    event.payload(event.payload() + "!");
                }
            }

            @Override
            public void taskLogged(TaskLoggedEvent event) {
                seen.add("logged " + event.task().payload() + " for " + event.channels());
                throw new IllegalStateException("it changes nothing");
            }
        };
        try (Connected site = Connected.start(product, folder, builder -> builder.taskHandler(handler), crm)) {
            assertThat(site.receive(crm, "1", "a-1", "One")).isTrue();
            assertThat(site.receive(crm, "2", "a-2", "spam")).isTrue();
            assertThat(site.receive(crm, "2", "a-2", "spam")).isFalse();
            site.run(crm);

            assertThat(seen).containsExactly("logging One", "logged One! for [crm]", "logging spam");
            assertThat(site.items()).extracting(Item::name).containsExactly("One!");
            assertThat(site.site().synchronizer().saveFailures(10))
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.message()).isEqualTo("it changes nothing"));
        }
    }

    @OnEveryDatabase
    void whatNobodyKnowsIsNotTakenIn(Product product) {
        OtherSystem stranger = new OtherSystem("stranger");
        try (Connected site = Connected.start(product, folder, crm)) {
            assertThatThrownBy(() -> site.receive(stranger, "1", "a-1", "One"))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("CT1102");
        }
    }
}
