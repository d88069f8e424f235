package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.content.Item;
import dev.synchronizer.integration.ConnectorTask;
import dev.synchronizer.integration.IncomingChange;
import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.Outcome;
import dev.synchronizer.integration.Subscription;
import dev.synchronizer.integration.Subscription.Form;
import dev.synchronizer.store.DeliveryState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;

/** H: a node that ends in the midst of it loses nothing, and what another one does again has effect once. */
class H2KilledTest {
    private static final Duration LEASE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final OtherSystem crm = new OtherSystem("crm", Subscription.to(Form.SIMPLE));

    /** What ends a process at once: nothing is kept of what goes on. */
    private static final class Killed extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }

    /** Whatever is done once more is seen. */
    private static IncomingChange article(IncomingTask task, int call) {
        String name = task.payload() + " " + call;
        return IncomingChange.saved(task.key(), "Article", name).with("title", name);
    }

    @OnEveryDatabase
    void killedBehindTheSaveNothingIsRepeated(Product product) {
        Listener killer = Listener.of("killer").onAfterCommit(event -> {
            throw new Killed();
        });
        AtomicInteger calls = new AtomicInteger();
        crm.mapping((task, ids) -> article(task, calls.incrementAndGet()));
        try (Connected site = Connected.start(product, folder, builder -> builder.saveHandler(killer), crm);
                Connected other = site.another(crm)) {
            site.receive(crm, "1", "a-1", "One");
            assertThatThrownBy(() -> site.run(crm)).isInstanceOf(Killed.class);
            other.later(LEASE);
            other.run(crm);

            assertThat(other.items()).extracting(Item::name).containsExactly("One 1");
            assertThat(other.tasks(crm)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void killedBeforeTheCommitAnotherNodeGoesOn(Product product) {
        Listener killer = Listener.of("killer").onSaved(event -> {
            throw new Killed();
        });
        try (Connected site = Connected.start(product, folder, builder -> builder.saveHandler(killer), crm);
                Connected other = site.another(crm)) {
            site.receive(crm, "1", "a-1", "One");
            site.receive(crm, "2", "a-1", "Two");
            assertThatThrownBy(() -> site.run(crm)).isInstanceOf(Killed.class);
            assertThat(other.run(crm).total())
                    .as("the other one may still be at work")
                    .isZero();
            other.later(LEASE);
            other.run(crm);

            assertThat(other.items()).extracting(Item::name).containsExactly("Two");
            assertThat(other.tasks(crm)).allMatch(ConnectorTask::isDone);
        }
    }

    @OnEveryDatabase
    void killedBeforeTheOutcomeIsKeptTheTaskComesAgainUnderItsId(Product product) {
        crm.answering((task, ids) -> {
            throw new Killed();
        });
        try (Connected site = Connected.start(product, folder, crm);
                Connected other = site.another(crm)) {
            site.create("One");
            assertThatThrownBy(() -> site.run(crm)).isInstanceOf(Killed.class);
            crm.answering(Outcome.OK);
            other.later(LEASE);
            other.run(crm);

            assertThat(crm.heard()).containsExactly("CREATE One", "CREATE One");
            assertThat(crm.told().get(1).eventId()).isEqualTo(crm.told().get(0).eventId());
            assertThat(other.tasks(crm, DeliveryState.DONE)).hasSize(1);
        }
    }

    @OnEveryDatabase
    void whoIsTooLateChangesNothing(Product product) {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        AtomicInteger calls = new AtomicInteger();
        crm.mapping((task, ids) -> {
            int call = calls.incrementAndGet();
            meanwhile.getAndSet(() -> {}).run();
            return article(task, call);
        });
        try (Connected site = Connected.start(product, folder, crm);
                Connected other = site.another(crm)) {
            site.receive(crm, "1", "a-1", "One");
            meanwhile.set(() -> {
                other.later(LEASE);
                other.run(crm);
            });
            site.run(crm);

            assertThat(calls).hasValue(2);
            assertThat(site.items()).extracting(Item::name).containsExactly("One 2");
            assertThat(site.tasks(crm)).allMatch(ConnectorTask::isDone);
        }
    }
}
