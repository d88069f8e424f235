package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work: all that is saved in one transaction, with what handlers save in turn. Of use only to the thread that
 * began it, and until it ends.
 */
public final class Unit {
    private final Units units;
    private final ContentTransaction content;
    private final @Nullable SyncTransaction locked;
    private final Guard guard = new Guard();
    private final SaveChain chain;
    private final IdentityHashMap<Draft, Save> saves = new IdentityHashMap<>();
    private final Map<String, Draft> underWay = new HashMap<>();
    private final Map<Class<?>, Object> known = new HashMap<>();
    private final Map<Object, Runnable> refreshes = new LinkedHashMap<>();
    private final List<Follower> followers = new ArrayList<>();
    private final NodeNews news;
    private final List<Runnable> beforeLeaving = new ArrayList<>();
    private final HeldBack heldBack;
    private final UnitFailure failure = new UnitFailure();
    private @Nullable String consumer;
    private boolean definitionsChanged;
    private boolean closed;

    /** Begins a unit; the saves that have brought it about, mostly none, are known as of when each was committed. */
    Unit(Units units, ContentTransaction content, @Nullable SyncTransaction locked, List<Subject> cause) {
        this.units = units;
        this.content = content;
        this.locked = locked;
        chain = new SaveChain(cause);
        heldBack = new HeldBack(chain);
        news = new NodeNews(content);
    }

    /**
     * What is to be done once a save is committed.
     *
     * @param path the subjects of the saves that have brought about each other up to this one
     */
    record Follower(List<Subject> path, Runnable action) {}

    /** The stored content, as this unit reads and writes it. */
    public ContentTransaction content() {
        return content;
    }

    /**
     * What can be done under the store's lock.
     *
     * @throws StartOver if this unit does not hold it, and has to begin again so that it does
     * @throws ProblemsException if it does not hold it, and cannot begin again
     */
    public SyncTransaction definitions() {
        if (locked == null) {
            throw needingLock();
        }
        return locked;
    }

    /** Reads definitions as this unit has them, all as of one moment; that needs no lock. */
    public <T> T reading(Function<StoredReads, T> work) {
        return locked == null ? DefinitionReads.read(content, work) : work.apply(locked);
    }

    /**
     * From here on, this unit cannot begin again, and goes by what it knows of definitions until it ends.
     *
     * @param by what takes in something that cannot be had twice, with an article
     */
    public void consuming(String by) {
        consumer = by;
    }

    /** Whether this unit can begin again, where it meets something that is otherwise than it was taken to be. */
    public boolean canBeginAgain() {
        return consumer == null;
    }

    /** What a room keeps for as long as the unit lasts; made when it is asked for first. */
    public <T> T known(Class<T> type, Supplier<T> make) {
        return type.cast(known.computeIfAbsent(type, any -> make.get()));
    }

    /** What a room has kept; null where it has kept nothing. */
    public <T> @Nullable T find(Class<T> type) {
        return type.cast(known.get(type));
    }

    /** To be done when this unit is committed, and before handlers are called; once, as it was asked for last. */
    public void refreshing(Object what, Runnable refresh) {
        refreshes.put(what, refresh);
    }

    /** Does something in a transaction of its own, when this unit is committed. */
    <T> T apart(Function<ContentTransaction, T> deed) {
        return units.apart(deed);
    }

    /** From here on, content cannot be read and saved in this unit: it would be so by definitions that are gone. */
    public void definitionsChanged() {
        definitionsChanged = true;
    }

    /**
     * Does what handlers are told of and can add nothing to: content is changed by definitions that are about to change
     * themselves, by a plan that is made.
     */
    public void closed(Runnable deed) {
        closed = true;
        try {
            deed.run();
        } finally {
            closed = false;
        }
    }

    /** Whether definitions were changed in this unit, so that what was read of them before may be no longer so. */
    public boolean hasChangedDefinitions() {
        return definitionsChanged;
    }

    /**
     * Ends what would read or save content by definitions that are gone.
     *
     * @throws ProblemsException if definitions were changed in this unit
     */
    public void requireDefinitionsUnchanged() {
        requireOpen();
        if (definitionsChanged) {
            throw refusal(
                    "definitions were changed in the same unit of work, and are not in use before it is committed");
        }
    }

    /** @throws ProblemsException while something is done that nobody can add to */
    void requireOpen() {
        if (closed) {
            throw refusal(
                    "a migration step is under way in the same unit of work, and definitions are about to change");
        }
    }

