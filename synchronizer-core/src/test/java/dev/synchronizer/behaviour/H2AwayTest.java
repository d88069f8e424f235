package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.integration.ConnectorException;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.store.DeliveryState;
import dev.synchronizer.task.RunSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** H: a system that is away says nothing of any task, and is left alone as a whole. */
class H2AwayTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));

    private static ConnectorException away() {
        return ConnectorException.unreachable("the CRM is away", null);
    }

    @OnEveryDatabase
    void howeverLongItIsAwayNoTaskIsDeadAndOneIsTriedAtATime(Product product) {
        crm.answering((task, ids) -> {
            throw away();
        });
        try (Connected site = Connected.start(product, folder, crm)) {
            for (int each = 0; each < 5; each++) {
                site.create("T" + each);
            }
            for (int hour = 1; hour <= 15; hour++) {
                RunSummary summary = site.run(crm);
                assertThat(summary.isReached()).isFalse();
                assertThat(crm.told()).hasSize(hour);
                site.later(HOUR);
            }
            assertThat(site.tasks(crm, DeliveryState.RETRY, DeliveryState.PENDING))
                    .hasSize(5)
                    .allSatisfy(task -> assertThat(task.delivery().attempts()).isZero());
            assertThat(site.tasks(crm, DeliveryState.RETRY))
                    .anySatisfy(task -> assertThat(task.messages()).containsExactly("the CRM is away"))
                    .allSatisfy(task -> assertThat(task.delivery().uncertain())
                            .as("it may have arrived nevertheless")
                            .isTrue());

            crm.answering(Outcome.OK);
            assertThat(site.run(crm).isReached()).isTrue();
            assertThat(site.tasks(crm)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void aSystemSaysHowLongItWantsToBeLeftAlone(Product product) {
        crm.answering((task, ids) -> {
            throw away().retryAfter(HOUR);
        });
        try (Connected site = Connected.start(product, folder, crm)) {
            site.create("One");

            assertThat(site.run(crm).rest()).contains(HOUR);

            site.later(HOUR.minusSeconds(1));
            assertThat(site.run(crm).total()).isZero();
            site.later(Duration.ofSeconds(1));
            assertThat(site.run(crm).total()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void whatIsNotToBeDoneNowHoldsUpNoOtherTask(Product product) {
        crm.answering((task, ids) -> task.name().equals("T0") ? Outcome.SKIP_NOW : Outcome.OK);
        try (Connected site = Connected.start(product, folder, crm)) {
            for (int each = 0; each < 3; each++) {
                site.create("T" + each);
            }

            RunSummary summary = site.run(crm);

            assertThat(summary.isReached()).isTrue();
            assertThat(summary.count(DeliveryState.DONE)).isEqualTo(2);
        }
    }

    @OnEveryDatabase
    void whoIsSlowHasMostOfALeaseForEachCall(Product product) {
        AtomicInteger calls = new AtomicInteger();
        try (Connected site = Connected.start(product, folder, crm);
                Connected other = site.another(crm)) {
            crm.answering((task, ids) -> {
                int call = calls.incrementAndGet();
                if (call == 1) {
                    site.later(Duration.ofSeconds(25));
                } else if (call == 2) {
                    // By now, more time is over than the lease under which both were taken.
                    site.later(Duration.ofSeconds(50));
                    other.run(crm);
                }
                return Outcome.OK;
            });
            site.create("One");
            site.create("Two");
            site.create("Three");

            site.run(crm);

            assertThat(crm.heard()).containsExactlyInAnyOrder("CREATE One", "CREATE Two", "CREATE Three");
            assertThat(site.tasks(crm)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void aConnectorThatIsDisabledInTheMidstOfARunIsToldNoMore(Product product) {
        try (Connected site = Connected.start(product, folder, crm)) {
            crm.answering((task, ids) -> {
                site.integration().connectors().disable("Ada", "crm");
                return Outcome.OK;
            });
            for (int each = 0; each < 25; each++) {
                site.create("T" + each);
            }

            assertThat(site.run(crm).total()).isEqualTo(20);
            assertThat(site.run(crm).total()).isZero();
        }
    }

    @OnEveryDatabase
    void onceTheirCauseIsMendedAllThatAreDeadAreTriedAnewTogether(Product product) {
        crm.answering(Outcome.ERROR_AND_SKIP);
        try (Connected site = Connected.start(product, folder, crm)) {
            for (int each = 0; each < 3; each++) {
                site.create("T" + each);
            }
            site.run(crm);
            assertThat(site.tasks(crm, DeliveryState.DEAD)).hasSize(3);

            crm.answering(Outcome.OK);
            List<Long> told = new ArrayList<>();
            site.integration().retryAll("crm", Set.of(DeliveryState.DEAD), task -> told.add(task.id()));
            site.run(crm);

            assertThat(told).hasSize(3).isSorted();
            assertThat(site.tasks(crm)).allMatch(ConnectorTask::isDone);
        }
    }
}
