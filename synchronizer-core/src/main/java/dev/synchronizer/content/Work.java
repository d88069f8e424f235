package dev.synchronizer.content;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.lookup.UnknownNames;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Attempts;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.StartOver;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.saving.Units;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.SyncStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way to content: each piece of work sees definitions and content of one moment. Where definitions have moved on,
 * it is rolled back and begins again. Safe for use by many threads.
 */
public final class Work {
    private final SyncStore store;
    private final Catalog catalog;
    private final Clock clock;
    private final Units units;
    private final SavePath path;
    private final RuleSource rules;
    private final NewIds ids;
    private volatile @Nullable TypeView view;
    private volatile boolean prepared;

    public Work(SyncStore store, Catalog catalog, Clock clock, Units units, SavePath path, RuleSource rules) {
        this.rules = rules;
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.units = units;
        this.path = path;
        ids = new NewIds(clock);
    }

    /** The present moment, as precisely as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    UUID newId() {
        return ids.next();
    }

    SavePath path() {
        return path;
    }

    SyncStore store() {
        return store;
    }

    /**
     * Reads as of one moment; within a unit of work, as it has it.
     *
     * @param fetch reads rows, and knows no types
     * @param decode is called when the connection was given back
     */
    <R, T> T reading(Function<ContentReads, R> fetch, BiFunction<TypeView, R, T> decode) {
        Unit joined = units.current();
        if (joined != null) {
            return joining(joined, types -> {
                joined.writeHeldBack();
                requireSameMoment(types, joined);
                return decode.apply(types, fetch.apply(joined.content()));
            });
        }
        return untilSettled(
                new Attempts(),
                types -> decode.apply(types, store.reading(reads -> {
                    requireSameMoment(types, reads.changeNumber());
                    return fetch.apply(reads.content());
                })));
    }

    /** Works with types alone. */
    <T> T knowing(Function<TypeView, T> work) {
        Unit joined = units.current();
        return joined == null ? untilSettled(new Attempts(), work) : joining(joined, work);
    }

    /**
     * The type of this name, in use or not.
     *
     * @throws ProblemsException if nothing of this name is stored
     */
    ItemType require(String name, TypeView types) {
        return types.type(name)
                .orElseThrow(() -> new ProblemsException(
                        units.isUnderWay()
                                ? UnknownNames.typeAmong(name, types.names())
                                : UnknownNames.type(name, store.load().types()),
                        null));
    }

