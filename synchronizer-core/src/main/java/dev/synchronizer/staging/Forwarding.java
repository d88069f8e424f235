package dev.synchronizer.staging;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskDirection;
import dev.synchronizer.task.Channels;
import dev.synchronizer.task.Payload;
import dev.synchronizer.task.PayloadJson;
import dev.synchronizer.task.ServerChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells other servers of what has come and has changed nothing here: they may hold something else. */
final class Forwarding {
    private final Logging logging;

    Forwarding(Logging logging) {
        this.logging = logging;
    }

    /**
     * Logs it for those that it has not passed.
     *
     * @param payload what it is, with all that is known here of when that was changed
     * @param decided whether this server has decided about some of it, so that all have to be told
     */
    void forward(Shipment sent, Payload payload, boolean decided, String self, Unit unit) {
        List<String> passed = new ArrayList<>(decided ? List.of() : sent.passed());
        passed.remove(self);
        passed.add(self);
        List<String> channels = Channels.of(unit.reading(StoredReads::channels)).servers().stream()
                .filter(server -> server.enabled() && server.isTarget())
                .filter(server -> server.server() == null || !passed.contains(server.server()))
                .map(ServerChannel::name)
                .map(TaskDirection.STAGING::channel)
                .toList();
        List<String> changes = new ArrayList<>(sent.changes());
        if (decided) {
            changes.add(UUID.randomUUID().toString());
        }
        if (!channels.isEmpty()) {
            logging.log(unit.content().tasks(), task(sent, payload, passed, changes), channels);
        }
    }

    private StoredTask task(Shipment sent, Payload payload, List<String> passed, List<String> changes) {
        boolean stays = sent.payload().after() == null && payload.after() != null;
        return new StoredTask(
                0,
                TaskDirection.STAGING,
                sent.key().toString(),
                sent.key().kind(),
                sent.payload().about().type(),
                sent.name(),
                stays ? SaveOperation.UPDATE.name() : sent.operation(),
                false,
                PayloadJson.write(payload),
                List.of(),
                sent.actor(),
                SaveOrigin.STAGING.name(),
                passed,
                changes,
                UUID.randomUUID().toString(),
                null,
                logging.now());
    }
}
