package dev.synchronizer.staging;

import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.ServerChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes in what other servers send, on this node. */
final class NodeReceiving implements Receiving {
    private final SyncStore store;
    private final Servers servers;
    private final Clock clock;
    private final Receiver receiver;
    private volatile @Nullable String self;

    NodeReceiving(
            SyncStore store,
            Servers servers,
            Supplier<Map<String, StagedSubjects>> kinds,
            Forwarding forwarding,
            Clock clock) {
        this.store = store;
        this.servers = servers;
        this.clock = clock;
        receiver = new Receiver(kinds, this::lacking, forwarding, clock);
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

    /** What is said of a type that is not here. */
    private String lacking(About about) {
        if (about.module() == null) {
            return "the type " + about.type() + " is not there; tell its definition first";
        }
        Optional<String> here =
                store.reading(StoredReads::moduleVersions).getOrDefault(about.module(), Optional.empty());
        boolean known = store.reading(StoredReads::moduleVersions).containsKey(about.module());
        String there = about.version() == null ? "" : " " + about.version();
        return "the type " + about.type() + " is of the module " + about.module() + there + ", and that server has "
                + (known ? "its version " + here.orElse("without a number") : "no such module")
                + "; deploy the code that declares it";
    }
}
