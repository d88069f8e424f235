package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.SyncTransaction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work: all that is saved in one transaction, with what handlers save in turn. Of use only to the thread that
 * began it, and until it ends.
 */
public final class Unit {
    /** So much word for other nodes is kept until it is written: an import has no end that could be waited for. */
    private static final int MOST_LEAVING = 1_000;

    private final ContentTransaction content;
    private final @Nullable SyncTransaction locked;
    private final Guard guard = new Guard();
    private final Deque<Subject> path = new ArrayDeque<>();
    private final IdentityHashMap<Draft, Save> saves = new IdentityHashMap<>();
    private final Map<String, Draft> underWay = new HashMap<>();
    private final Map<Class<?>, Object> known = new HashMap<>();
    private final Map<Object, Runnable> refreshes = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<NodeEvent> leaving = new ArrayList<>();
    private @Nullable HeldBack heldBack;
    private @Nullable Boolean listenedTo;
    private @Nullable Throwable failure;
    private boolean definitionsChanged;
    private boolean closed;

    /**
     * What is prepared and not written yet.
     *
     * @param depth how many saves had brought it about
     */
    private record HeldBack(Runnable write, int depth) {}

    Unit(ContentTransaction content, @Nullable SyncTransaction locked) {
        this.content = content;
        this.locked = locked;
    }

    /** The stored content, as this unit reads and writes it. */
    public ContentTransaction content() {
        return content;
    }

    /**
     * What can be done under the store's lock.
     *
     * @throws StartOver if this unit does not hold it, and has to begin again so that it does
     */
    public SyncTransaction definitions() {
        if (locked == null) {
            throw needingLock();
        }
        return locked;
    }

    /** What a room keeps for as long as the unit lasts; made when it is asked for first. */
    public <T> T known(Class<T> type, Supplier<T> make) {
        return type.cast(known.computeIfAbsent(type, any -> make.get()));
    }

    /** What a room has kept; null where it has kept nothing. */
    public <T> @Nullable T find(Class<T> type) {
        return type.cast(known.get(type));
    }

    /**
     * To be done when this unit is committed, and before handlers are called; once, as it was asked for last.
     */
    public void refreshing(Object what, Runnable refresh) {
        refreshes.put(what, refresh);
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
        String subject = path.isEmpty() ? "content" : path.getLast().toString();
        return new ProblemsException(Problem.of(ProblemCode.DEFINITIONS_IN_UNIT, subject, message), null);
    }

    /** The draft of an item that is on its way in this unit and not yet written. */
    public @Nullable Draft underWay(String key) {
        return underWay.get(key);
    }

    /** Whether what is done now was brought about by a save that is under way. */
    public boolean isNested() {
        return !path.isEmpty();
    }

    /** Something is prepared, and is to be written before anything else is saved or read in this unit. */
    public void holdsBack(Runnable write) {
        heldBack = new HeldBack(write, path.size());
    }

    /** Writes what is held back, as if that had been done before whatever goes on now. */
    public void writeHeldBack() {
        HeldBack held = heldBack;
        heldBack = null;
        if (held != null) {
            part(() -> {
                apartFromWhatGoesOn(held);
                return held;
            });
        }
    }

    private void apartFromWhatGoesOn(HeldBack held) {
        Deque<Subject> goingOn = new ArrayDeque<>();
        while (path.size() > held.depth()) {
            goingOn.addFirst(path.removeLast());
        }
        try {
            held.write().run();
        } finally {
            path.addAll(goingOn);
        }
    }

    /** Whether no part of this unit has failed. */
    public boolean isWhole() {
        return failure == null;
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

    /** Whether other nodes want to be told of what is saved here, as of when the unit first read the state. */
    boolean isListenedTo(Supplier<Instant> now) {
        Boolean known = listenedTo;
        if (known == null) {
            ContentState state = content.knownState();
            known = state.remoteUntil() != null && state.isListenedTo(now.get());
            listenedTo = known;
        }
        return known;
    }

    /** To be told to other nodes, together with others. */
    void leaves(NodeEvent event) {
        leaving.add(event);
        if (leaving.size() == MOST_LEAVING) {
            leave();
        }
    }

    /** Writes what other nodes are to be told. The later that is done, the sooner its numbers are followed by the commit. */
    void leave() {
        if (!leaving.isEmpty()) {
            content.announce(List.copyOf(leaving));
            leaving.clear();
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Does what the saves of a subject bring about. */
    void within(Subject subject, int deepest, Runnable deed) {
        path.addLast(subject);
        try {
            if (path.size() > deepest) {
                throw new ProblemsException(
                        Problem.of(
                                ProblemCode.SAVES_TOO_DEEP,
                                path.getFirst().toString(),
                                "saves bring about saves more than " + deepest + " deep: " + pathText()),
                        null);
            }
            deed.run();
        } finally {
            path.removeLast();
        }
    }

    private String pathText() {
        Stream<String> subjects = path.stream().map(Subject::toString);
        return subjects.collect(Collectors.joining(" -> "));
    }

    /** A part of this unit; where it fails, all of it does, be it that somebody has caught the failure. */
    <T> T part(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            failed(e);
            throw e;
        }
    }

    /** This unit is rolled back, whatever becomes of this exception, and begins again when that is done which it needs. */
    public StartOver startingOver(Runnable first) {
        StartOver again = new StartOver(first);
        failed(again);
        return again;
    }

    /** The same under the store's lock, which comes before all others. */
    private StartOver needingLock() {
        StartOver again = StartOver.locked();
        failed(again);
        return again;
    }

    private void failed(Throwable e) {
        if (failure == null || e instanceof StartOver && !(failure instanceof StartOver)) {
            failure = e;
        }
    }

    /** @throws RuntimeException or Error what made any part of this unit fail, unless all is well */
    void requireWhole() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** @throws StartOver if it is to begin again, whatever somebody has made of that meanwhile */
    void requireSettled() {
        if (failure instanceof StartOver again) {
            throw again;
        }
    }

    /** What is to be done once it is committed. */
    List<Runnable> committed() {
        List<Runnable> all = new ArrayList<>(refreshes.values());
        all.addAll(afterCommit);
        return all;
    }
}
