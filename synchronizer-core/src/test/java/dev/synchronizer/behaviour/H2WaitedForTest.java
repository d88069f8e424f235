package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.content.Item;
import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.FailurePolicy;
import dev.synchronizer.task.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** H: a connector that is waited for is told of what is due alone, and no save waits for a system that is away. */
class H2WaitedForTest {
    @TempDir
    Path folder;

    private final OtherSystem crm =
            new OtherSystem("crm", Subscription.to(Form.SIMPLE).waitedFor());

    @OnEveryDatabase
    void whatFailedIsNotTriedAgainBeforeItsTime(Product product) {
        crm.answering(Outcome.ERROR);
        try (Connected site = Connected.start(product, folder, crm)) {
            Item item = site.create("One");
            for (int save = 0; save < 5; save++) {
                site.save(item, "Again " + save);
            }
            assertThat(crm.told()).hasSize(1);
            assertThat(site.tasks(crm, DeliveryState.RETRY).get(0).delivery().attempts())
                    .isEqualTo(1);

            crm.answering(Outcome.OK);
            site.create("Other");
            assertThat(crm.heard()).containsExactly("CREATE One", "CREATE Other");

            site.later(Duration.ofMinutes(1));
            site.save(item, "Last");
            assertThat(crm.heard()).endsWith("CREATE One", "UPDATE One");
        }
    }

    @OnEveryDatabase
    void whereOneThatFailedStopsAllNothingElseIsToldEither(Product product) {
        crm.answering(Outcome.ERROR);
        try (Connected site = Connected.start(product, folder, crm)) {
            site.integration()
                    .connectors()
                    .treat(
                            "Ada",
                            "crm",
                            FailurePolicy.STOP,
                            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 1));
            site.create("One");
            assertThat(site.tasks(crm, DeliveryState.DEAD)).hasSize(1);

            crm.answering(Outcome.OK);
            site.create("Other");
            assertThat(crm.heard()).containsExactly("CREATE One");

            site.integration().drop(site.tasks(crm, DeliveryState.DEAD).get(0).id());
            site.run(crm);
            assertThat(crm.heard()).containsExactly("CREATE One", "CREATE Other");
        }
    }

    @OnEveryDatabase
    void nobodyWaitsForASystemThatIsAway(Product product) {
        crm.answering((task, ids) -> {
            throw ConnectorException.unreachable("the CRM is away", null);
        });
        try (Connected site = Connected.start(product, folder, crm)) {
            for (int save = 0; save < 5; save++) {
                site.create("T" + save);
            }
            assertThat(crm.told()).hasSize(1);

            crm.answering(Outcome.OK);
            site.later(Duration.ofSeconds(31));
            site.create("Last");
            site.create("Behind it");

            assertThat(crm.heard()).contains("CREATE Last", "CREATE Behind it");
        }
    }

    @OnEveryDatabase
    void whoIsSlowHoldsUpASaveForSomeTimeOnly(Product product) {
        try (Connected site = Connected.start(product, folder, crm)) {
            crm.answering((task, ids) -> {
                throw ConnectorException.unreachable("the CRM is away", null);
            });
            Item item = site.create("T");
            for (int save = 0; save < 4; save++) {
                site.site().items().delete("Ada", item.id());
                site.site().items().restore("Ada", item.id());
            }
            site.later(Duration.ofMinutes(1));
            int before = crm.told().size();
            crm.answering((task, ids) -> {
                site.later(Duration.ofSeconds(6));
                return Outcome.OK;
            });

            site.save(item, "Last");

            assertThat(crm.told().size() - before).isEqualTo(2);
            assertThat(site.run(crm).total()).isPositive();
        }
    }
}