    private ProblemsException refusal(String message) {
        return refusal(ProblemCode.DEFINITIONS_IN_UNIT, message);
    }

    private ProblemsException refusal(ProblemCode code, String message) {
        return new ProblemsException(Problem.of(code, chain.last("content"), message), null);
    }

    /** The draft of an item that is on its way in this unit and not yet written. */
    public @Nullable Draft underWay(String key) {
        return underWay.get(key);
    }

    /** Whether what is done now was brought about by a save that is under way. */
    public boolean isNested() {
        return !chain.isEmpty();
    }

    SaveChain chain() {
        return chain;
    }

    /** Something is prepared, and is to be written before anything else is saved or read in this unit. */
    public void holdsBack(Runnable write) {
        heldBack.holds(write);
    }

    /** Writes what is held back, as if that had been done before whatever goes on now. */
    public void writeHeldBack() {
        part(() -> {
            heldBack.write();
            return heldBack;
        });
    }

    /** What made any part of this unit fail. */
    public UnitFailure failure() {
        return failure;
    }

    Guard guard() {
        return guard;
    }

    /** What is saved from here on is apart from what was saved before: handlers are called for the same things again. */
    public void beginsAnew() {
        guard.forget();
    }

    /** The saves that are on their way, each known by the draft that it is of. */
    @Nullable
    Save save(Draft draft) {
        return saves.get(draft);
    }

    void begins(Save save) {
        saves.put(save.draft(), save);
        underWay.put(save.draft().subject().key(), save.draft());
    }

    void written(Draft draft) {
        underWay.remove(draft.subject().key());
    }

    void ended(Draft draft) {
        saves.remove(draft);
    }

    /** What other nodes are to be told. */
    NodeNews news() {
        return news;
    }

    /** To be done as the last thing but telling other nodes. */
    void beforeLeaving(Runnable deed) {
        beforeLeaving.add(deed);
    }

    /** Does what is to be done before the unit ends. */
    void end() {
        beforeLeaving.forEach(Runnable::run);
        failure.throwIfAny();
        news.write();
    }

    /** To be done once it is committed, for a save of this subject that is under way here. */
    void afterCommit(Subject subject, Runnable action) {
        followers.add(new Follower(chain.to(subject), action));
    }

    /** Does what the saves of a subject bring about. */
    void within(Subject subject, int deepest, Runnable deed) {
        chain.within(subject, deepest, deed);
    }

    /** A part of this unit; where it fails, all of it does, be it that somebody has caught the failure. */
    <T> T part(Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            failure.add(e);
            throw e;
        }
    }

    /**
     * This unit is rolled back, whatever becomes of this exception, and begins again when that is done which it needs. It
     * ends where that is so too often.
     */
    public RuntimeException startingOver(Runnable first) {
        return startingOverKnowing(again -> {
            first.run();
            return false;
        });
    }

    /**
     * The same where the next attempt gets further, for more is known by then.
     *
     * @param first is given how often the unit has begun again, and says whether more is known now
     */
    public RuntimeException startingOverKnowing(IntPredicate first) {
        return failing(
                consumer == null
                        ? new StartOver(first, locked != null)
                        : refusal(
                                ProblemCode.ITEMS_BUSY,
                                "definitions changed while " + consumer + " was under way, which cannot begin again"));
    }

    /** The same under the store's lock, which comes before all others. */
    private RuntimeException needingLock() {
        return failing(
                consumer == null
                        ? new StartOver(again -> true, true)
                        : refusal(
                                ProblemCode.DEFINITIONS_IN_IMPORT,
                                "settings, rules or definitions are to be saved while " + consumer
                                        + " is under way, which cannot begin again under the store's lock"));
    }

    private RuntimeException failing(RuntimeException e) {
        failure.add(e);
        return e;
    }

    /**
     * It ends with a failure.
     *
     * @throws StartOver if it is to begin again instead, whatever somebody has made of that meanwhile
     * @throws dev.synchronizer.store.GaveWayException if it is to be done once more
     */
    void ended(Throwable e) {
        failure.add(e);
        if (consumer == null && !(e instanceof VirtualMachineError)) {
            failure.throwIfAgain();
        }
    }

    /** What has this node's readers see what is committed. */
    List<Runnable> refreshes() {
        return List.copyOf(refreshes.values());
    }

    /** What is to be done for single saves once it is committed, and that is seen. */
    List<Follower> followers() {
        return followers;
    }
}
