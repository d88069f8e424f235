package dev.synchronizer.saving;

import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.SyncStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The units of work of one synchronizer: at most one is under way on a thread, and what is saved meanwhile on that thread
 * joins it. Safe for use by many threads.
 */
public final class Units {
    private static final int MOST_ATTEMPTS = 20;

    private final SyncStore store;
    private final ContentStore content;
    private final Map<Thread, Unit> current = new ConcurrentHashMap<>();

    public Units(SyncStore store, ContentStore content) {
        this.store = store;
        this.content = content;
    }

    /** Whether a unit is under way on this thread. */
    public boolean isUnderWay() {
        return current() != null;
    }

    /** How many units are under way, on whatever threads. */
    public int count() {
        return current.size();
    }

    /** The unit that is under way on this thread; null where there is none. */
    public @Nullable Unit current() {
        return current.get(Thread.currentThread());
    }

    /**
     * Saves content, in the unit of this thread or in one of its own.
     *
     * @throws StartOver if a unit of its own has to begin again
     */
    public <T> T content(Function<Unit, T> work) {
        Unit joined = current();
        return joined == null ? ended(begin(work)) : joined.part(() -> work.apply(joined));
    }

    private <T> Ended<T> begin(Function<Unit, T> work) {
        try {
            return inContent(work);
        } catch (StartOver e) {
            if (e.needsLock()) {
                return inLocked(work);
            }
            throw e;
        }
    }

    /** Saves definitions under the store's lock, in the unit of this thread or in one of its own. */
    public <T> T definitions(Function<Unit, T> work) {
        Unit joined = current();
        if (joined == null) {
            return ended(untilSettled(work));
        }
        return joined.part(() -> {
            joined.requireDefinitionsUnplanned();
            if (!joined.isLocked()) {
                throw joined.needingLock();
            }
            return work.apply(joined);
        });
    }

    private <T> Ended<T> untilSettled(Function<Unit, T> work) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return inLocked(work);
            } catch (StartOver e) {
                e.prepare();
            }
        }
        return inLocked(work);
    }

    private static <T> T ended(Ended<T> ended) {
        ended.unit().committed().forEach(Runnable::run);
        return ended.result();
    }

    private <T> Ended<T> inContent(Function<Unit, T> work) {
        return content.writingContent(transaction -> run(new Unit(transaction, null), work));
    }

    private <T> Ended<T> inLocked(Function<Unit, T> work) {
        return store.inTransaction(transaction -> run(new Unit(transaction.content(), transaction), work));
    }

    private <T> Ended<T> run(Unit unit, Function<Unit, T> work) {
        current.put(Thread.currentThread(), unit);
        try {
            T result = work.apply(unit);
            unit.requireWhole();
            return new Ended<>(unit, result);
        } catch (RuntimeException e) {
            unit.requireSettled();
            throw e;
        } finally {
            current.remove(Thread.currentThread());
        }
    }

    /** A unit that is about to be committed. */
    private record Ended<T>(Unit unit, T result) {}
}
