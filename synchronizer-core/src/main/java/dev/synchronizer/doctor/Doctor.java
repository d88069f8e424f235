package dev.synchronizer.doctor;

import dev.synchronizer.doctor.Examination.Sealed;
import dev.synchronizer.model.Actor;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.store.SchemaState;
import dev.synchronizer.store.SyncStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Examines a store as a whole: whether something else than the synchronizer has written its types and items, what does not
 * fit together, and what was left behind by saves. It holds no more than a page of items at a time, and keeps nobody from
 * saving.
 */
public final class Doctor {
    private static final int MOST_FAILURES = 20;

    private final SyncStore store;
    private final ContentStore content;
    private final Clock clock;
    private final Runnable committed;

    /** @param committed is called when something was written that this node is to read again */
    public Doctor(SyncStore store, ContentStore content, Clock clock, Runnable committed) {
        this.store = store;
        this.content = content;
        this.clock = clock;
        this.committed = committed;
    }

    /** Looks, and changes nothing; but all nodes read again the types that something else has written. */
    public Examination examine() {
        return examine((what, done, total) -> {});
    }

    /**
     * Does so, and tells how far it has come.
     *
     * @param progress is told of each page of items
     */
    public Examination examine(ContentProgress progress) {
        return examined(null, progress);
    }

    /**
     * Looks, and accepts what stands there: items and types that something else has written are sealed as they are, as are
     * those that were never sealed, and all nodes read these types again.
     *
     * @param actor is recorded as the one who accepted it
     */
    public Examination repair(String actor) {
        return repair(actor, (what, done, total) -> {});
    }

    /**
     * Does so, and tells how far it has come.
     *
     * @param progress is told of each page of items
     */
    public Examination repair(String actor, ContentProgress progress) {
        return examined(Actor.checked(actor), progress);
    }

    private Examination examined(@Nullable String actor, ContentProgress progress) {
        SchemaState schema = store.status("").schema();
        if (schema != SchemaState.CURRENT) {
            return new Examination(schema, Sealed.NONE, Sealed.NONE, 0, List.of(), new TreeMap<>(), List.of(), 0);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Findings types = new TypeExamination(store, now).run(actor);
        committed.run();
        Findings items = new ItemExamination(store, content, progress, actor != null).run();
        boolean accepted = actor != null;
        return new Examination(
                schema,
                types.result(),
                items.result(),
                types.wrong(accepted) + items.wrong(accepted),
                types.first().and(items.first()).asList(),
                store.reading(reads -> new TreeMap<>(reads.content().countFindings())),
                store.saveFailures(MOST_FAILURES),
                store.countSaveFailures());
    }

    /** Forgets the failures after saves that an examination shows, and no others; says how many these are. */
    public long forgetFailures(Examination shown) {
        store.deleteSaveFailures(shown.failures().stream().map(SaveFailure::id).toList());
        return shown.failures().size();
    }
}
