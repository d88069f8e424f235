package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** H: what a connector says of a task decides what becomes of it, and of those behind it. */
class H2OutcomesTest {
    private static final RetryPolicy THREE = new RetryPolicy(Duration.ofSeconds(4), Duration.ofMinutes(5), 3);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final OtherSystem shop = new OtherSystem("shop", Subscription.to(Form.SIMPLE));

    @OnEveryDatabase
    void whatTheOtherSystemHasIsDone(Product product) {
        try (Connected site = Connected.start(product, folder, shop)) {
            Item item = site.create("One");

            assertThat(site.run(shop).count(DeliveryState.DONE)).isEqualTo(1);

            assertThat(shop.heard()).containsExactly("CREATE One");
            assertThat(shop.told().get(0).item()).contains(item.id());
            assertThat(shop.told().get(0).payload())
                    .isEqualTo("{\"id\":\"" + item.id() + "\",\"type\":\"Article\",\"name\":\"One\",\"revision\":1}");
            assertThat(site.run(shop).total()).isZero();
        }
    }

    @OnEveryDatabase
    void whatFailsIsTriedAgainWithoutANewChangeAndItsKeyWaits(Product product) {
        try (Connected site = Connected.start(product, folder, shop.answering(Outcome.ERROR))) {
            Item item = site.create("One");
            site.create("Other");
            site.run(shop);
            site.save(item, "Two");
            site.run(shop);
            assertThat(shop.heard()).containsExactly("CREATE One", "CREATE Other");
            assertThat(site.tasks(shop, DeliveryState.RETRY))
                    .hasSize(2)
                    .allSatisfy(task -> assertThat(task.outcome()).contains(Outcome.ERROR));

            shop.answering(Outcome.OK);
            site.later(SOON);
            site.run(shop);

            assertThat(shop.heard())
                    .containsExactly("CREATE One", "CREATE Other", "CREATE One", "CREATE Other", "UPDATE One");
            assertThat(shop.told().get(2).attempt()).isEqualTo(2);
            assertThat(shop.told().get(2).eventId())
                    .isEqualTo(shop.told().get(0).eventId());
            assertThat(site.tasks(shop)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void whatFailsTooOftenIsDeadParksItsKeyAndIsRevived(Product product) {
        shop.answering((task, ids) -> {
            throw new ConnectorException(Outcome.ERROR, "the shop says no");
        });
        try (Connected site = Connected.start(product, folder, shop)) {
            site.integration().connectors().treat("Ada", "shop", FailurePolicy.PARK, THREE);
            Item item = site.create("One");
            exhaust(site);
            site.save(item, "Two");
            site.run(shop);
            assertThat(shop.told()).hasSize(3);
            ConnectorTask dead = site.tasks(shop, DeliveryState.DEAD).get(0);
            assertThat(dead.messages()).containsExactly("the shop says no");

            shop.answering(Outcome.OK);
            site.later(SOON);
            assertThat(site.run(shop).total()).isZero();
            site.integration().retry(dead.id());
            site.run(shop);

            assertThat(shop.heard()).endsWith("CREATE One", "UPDATE One");
            assertThat(site.tasks(shop)).allMatch(ConnectorTask::isDone);
        }
    }

    private void exhaust(Connected site) {
        for (int attempt = 0; attempt < THREE.attempts(); attempt++) {
            site.run(shop);
            site.later(SOON);
        }
    }

    @OnEveryDatabase
    void wherePoliciesSayDeadTasksAreSkippedOrStopAll(Product product) {
        shop.answering((task, ids) -> task.name().equals("One") ? Outcome.ERROR : Outcome.OK);
        try (Connected site = Connected.start(product, folder, shop)) {
            site.integration().connectors().treat("Ada", "shop", FailurePolicy.STOP, THREE);
            Item item = site.create("One");
            exhaust(site);
            site.create("Other");
            site.run(shop);
            assertThat(shop.heard()).containsOnly("CREATE One");

            site.integration().connectors().treat("Ada", "shop", FailurePolicy.SKIP, THREE);
            site.integration().retry(site.tasks(shop, DeliveryState.DEAD).get(0).id());
            exhaust(site);
            shop.answering(Outcome.OK);
            site.save(item, "Two");
            site.run(shop);

            assertThat(shop.heard()).contains("CREATE Other").endsWith("UPDATE One");
        }
    }

    @OnEveryDatabase
    void whatFailsForGoodIsListedAndItsKeyGoesOn(Product product) {
        try (Connected site = Connected.start(product, folder, shop.answering(Outcome.ERROR_AND_SKIP))) {
            Item item = site.create("One");
            site.run(shop);
            shop.answering(Outcome.OK);
            site.save(item, "Two");
            site.later(Duration.ofDays(1));
            site.run(shop);

            assertThat(shop.heard()).containsExactly("CREATE One", "UPDATE One");
            assertThat(site.tasks(shop, DeliveryState.DEAD)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void nothingIsToldBeforeWhatItNeedsWhereThatHasFailed(Product product) {
        shop.answering((task, ids) -> task.name().equals("One") ? Outcome.ERROR : Outcome.OK);
        try (Connected site = Connected.start(product, folder, shop)) {
            Item one = site.create("One");
            site.site()
                    .items()
                    .create(
                            "Ada",
                            NewItem.of("Article", "Two")
                                    .with("title", "Two")
                                    .with("related", new ContentReference(one.id())));
            site.create("Three");
            site.run(shop);
            assertThat(shop.heard()).containsExactly("CREATE One", "CREATE Three");

            shop.answering(Outcome.OK);
            site.later(SOON);
            site.run(shop);

            assertThat(shop.heard()).endsWith("CREATE One", "CREATE Two");
            assertThat(site.tasks(shop)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void whatIsTriedAnewWaitsForALaterOneOfItsKeyThatIsUnderWay(Product product) {
        OtherSystem there = new OtherSystem("shop", Subscription.to(Form.SIMPLE));
        shop.answering(Outcome.ERROR_AND_SKIP);
        try (Connected site = Connected.start(product, folder, shop);
                Connected other = site.another(there)) {
            Item item = site.create("One");
            site.run(shop);
            long dead = site.tasks(shop, DeliveryState.DEAD).get(0).id();
            site.save(item, "Two");
            List<String> meanwhile = new ArrayList<>();
            shop.answering((task, ids) -> {
                other.integration().retry(dead);
                other.run(there);
                meanwhile.addAll(there.heard());
                return Outcome.OK;
            });
            site.run(shop);
            assertThat(meanwhile).isEmpty();

            other.run(there);
            shop.answering(Outcome.OK);
            site.run(shop);
            assertThat(site.tasks(shop)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void whatIsNotToBeDoneNowIsNoFailureHoweverOften(Product product) {
        try (Connected site = Connected.start(product, folder, shop.answering(Outcome.SKIP_NOW))) {
            site.integration().connectors().treat("Ada", "shop", FailurePolicy.PARK, THREE);
            Item item = site.create("One");
            for (int time = 0; time < 5; time++) {
                site.run(shop);
                site.later(Duration.ofMinutes(1));
            }
            assertThat(shop.told())
                    .hasSize(5)
                    .allSatisfy(task -> assertThat(task.attempt()).isEqualTo(1));
            site.save(item, "Two");
            shop.answering(Outcome.OK);
            site.run(shop);

            assertThat(shop.heard()).hasSize(6).endsWith("CREATE One");
            assertThat(shop.told().get(5).payload()).contains("\"revision\":2");
            assertThat(site.tasks(shop, DeliveryState.SUPERSEDED)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void laterChangesSupersedeEarlierOnesUnlessTheyMeanSomethingElse(Product product) {
        try (Connected site = Connected.start(product, folder, shop)) {
            Item item = site.create("One");
            site.save(item, "Two");
            site.save(item, "Three");
            site.site().items().delete("Ada", item.id());
            site.site().items().restore("Ada", item.id());
            site.save(item, "Four");
            site.save(item, "Five");
            site.site().items().rename("Ada", item.id(), "Uno");
            site.run(shop);

            assertThat(shop.heard()).containsExactly("CREATE One", "DELETE One", "RESTORE Uno");
            assertThat(shop.told().get(0).payload()).contains("\"revision\":3");
            assertThat(site.tasks(shop, DeliveryState.SUPERSEDED)).hasSize(5);
            assertThat(site.tasks(shop)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void whatIsRolledBackLeavesNoTask(Product product) {
        try (Connected site = Connected.start(
                product,
                folder,
                builder -> builder.saveHandler(Listener.of("late").onSaved(event -> {
                    throw new IllegalStateException("no");
                })),
                shop)) {
            assertThatThrownBy(() -> site.create("One")).isInstanceOf(RuntimeException.class);

            assertThat(site.tasks(shop)).isEmpty();
        }
    }

    @OnEveryDatabase
    void eachConnectorIsToldByItselfOfWhatItSubscribesTo(Product product) {
        OtherSystem search =
                new OtherSystem("search", Subscription.to(Form.SIMPLE).operations(SaveOperation.UPDATE));
        try (Connected site = Connected.start(product, folder, shop.answering(Outcome.ERROR), search)) {
            Item item = site.create("One");
            site.save(item, "Two");
            site.run(shop);
            site.run(search);

            assertThat(search.heard()).containsExactly("UPDATE One");
            assertThat(site.tasks(search)).allMatch(ConnectorTask::isDone);
            assertThat(site.tasks(shop, DeliveryState.RETRY)).hasSize(1);
        }
    }
}
