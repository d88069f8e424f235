package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.SyncStore;
import java.util.Map;
import java.util.Set;
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
    private final @Nullable ContentStore content;
    private final Map<Thread, Unit> current = new ConcurrentHashMap<>();
    private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
    private final Map<Thread, String> hearing = new ConcurrentHashMap<>();

    public Units(SyncStore store, ContentStore content) {
        this.store = store;
        this.content = content;
    }

    /** Those of a store whose content is saved under its lock too. */
    Units(SyncStore store) {
        this.store = store;
        this.content = null;
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
     * Asks somebody who may read meanwhile, and not save: what is asked about is only planned.
     *
     * @throws IllegalStateException if that is under way on this thread already
     */
    void asking(Runnable questions) {
        if (!asking.add(Thread.currentThread())) {
            throw new IllegalStateException("somebody is being asked on this thread already");
        }
        try {
            questions.run();
        } finally {
            asking.remove(Thread.currentThread());
        }
    }

    /**
     * Tells somebody of what another node has saved, who may read meanwhile, and not save.
     *
     * @param handler who is told
     */
    void hearing(String handler, Runnable deed) {
        hearing.put(Thread.currentThread(), handler);
        try {
            deed.run();
        } finally {
            hearing.remove(Thread.currentThread());
        }
    }

    /**
     * Refuses to save where somebody is only asked about a plan, or told of what another node has saved.
     *
     * @throws ProblemsException if that is so on this thread
     */
    public void requireSaving() {
        String told = hearing.get(Thread.currentThread());
        if (told != null) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.SAVE_IN_REMOTE,
                            told,
                            "the handler " + told + " is told of what another node has saved, and cannot save"),
                    null);
        }
        if (asking.contains(Thread.currentThread())) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.SAVE_WHILE_ASKED,
                            "plan",
                            "something is to be saved by who is asked about changes of types that are only planned"),
                    null);
        }
    }

    /**
     * Keeps what has transactions of its own out of units.
     *
     * @param what what it is, with an article
     * @throws IllegalStateException if a unit is under way on this thread, or somebody is asked about a plan
     * @throws ProblemsException if somebody is told of what another node has saved
     */
    public void requireNone(String what) {
        if (!asking.contains(Thread.currentThread())) {
            requireSaving();
        }
        if (isUnderWay() || asking.contains(Thread.currentThread())) {
            throw new IllegalStateException(what + " is a unit of work of its own, and no part of another one");
        }
    }

    /**
     * Saves content, in the unit of this thread or in one of its own.
     *
     * @throws StartOver if a unit of its own has to begin again
     */
    public <T> T content(Function<Unit, T> work) {
        requireSaving();
        Unit joined = current();
        return joined == null ? ended(begin(work)) : joined.part(() -> work.apply(joined));
    }

    private <T> Ended<T> begin(Function<Unit, T> work) {
        if (content == null) {
            return inLocked(work);
        }
        try {
            return inContent(content, work);
        } catch (StartOver e) {
            if (e.needsLock()) {
                return inLocked(work);
            }
            throw e;
        }
    }

    /** Saves definitions under the store's lock, in the unit of this thread or in one of its own. */
    public <T> T definitions(Function<Unit, T> work) {
        requireSaving();
        Unit joined = current();
        if (joined == null) {
            return ended(untilSettled(work));
        }
        return joined.part(() -> {
            joined.requireOpen();
            joined.definitions();
            joined.writeHeldBack();
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

    private <T> Ended<T> inContent(ContentStore items, Function<Unit, T> work) {
        return items.writingContent(transaction -> run(new Unit(transaction, null), work));
    }

    private <T> Ended<T> inLocked(Function<Unit, T> work) {
        return store.inTransaction(transaction -> run(new Unit(transaction.content(), transaction), work));
    }

    private <T> Ended<T> run(Unit unit, Function<Unit, T> work) {
        current.put(Thread.currentThread(), unit);
        try {
            T result = work.apply(unit);
            unit.requireWhole();
            unit.leave();
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
