package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Has other servers told of what becomes of types and properties, by what is stored of them before and after: one save may
 * change a definition and what is saved beside it, and one that deletes a type takes all of its properties and settings along.
 * Each of these is told by its own key. Where there is nobody to be told, nothing is read.
 */
final class Telling {
    private final Unit unit;
    private final SavePath path;
    private final Map<String, ToldType> before = new TreeMap<>();

    /** Looks at what is about to be written. */
    Telling(Unit unit, SavePath path, List<? extends Draft> drafts) {
        this.unit = unit;
        this.path = path;
        if (!drafts.isEmpty() && path.tells(unit)) {
            drafts.forEach(draft ->
                    before.computeIfAbsent(draft.subject().type(), name -> ToldType.read(unit.definitions(), name)));
        }
    }

    /** Tells what has become of it. */
    void tell(String actor, SaveOptions options) {
        StoredReads reads = unit.definitions();
        before.values().forEach(was -> {
            List<Told> told = changes(was, ToldType.read(reads, was.name()), reads);
            told.forEach(each -> path.written(unit, subject(each.key()), each, actor, options));
        });
    }

    private static Subject subject(TaskKey key) {
        return Subject.of(SubjectKind.valueOf(key.kind()), Address.parse(key.id()));
    }

    /** What is defined comes before what is saved for it, and goes after that. */
    private static List<Told> changes(ToldType before, ToldType after, StoredReads reads) {
        Set<TaskKey> keys = new LinkedHashSet<>(after.type() == null ? before.keys() : after.keys());
        keys.addAll(before.keys());
        List<Told> told = new ArrayList<>();
        boolean deletes = false;
        for (TaskKey key : keys) {
            StateChange change = new StateChange(before.state(key), after.state(key));
            if (!change.isNone()) {
                told.add(told(key, change, after.type() == null ? before : after, reads));
                deletes |= change.after() == null;
            }
        }
        if (deletes) {
            Collections.reverse(told);
        }
        return told;
    }

    private static Told told(TaskKey key, StateChange change, ToldType type, StoredReads reads) {
        SubjectState after = change.after();
        return new Told(
                key,
                key.id(),
                operation(key, change),
                type.about(reads),
                change,
                0,
                after == null ? List.of() : TypeNeeds.of(key, after, type, reads));
    }

    /** One of them as it is, whatever it was; null where there is no such thing. */
    static @Nullable Told whole(TaskKey key, ToldType type, StoredReads reads) {
        SubjectState state = type.state(key);
        return state == null
                ? null
                : new Told(
                        key,
                        key.id(),
                        SaveOperation.UPDATE,
                        type.about(reads),
                        new StateChange(null, state),
                        0,
                        TypeNeeds.of(key, state, type, reads));
    }

    /** Where settings are only taken back, that is a deletion. */
    private static SaveOperation operation(TaskKey key, StateChange change) {
        SubjectState before = change.before();
        SubjectState after = change.after();
        if (before == null) {
            return SaveOperation.CREATE;
        }
        boolean isLess = after == null
                || key.kind().equals(TaskKey.OVERRIDES)
                        && before.places().entrySet().containsAll(after.places().entrySet());
        return isLess ? SaveOperation.DELETE : SaveOperation.UPDATE;
    }
}
