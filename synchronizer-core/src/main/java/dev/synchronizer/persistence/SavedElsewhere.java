package dev.synchronizer.persistence;

import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.NodeEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What nodes tell each other, each call on a connection of its own. */
final class SavedElsewhere implements NodeEvents {
    private final Snapshots snapshots;

    SavedElsewhere(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public List<NodeEvent> after(long id, Collection<Span> missing, int limit) {
        return snapshots.readRules(List.of(), open -> new NodeEventRows(open).after(id, missing, limit));
    }

    @Override
    public long last() {
        return snapshots.readRules(0L, open -> new NodeEventRows(open).last());
    }

    @Override
    public void forget(Instant before) {
        snapshots.writeRules(open -> new NodeEventRows(open).delete(before));
    }

    @Override
    public boolean listen(Instant until) {
        return snapshots.writeRules(open -> new NodeEventRows(open).listen(until));
    }
}
