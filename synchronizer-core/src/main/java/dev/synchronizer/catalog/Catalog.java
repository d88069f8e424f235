package dev.synchronizer.catalog;

import dev.synchronizer.catalog.CommittedCode.Served;
import dev.synchronizer.model.Address;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.seal.TypeAlarm;
import dev.synchronizer.store.ChangeRecord;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content types as the application sees them: what administrators saved, over what code says. A type is loaded when
 * it is first asked for; after that, reading it takes no lock, no query, and no memory.
 *
 * <p>Each type that is handed out is all of one moment, and no reader is ever given an older moment after a newer one.
 * What this node commits is seen by its next read; what others commit, when the catalog next catches up.
 */
public final class Catalog {
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

    /** More changes than this are not looked at one by one. */
    private static final int MOST_CHANGES = 1_000;

    /** More types than this are loaded again with all others. */
    private static final int FEW_TYPES = 20;

    private final SyncStore store;
    private final OwnModels own;
    private final Tripwire tripwire;
    private final ReentrantLock loadingAll = new ReentrantLock();
    private volatile View view = View.empty();
    /** How often a load of all types has failed. */
    private final AtomicInteger failures = new AtomicInteger();

    public Catalog(SyncStore store, OwnModels own) {
        this(store, own, Tripwire.reporting());
    }

    /** @param tripwire is told of all types that are loaded */
    public Catalog(SyncStore store, OwnModels own, Tripwire tripwire) {
        this.store = store;
        this.own = own;
        this.tripwire = tripwire;
    }

    /** What holds what is read against its seal. */
    public Tripwire tripwire() {
        return tripwire;
    }

    /**
     * The type of this name; empty where there is none, or it is an orphan. Once loaded, the answer is a value that is
     * there already, be it the empty one.
     *
     * @throws ProblemsException if it has to be loaded and the database fails
     */
    public Optional<EffectiveType> type(String name) {
        View current = view;
        Served known = current.get(name);
        return known == null ? missed(name, current).type() : known.type();
    }

    /**
     * The type whose row has this id; empty where there is none, or it is an orphan.
     *
     * @throws ProblemsException if it has to be loaded and the database fails
     */
    public Optional<EffectiveType> type(long id) {
        Served known = view.get(id);
        return known == null
                ? catchUp((next, reads) -> next.code().serve(id, reads, own, tripwire), View::put)
                        .type()
                : known.type();
    }

    /**
     * All types, sorted by name, and all of one moment.
     *
     * @throws ProblemsException if something has to be loaded and the database fails
     */
    public List<EffectiveType> types() {
        List<EffectiveType> known = view.all();
        return known == null ? loadAll() : known;
    }

    /**
     * Says where the effective values of a type, of a property or of one setting come from, as the rows stand (E6).
     *
     * @throws ProblemsException if nothing of that name is stored, or there is no such setting
     */
    public Explanation explain(Address address) {
        return store.reading(reads -> Explaining.explain(reads, address));
    }

    /**
     * Says how code can take over what administrators saved at some addresses, or below them (E8).
     *
     * @throws ProblemsException if nothing of a name is stored, or there is no such setting
     */
    public Adoption adopt(Collection<Address> addresses) {
        return store.reading(reads -> Adopting.adopt(reads, addresses));
    }

    /** The number of the last change that reads are known to show; -1 while nothing was loaded. */
    public long changeNumber() {
        return view.number();
    }

    /**
     * Catches up with all that is committed by now.
     *
     * @throws ProblemsException if the database fails; what is known is then served as before
     */
    public void refresh() {
        catchUp((next, reads) -> Served.NOTHING, (current, nothing) -> {});
    }

    /** Catches up with what this node has just committed, so that no later read shows what was before. */
    public void refreshAfterCommit() {
        try {
            refresh();
        } catch (RuntimeException e) {
            forget();
            LOG.warn("The catalog is read anew, as what was committed could not be read: {}", e.getMessage());
        } catch (Throwable e) {
            forget();
            throw e;
        }
    }

    /** Has all nodes read again what something else has written, once it is known that it did. */
    public void alarm(Instant now) {
        List<TypeAlarm> alarms = tripwire.alarms();
        TypeAlarm.raise(store, alarms, now);
        tripwire.raised(alarms);
    }

