package dev.synchronizer.settings;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveWay;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way to what administrators save: units of work under the store's lock, and word of them to this node's readers
 * once they are committed.
 */
final class Writing {
    private final SyncStore store;
    private final SaveWay way;
    private final SaveOptions options;
    private final Clock clock;
    private final LongConsumer afterSave;

    Writing(SyncStore store, SaveWay way, SaveOptions options, Clock clock, LongConsumer afterSave) {
        this.store = store;
        this.way = way;
        this.options = options;
        this.clock = clock;
        this.afterSave = afterSave;
    }

    /** @throws IllegalArgumentException if it is to be saved from an origin of the synchronizer's own */
    Writing with(SaveOptions others) {
        return new Writing(store, way, others.insteadOf(options), clock, afterSave);
    }

    /** The present moment, as precisely as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Reads as of one moment; within a unit of work, as it has it. */
    <T> T reading(Function<StoredReads, T> work) {
        Unit joined = joined();
        if (joined == null) {
            return store.reading(work);
        }
        joined.writeHeldBack();
        return joined.reading(work);
    }

    /** The unit of work that is under way on this thread; null where there is none. */
    @Nullable
    Unit joined() {
        return way.units().current();
    }

    <T> T inUnit(Function<Unit, T> work) {
        way.units().requireSaving();
        if (!way.units().isUnderWay()) {
            store.prepare();
        }
        return way.units().definitions(work);
    }

    /** Whether somebody looks at the saves of such things of a type. */
    boolean isObserved(SubjectKind kind, String type) {
        return way.path().observes(kind, type);
    }

    /**
     * Takes a draft through all that comes before the write.
     *
     * @param readAgain is called where handlers have changed definitions meanwhile; it checks what comes of it
     */
    void saving(Unit unit, Draft draft, Runnable readAgain) {
        way.path().saving(unit, draft, options, () -> {
            if (unit.hasChangedDefinitions()) {
                readAgain.run();
            }
        });
    }

    /** Whether somebody was asked about any of these, and may have saved something meanwhile. */
    boolean isFollowed(Unit unit, List<? extends Draft> drafts) {
        return drafts.stream().anyMatch(draft -> way.path().isFollowed(unit, draft));
    }

    /**
     * Takes drafts through their write, and all that comes after it.
     *
     * @param write gives the number of the last change that it logs; 0 where it writes nothing
     * @return that number
     */
    long write(Unit unit, List<? extends Draft> drafts, LongSupplier write) {
        way.path().writing(unit, drafts);
        Telling telling = new Telling(unit, way.path(), drafts);
        long number = write.getAsLong();
        if (number > 0) {
            drafts.stream().findFirst().ifPresent(first -> telling.tell(first.actor(), options));
            unit.definitionsChanged();
            unit.refreshing(Catalog.class, () -> afterSave.accept(number));
        }
        way.path().saved(unit, drafts, options);
        return number;
    }

    /** Whether other servers and systems are told of what is saved. */
    boolean tells(Unit unit) {
        return way.path().tells(unit);
    }

    /** Has them told of something that has no draft and is written. */
    void tell(Unit unit, Subject subject, Told told, String actor) {
        way.path().written(unit, subject, told, actor, options);
    }

    /** What a rule has found goes with its end, as soon as that is committed. */
    void ends(Unit unit, @Nullable KnownRule ended) {
        if (ended != null) {
            way.path().ends(unit, ended.name());
        }
    }

    boolean isMissing() {
        return !way.units().isUnderWay() && store.status("").schema() == SchemaState.MISSING;
    }

    /** A wrong database is not furnished with tables only to find nothing in them. */
    void requireStore() {
        if (isMissing()) {
            throw new ProblemsException(
                    Problem.of(ProblemCode.NO_STORE, "database", "nothing was ever stored in it"), null);
        }
    }
}
