package dev.synchronizer.seal;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.ChangeRecord.Kind;
import dev.synchronizer.store.SyncStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * That something else has written rows of a type, which nodes that know it from before are to read again.
 *
 * @param type the type as it stands
 * @param seal the seal that would fit it
 */
public record TypeAlarm(StoredType type, long seal) {
    /** Who is said to have changed something where nobody did by the synchronizer. */
    private static final String UNKNOWN = "unknown";

    /** So many of the last changes may tell that others have raised the same alarm before. */
    private static final int LAST_CHANGES = 200;

    /** Raises the store's change number, and has starts compare in full, once on all nodes for each state of the rows. */
    public static void raise(SyncStore store, List<TypeAlarm> alarms, Instant now) {
        if (!alarms.isEmpty() && alarms.stream().anyMatch(alarm -> !alarm.isIn(store.changes(LAST_CHANGES)))) {
            store.inTransaction(transaction -> {
                List<ChangeRecord> last = new ArrayList<>(
                        transaction.changesAfter(transaction.changeNumber() - LAST_CHANGES, LAST_CHANGES));
                Collections.reverse(last);
                List<ChangeRecord> raised = alarms.stream()
                        .filter(alarm -> !alarm.isIn(last))
                        .map(alarm -> alarm.change(now))
                        .toList();
                if (raised.isEmpty()) {
                    return transaction.changeNumber();
                }
                transaction.forgetStarts();
                return transaction.log(raised);
            });
        }
    }

    private ChangeRecord change(Instant now) {
        return ChangeRecord.ofRows(Kind.TAMPERED, now.truncatedTo(ChronoUnit.MICROS), UNKNOWN, type, json());
    }

    /**
     * Whether it was raised, and nothing was heard of the type since; a run may have written any of them.
     *
     * @param newestFirst the last changes
     */
    private boolean isIn(List<ChangeRecord> newestFirst) {
        return newestFirst.stream()
                .filter(change -> change.kind() == Kind.RUN || change.typeId() != null && change.typeId() == type.id())
                .findFirst()
                .filter(change -> change.kind() == Kind.TAMPERED && json().equals(change.after()))
                .isPresent();
    }

    private String json() {
        return "\"" + Long.toHexString(seal) + "\"";
    }
}
