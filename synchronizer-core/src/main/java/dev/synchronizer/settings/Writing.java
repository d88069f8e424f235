package dev.synchronizer.settings;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** One transaction under the store's lock, and word of it to this node's readers once it is committed. */
final class Writing {
    private final SyncStore store;
    private final Clock clock;
    private final LongConsumer afterSave;

    Writing(SyncStore store, Clock clock, LongConsumer afterSave) {
        this.store = store;
        this.clock = clock;
        this.afterSave = afterSave;
    }

    /** The present moment, as precisely as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    <T> T reading(Function<StoredReads, T> work) {
        return store.reading(work);
    }

    <T extends Written> T inTransaction(Function<SyncTransaction, T> work) {
        store.prepare();
        T written = store.inTransaction(work);
        if (written.isWritten()) {
            afterSave.accept(written.changeNumber());
        }
        return written;
    }

    boolean isMissing() {
        return store.status("").schema() == SchemaState.MISSING;
    }

    /** A wrong database is not furnished with tables only to find nothing in them. */
    void requireStore() {
        if (isMissing()) {
            throw new ProblemsException(
                    Problem.of(ProblemCode.NO_STORE, "database", "nothing was ever stored in it"), null);
        }
    }
}