    /**
     * Saves items in one transaction, be it one that is under way on this thread.
     *
     * @param check is called before it, with nothing written, and finds what is wrong in what was asked for
     */
    <C, T> T writing(SaveOptions options, Function<TypeView, C> check, Writing<C, T> work) {
        units.requireSaving();
        Unit joined = units.current();
        if (joined != null) {
            return units.joining(
                    joined,
                    () -> joining(joined, types -> {
                        joined.writeHeldBack();
                        return work.write(check.apply(types), new ItemUnit(joined, types, path, options, this::now));
                    }));
        }
        Attempts attempts = new Attempts();
        return untilSettled(attempts, types -> {
            types.rules();
            C checked = check.apply(types);
            prepare();
            return units.content(attempts, unit -> {
                unit.known(Served.class, () -> new Served(types));
                return work.write(checked, new ItemUnit(unit, types, path, options, this::now));
            });
        });
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Writing<C, T> {
        T write(C checked, ItemUnit items);
    }

    /**
     * From here on, the unit that is under way on this thread cannot begin again.
     *
     * @param by what takes in something that cannot be had twice, with an article
     * @return the unit
     */
    Unit consuming(String by) {
        Unit unit = Objects.requireNonNull(units.current());
        unit.consuming(by);
        return unit;
    }

    /** The unit of work that is under way on this thread; null where there is none. */
    @Nullable
    Unit unit() {
        return units.current();
    }

    /** Whether a unit of work is under way on this thread. */
    boolean isInUnit() {
        return units.isUnderWay();
    }

    /** @throws IllegalStateException if a unit of work is under way on this thread */
    void requireNoUnit() {
        if (units.isUnderWay()) {
            throw new IllegalStateException("an import is a unit of work of its own, and no part of another one");
        }
    }

    /**
     * Keeps what has transactions of its own out of units of work.
     *
     * @param what what it is, with an article
     * @throws IllegalStateException if a unit of work is under way on this thread
     */
    void requireNoUnit(String what) {
        units.requireNone(what);
    }

    /** The types by which a unit of work reads and saves items. */
    private record Served(TypeView types) {}

    /** A part of a unit: where it meets a type that is not known yet, the whole unit begins again. */
    private <T> T joining(Unit unit, Function<TypeView, T> work) {
        unit.requireDefinitionsUnchanged();
        if (catalog.changeNumber() < 0) {
            throw unit.startingOver(catalog::refresh);
        }
        TypeView types = unit.known(Served.class, () -> new Served(current())).types();
        try {
            return work.apply(types);
        } catch (NotYetKnown e) {
            throw unit.startingOverKnowing(again -> again == 1 ? load(types, e) : loadAll(types, e));
        } catch (Moved e) {
            throw unit.startingOver(catalog::refresh);
        }
    }

    /**
     * The same for a unit of work. One that cannot begin again keeps all types from the start, and goes by what it was read
     * with then, until it ends.
     */
    static void requireSameMoment(TypeView types, Unit unit) {
        if (unit.canBeginAgain()) {
            requireSameMoment(types, unit.content().changeNumber());
        }
    }

    /** @throws Moved if types are known as of another moment than that at which they are kept from changing */
    static void requireSameMoment(TypeView types, long number) {
        if (number != types.number()) {
            throw new Moved();
        }
    }

    private <T> T untilSettled(Attempts attempts, Function<TypeView, T> work) {
        while (true) {
            TypeView types = current();
            try {
                return work.apply(types);
            } catch (NotYetKnown e) {
                if (!load(types, e)) {
                    attempts.moved();
                }
            } catch (Moved e) {
                attempts.moved();
                catalog.refresh();
            } catch (StartOver e) {
                attempts.after(e);
            } catch (ProblemsException e) {
                retry(e, types, attempts);
            }
        }
    }

    /** Returns if it is worth another attempt, and throws the failure otherwise. */
    private void retry(ProblemsException failure, TypeView types, Attempts attempts) {
        if (isTimeout(failure)) {
            if (!attempts.afterTimeout()) {
                throw failure;
            }
        } else if (isOutdated(types)) {
            attempts.moved();
        } else {
            throw failure;
        }
    }

    private boolean load(TypeView types, NotYetKnown missing) {
        return load(() -> types.load(missing.what()));
    }

    /** Whoever met what is unknown twice may meet more of it: each attempt calls all handlers anew. */
    private boolean loadAll(TypeView types, NotYetKnown missing) {
        return load(() -> {
            types.load(missing.what());
            types.loadAll();
        });
    }

    private boolean load(Runnable loading) {
        try {
            loading.run();
            return true;
        } catch (Moved e) {
            catalog.refresh();
            return false;
        }
    }

    /** What is said to be wrong may be so by definitions that others have changed since. */
    private boolean isOutdated(TypeView types) {
        try {
            catalog.refresh();
        } catch (ProblemsException unreachable) {
            return false;
        }
        return catalog.changeNumber() != types.number();
    }

    private static boolean isTimeout(ProblemsException failure) {
        return failure.problems().stream().anyMatch(problem -> problem.code() == ProblemCode.DATABASE_TIMEOUT);
    }

    private TypeView current() {
        if (catalog.changeNumber() < 0) {
            catalog.refresh();
        }
        long number = catalog.changeNumber();
        TypeView known = view;
        if (known == null || known.number() != number) {
            known = new TypeView(number, catalog, store, rules);
            view = known;
        }
        return known;
    }

    private void prepare() {
        if (!prepared) {
            store.prepare();
            prepared = true;
        }
    }
}