    /** Drops all that is known; it is loaded when it is next asked for. */
    public synchronized void forget() {
        view = View.empty();
    }

    private Served missed(String name, View current) {
        if (current.isMissing(name)) {
            return Served.NOTHING;
        }
        Loading mine = new Loading(Thread.currentThread(), new CompletableFuture<>());
        Loading others = current.loads().putIfAbsent(name, mine);
        if (others != null) {
            // Who reads while it gets itself the connection to read by must not wait for itself.
            Served joined = others.thread() == mine.thread() ? null : others.join();
            return joined == null ? load(name) : joined;
        }
        try {
            Served known = current.get(name);
            Served served = known == null ? load(name) : known;
            mine.result().complete(served);
            return served;
        } catch (Throwable failure) {
            mine.result().completeExceptionally(failure);
            throw failure;
        } finally {
            current.loads().remove(name, mine);
        }
    }

    private Served load(String name) {
        return catchUp(
                (next, reads) -> next.code().serve(name, reads, own, tripwire),
                (current, served) -> current.put(name, served));
    }

    private List<EffectiveType> loadAll() {
        int failuresBefore = failures.get();
        loadingAll.lock();
        try {
            if (failures.get() == failuresBefore) {
                return loadAllInTurn();
            }
        } finally {
            loadingAll.unlock();
        }
        // What this thread waited for has failed. If the database is away, those who wait find out at the same time.
        return loadAllAnew();
    }

    private List<EffectiveType> loadAllInTurn() {
        try {
            Set<String> unsure = view.unsure();
            if (unsure != null && unsure.size() <= FEW_TYPES) {
                unsure.forEach(this::type);
            }
            List<EffectiveType> known = view.all();
            return known == null ? loadAllAnew() : known;
        } catch (Throwable failure) {
            failures.incrementAndGet();
            throw failure;
        }
    }

    private List<EffectiveType> loadAllAnew() {
        List<Served> read = catchUp((next, reads) -> next.code().serveAll(reads, own, tripwire), View::putAll);
        List<EffectiveType> known = view.all();
        return known == null ? View.sorted(read) : known;
    }

    /**
     * Reads as of one moment, and moves the view to that moment unless it is further already. What is read enters a view
     * of the same moment alone.
     */
    private <T> T catchUp(Reading<T> reading, Keeping<T> keeping) {
        while (true) {
            View start = view;
            Read<T> read = store.reading(reads -> read(start, reads, reading));
            if (install(start, read, keeping)) {
                return read.result;
            }
        }
    }

    private static <T> Read<T> read(View start, StoredReads reads, Reading<T> reading) {
        long number = reads.changeNumber();
        List<ChangeRecord> changes = start.number() == View.UNKNOWN || number <= start.number()
                ? List.of()
                : reads.changesAfter(start.number(), MOST_CHANGES + 1);
        View next = start.after(number, changes.size() > MOST_CHANGES ? null : changes);
        return new Read<>(next, changes, reading.read(next, reads));
    }

    /** Whether that could be done; not if all was dropped while it was read. */
    private synchronized <T> boolean install(View start, Read<T> read, Keeping<T> keeping) {
        View current = view;
        View next = read.next;
        if (current != start && !current.isOfLineage(next)) {
            return false;
        }
        if (current == start) {
            current = next;
        } else if (current.number() < next.number()) {
            current = current.after(next.number(), read.since(current.number(), start.number()));
        }
        view = current;
        if (current.number() == next.number()) {
            keeping.keep(current, read.result);
        }
        return true;
    }

    private interface Reading<T> {
        T read(View next, StoredReads reads);
    }

    private interface Keeping<T> {
        void keep(View current, T result);
    }

    private record Read<T>(View next, List<ChangeRecord> changes, T result) {
        /** The changes since a view that another thread has put in the place of the one that was read for. */
        @Nullable
        List<ChangeRecord> since(long number, long start) {
            boolean known = start != View.UNKNOWN && changes.size() <= MOST_CHANGES;
            return known
                    ? changes.stream()
                            .filter(change -> change.number() > number)
                            .toList()
                    : null;
        }
    }
}
