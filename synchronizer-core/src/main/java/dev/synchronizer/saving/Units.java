package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.GaveWayException;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.store.SyncTransaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The units of work of one synchronizer: at most one is under way on a thread, and what is saved meanwhile on that thread
 * joins it. Safe for use by many threads.
 */
public final class Units {
    private final SyncStore store;
    private final @Nullable ContentStore content;
    private final Map<Thread, Unit> current = new ConcurrentHashMap<>();
    private final Set<Thread> asking = ConcurrentHashMap.newKeySet();
    private final Map<Thread, String> hearing = new ConcurrentHashMap<>();
    private final Map<Thread, List<Subject>> following = new ConcurrentHashMap<>();
    private final Runnable ready;

    /**
     * Those of a store.
     *
     * @param ready makes sure that all are there who are called in a unit; it is called before each begins, as long as no
     *     connection is held
     */
    public Units(SyncStore store, ContentStore content, Runnable ready) {
        this.store = store;
        this.content = content;
        this.ready = ready;
    }

    /** Those of a store whose content is saved under its lock too. */
    Units(SyncStore store) {
        this.store = store;
        this.content = null;
        ready = () -> {};
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

    /** Saves content in the unit that is under way on this thread. */
    public <T> T joining(Unit joined, Supplier<T> work) {
        requireSaving();
        return joined.part(work);
    }

    /**
     * Saves content in a unit of its own.
     *
     * @param attempts those before this one, and what they have shown to be needed
     * @throws StartOver if it has to begin again
     */
    public <T> T content(Attempts attempts, Function<Unit, T> work) {
        requireSaving();
        ready.run();
        ContentStore items = content;
        return ended(items == null || attempts.needsLock() ? inLocked(work) : inContent(items, work));
    }

    /** Saves definitions under the store's lock, in the unit of this thread or in one of its own. */
    public <T> T definitions(Function<Unit, T> work) {
        requireSaving();
        Unit joined = current();
        if (joined == null) {
            ready.run();
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
        Attempts attempts = new Attempts();
        while (true) {
            try {
                return inLocked(work);
            } catch (StartOver e) {
                attempts.after(e);
            } catch (GaveWayException e) {
                if (!attempts.afterGivingWay()) {
                    throw e;
                }
            }
        }
    }

    /** Does something small in a transaction that is no unit of work; once more where it has to give way. */
    <T> T apart(Function<ContentTransaction, T> deed) {
        Attempts attempts = new Attempts();
        while (true) {
            try {
                return content == null
                        ? store.inTransaction(transaction -> deed.apply(transaction.content()))
                        : content.writingContent(deed);
            } catch (GaveWayException e) {
                if (!attempts.afterGivingWay()) {
                    throw e;
                }
            }
        }
    }

    private <T> T ended(Ended<T> ended) {
        ended.unit().refreshes().forEach(Runnable::run);
        ended.unit().followers().forEach(this::follow);
        EndedRules.takeAwayFindings(ended.unit());
        return ended.result();
    }

    /** What is saved meanwhile was brought about by what is committed now. */
    private void follow(Unit.Follower follower) {
        Thread thread = Thread.currentThread();
        List<Subject> before = following.put(thread, follower.path());
        try {
            follower.action().run();
        } finally {
            if (before == null) {
                following.remove(thread);
            } else {
                following.put(thread, before);
            }
        }
    }

    private <T> Ended<T> inContent(ContentStore items, Function<Unit, T> work) {
        return items.writingContent(transaction -> run(unit(transaction, null), work));
    }

    private <T> Ended<T> inLocked(Function<Unit, T> work) {
        return store.inTransaction(transaction -> run(unit(transaction.content(), transaction), work));
    }

    private Unit unit(ContentTransaction transaction, @Nullable SyncTransaction locked) {
        return new Unit(this, transaction, locked, following.getOrDefault(Thread.currentThread(), List.of()));
    }

    private <T> Ended<T> run(Unit unit, Function<Unit, T> work) {
        current.put(Thread.currentThread(), unit);
        try {
            T result = work.apply(unit);
            unit.failure().throwIfAny();
            unit.end();
            return new Ended<>(unit, result);
        } catch (Throwable e) {
            unit.ended(e);
            throw e;
        } finally {
            current.remove(Thread.currentThread());
        }
    }

    /** A unit that is about to be committed. */
    private record Ended<T>(Unit unit, T result) {}
}
