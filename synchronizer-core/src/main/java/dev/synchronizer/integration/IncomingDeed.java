package dev.synchronizer.integration;

import dev.synchronizer.content.BroughtItem;
import dev.synchronizer.content.BroughtItems;
import dev.synchronizer.content.BroughtItems.Opened;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.store.ForeignIds;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskQueue;
import dev.synchronizer.store.TaskQueue.Work;
import dev.synchronizer.task.Claim;
import dev.synchronizer.task.Done;
import dev.synchronizer.task.Stamps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Does what another system has sent: the item, its id there and the end of the task are committed together, so that whatever
 * happens in between, it has effect once.
 */
final class IncomingDeed {
    private static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.CONNECTOR);

    private final Connector connector;
    private final TaskQueue queue;
    private final Settling settling;
    private final Supplier<BroughtItems> items;
    private final Arrival arrival;

    IncomingDeed(Connector connector, TaskQueue queue, Settling settling, Supplier<BroughtItems> items) {
        this.connector = connector;
        this.queue = queue;
        this.settling = settling;
        this.items = items;
        arrival = new Arrival(List.of(), List.of(), Stamps.none(), null, connector.name());
    }

    /** Somebody else has taken the task meanwhile: nothing of this is to stay. */
    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1;

        TakenOver() {
            super(null, null, false, false);
        }
    }

    Done run(Claim claim) {
        TaskIds ids = new TaskIds(connector.name(), queue);
        TaskAnswer answer;
        try {
            IncomingChange change = connector.map(task(claim.task()), ids);
            items.get().within(OPTIONS, opened -> save(opened, claim, change, ids.bound()));
            return settling.current(claim);
        } catch (TakenOver e) {
            return settling.current(claim);
        } catch (ProblemsException e) {
            answer = Settling.refused(e);
        } catch (Throwable e) {
            answer = Settling.caught(e);
        }
        return settling.keep(claim, answer, false, Map.of());
    }

    private static IncomingTask task(StoredTask task) {
        return new IncomingTask(
                String.valueOf(task.foreignId()), IncomingLog.foreignKey(task), task.operation(), task.payload());
    }

    /** @throws TakenOver if somebody else does it, too */
    private boolean save(Opened opened, Claim claim, IncomingChange change, Map<String, UUID> bound) {
        Work work = opened.unit().content().tasks().work();
        if (change instanceof IncomingChange.Saved saved) {
            save(opened, work, saved, bound);
        } else if (change instanceof IncomingChange.Deleted deleted) {
            known(work, deleted.foreignId(), bound).ifPresent(id -> opened.delete(connector.name(), id, arrival));
        }
        if (!settling.done(work, claim, bound)) {
            throw new TakenOver();
        }
        return true;
    }

    private void save(Opened opened, Work work, IncomingChange.Saved saved, Map<String, UUID> bound) {
        String foreignId = saved.foreignId();
        Bindings.check(foreignId);
        Optional<UUID> known = known(work, foreignId, bound);
        BroughtItem item = new BroughtItem(saved.type(), saved.name(), saved.parent(), saved.values());
        UUID id = opened.save(connector.name(), known.orElse(null), item, arrival);
        if (known.isPresent() && !known.get().equals(id)) {
            // The former item was deleted for good here, and the other system still has it.
            work.foreignIds().release(connector.name(), foreignId);
        }
        bound.put(foreignId, id);
    }

    private Optional<UUID> known(Work work, String foreignId, Map<String, UUID> bound) {
        ForeignIds ids = work.foreignIds();
        return Optional.ofNullable(bound.get(foreignId)).or(() -> ids.item(connector.name(), foreignId));
    }
}
