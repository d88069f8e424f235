package dev.synchronizer.staging;

import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.Housekeeping;
import dev.synchronizer.task.ServerChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes in what other servers send, on this node. */
final class NodeReceiving implements Receiving {
    private final SyncStore store;
    private final Servers servers;
    private final Clock clock;
    private final Housekeeping housekeeping;
    private final Receiver receiver;
    private volatile @Nullable String self;

    NodeReceiving(
            SyncStore store,
            Servers servers,
            Supplier<Map<String, StagedSubjects>> kinds,
            Forwarding forwarding,
            Clock clock,
            Housekeeping housekeeping) {
        this.store = store;
        this.housekeeping = housekeeping;
        this.servers = servers;
        this.clock = clock;
        receiver = new Receiver(kinds, () -> store.reading(StoredReads::moduleVersions), forwarding, clock);
    }

    @Override
    public String identity() {
        String known = self;
        if (known == null) {
            store.prepare();
            known = store.inTransaction(transaction -> transaction.requireSelf());
            self = known;
        }
        return known;
    }

    /** Whoever reaches the database itself is known from then on, so that what is changed here is kept apart from what they send. */
    @Override
    public List<Answer> receive(String sender, List<Shipment> shipments) {
        String identity = identity();
        Admission admission = admission(sender, identity);
        List<Answer> answers = new ArrayList<>();
        for (Shipment shipment : shipments) {
            answers.add(admission.refusal(shipment).orElseGet(() -> {
                Shipment limited = admission.limited(shipment);
                return admission.said(receiver.receive(limited, identity), shipment, limited);
            }));
        }
        housekeeping.doAside();
        return answers;
    }

    private Admission admission(String sender, String self) {
        List<ServerChannel> known = Channels.of(store.reading(StoredReads::channels)).servers().stream()
                .filter(server -> sender.equals(server.server()))
                .toList();
        if (known.isEmpty() && !sender.equals(self)) {
            servers.meet(sender);
        }
        return new Admission(sender, known, clock);
    }
}
