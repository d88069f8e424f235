package dev.synchronizer.content;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.SyncStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way to content: each piece of work sees definitions and content of one moment. Where definitions have moved on,
 * it is rolled back and begins again. Safe for use by many threads.
 */
public final class Work {
    private static final int MOST_MOVES = 10;
    private static final int MOST_TIMEOUTS = 2;

    private final SyncStore store;
    private final ContentStore content;
    private final Catalog catalog;
    private final Clock clock;
    private final NewIds ids;
    private volatile @Nullable TypeView view;
    private volatile boolean prepared;

    public Work(SyncStore store, ContentStore content, Catalog catalog, Clock clock) {
        this.store = store;
        this.content = content;
        this.catalog = catalog;
        this.clock = clock;
        ids = new NewIds(clock);
    }

    /** The present moment, as precisely as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    UUID newId() {
        return ids.next();
    }

    SyncStore store() {
        return store;
    }

    /**
     * Reads as of one moment.
     *
     * @param fetch reads rows, and knows no types
     * @param decode is called when the connection was given back
     */
    <R, T> T reading(Function<ContentReads, R> fetch, BiFunction<TypeView, R, T> decode) {
        return untilSettled(types -> decode.apply(types, store.reading(reads -> {
            requireSameMoment(types, reads.changeNumber());
            return fetch.apply(reads.content());
        })));
    }

    /** Works with types alone. */
    <T> T knowing(Function<TypeView, T> work) {
        return untilSettled(work);
    }

    /**
     * Writes in one transaction.
     *
     * @param check is called before it, with nothing written, and finds what is wrong in what was asked for
     */
    <C, T> T writing(Function<TypeView, C> check, Writing<C, T> work) {
        return untilSettled(types -> {
            C checked = check.apply(types);
            prepare();
            return content.writingContent(transaction -> work.write(types, checked, transaction));
        });
    }

    /** What is done in a transaction. */
    interface Writing<C, T> {
        T write(TypeView types, C checked, ContentTransaction transaction);
    }

    /** @throws Moved if types are known as of another moment than that at which they are kept from changing */
    static void requireSameMoment(TypeView types, long number) {
        if (number != types.number()) {
            throw new Moved();
        }
    }

    private <T> T untilSettled(Function<TypeView, T> work) {
        int moves = 0;
        int timeouts = 0;
        while (true) {
            TypeView types = current();
            try {
                return work.apply(types);
            } catch (NotYetKnown e) {
                moves += load(types, e) ? 0 : 1;
            } catch (Moved e) {
                moves++;
                catalog.refresh();
            } catch (ProblemsException e) {
                boolean again = isTimeout(e) ? ++timeouts <= MOST_TIMEOUTS : isOutdated(types);
                if (!again) {
                    throw e;
                }
                moves += isTimeout(e) ? 0 : 1;
            }
            if (moves > MOST_MOVES) {
                throw new ProblemsException(
                        Problem.of(
                                ProblemCode.ITEMS_BUSY,
                                "content",
                                "definitions changed " + moves + " times while it was to be read or saved"),
                        null);
            }
        }
    }

    private boolean load(TypeView types, NotYetKnown missing) {
        try {
            types.load(missing.what());
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
            known = new TypeView(number, catalog, store);
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
