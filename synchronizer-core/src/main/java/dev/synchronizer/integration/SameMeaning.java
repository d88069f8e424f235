package dev.synchronizer.integration;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.StoredTask;
import dev.synchronizer.task.Carrying;
import dev.synchronizer.task.Interest;
import java.util.List;
import java.util.Optional;

/**
 * Has later changes of a thing supersede those before that a connector has not been told of, as long as nothing is lost by it:
 * several of one operation are told as one; what changes behind a thing was made or restored goes along with that. All else
 * is told one after the other.
 */
final class SameMeaning implements Carrying {
    private final List<Interest> interests;

    /** @param interests of what the connector is told, and how */
    SameMeaning(List<Interest> interests) {
        this.interests = interests;
    }

    @Override
    public boolean carries(StoredTask first, StoredTask next) {
        SaveOperation before = SaveOperation.valueOf(first.operation());
        SaveOperation after = SaveOperation.valueOf(next.operation());
        boolean sameMeaning = isChange(after) && (before == after || isBeginning(before));
        return sameMeaning && interest(first).equals(interest(next));
    }

    private static boolean isBeginning(SaveOperation operation) {
        return operation == SaveOperation.CREATE
                || operation == SaveOperation.DUPLICATE
                || operation == SaveOperation.RESTORE;
    }

    private static boolean isChange(SaveOperation operation) {
        return operation == SaveOperation.UPDATE
                || operation == SaveOperation.RENAME
                || operation == SaveOperation.MOVE;
    }

    private Optional<Interest> interest(StoredTask task) {
        return interests.stream()
                .filter(one -> one.covers(task.kind(), task.type() == null ? "" : task.type(), task.operation()))
                .findFirst();
    }
}
