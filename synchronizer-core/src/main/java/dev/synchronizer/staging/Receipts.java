package dev.synchronizer.staging;

import dev.synchronizer.store.StoredTask;
import dev.synchronizer.store.TaskWrites;
import dev.synchronizer.task.SubjectState;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of a shipment that has come: its changes, and what handlers of this server have made of what was sent. */
final class Receipts {
    private final Shipment sent;
    private final TaskWrites tasks;
    private final Clock clock;

    Receipts(Shipment sent, TaskWrites tasks, Clock clock) {
        this.sent = sent;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Of the change and the thing: what one server says of another thing does not stand in for it. */
    private String ofKey(String what) {
        return what + "/" + Long.toHexString(StoredTask.hash(sent.key().toString()));
    }

    /** Whether anything of it has not come before. */
    boolean keep() {
        List<String> changes = sent.changes().stream().map(this::ofKey).toList();
        return !tasks.receive(changes, clock.instant()).isEmpty();
    }

    /** Keeps what has become of what was sent, so that what comes next of it is no conflict. */
    void keepAltered(@Nullable SubjectState saved) {
        SubjectState after = sent.payload().after();
        if (after != null && saved != null && !saved.equals(after)) {
            tasks.receive(List.of(altered(after.digest(), saved)), clock.instant());
        }
    }

    /** Whether what there is has become of something that was sent before. */
    boolean isAltered(@Nullable SubjectState there) {
        List<String> former = sent.payload().base().digests();
        if (there == null || former.isEmpty() || former.contains(there.digest())) {
            return false;
        }
        Set<String> kept = tasks.received(
                former.stream().map(digest -> altered(digest, there)).toList());
        return !kept.isEmpty();
    }

    private String altered(String digest, SubjectState saved) {
        return ofKey(digest + ">" + saved.digest());
    }
}
