package dev.synchronizer.migration;

import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.BlockParts.Part;
import dev.synchronizer.value.StoredForm;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Saves what a migration step changed of items: the values that differ, and of each such item a new revision. Where somebody
 * looks at saves of their type, each write of an item goes through the path of all saves.
 */
final class ItemSaving {
    static final SaveOptions OPTIONS = SaveOptions.standard().from(SaveOrigin.MIGRATION);

    private final Unit unit;
    private final SavePath path;
    private final BlockParts parts;
    private final String actor;
    private final Instant now;
    private final StepTelling telling;

    /** @param now when they are saved: a moment at which no other item was */
    ItemSaving(Unit unit, SavePath path, BlockParts parts, String actor, Instant now, StepTelling telling) {
        this.unit = unit;
        this.path = path;
        this.parts = parts;
        this.actor = actor;
        this.now = now;
        this.telling = telling;
    }

    BlockParts parts() {
        return parts;
    }

    /** How many items it has written by now, each counted once, however often it was. */
    long items() {
        return unit.content().countSavedAt(now);
    }

    /** Drafts of the items that were changed; none where nobody looks at saves of their types, here or on other nodes. */
    List<StepDraft> drafts(List<StepItem> items) {
        // A step may write an item several times, and as nothing can be saved in between, handlers see each of these.
        unit.beginsAnew();
        return items.stream()
                .filter(item -> item.isChanged() && path.isAwaited(unit, SubjectKind.ITEM, item.type()))
                .map(item -> new StepDraft(item, actor))
                .toList();
    }

    /** Takes a draft through all that comes before the write; no rule of its type is held against it. */
    void prepare(StepDraft draft) {
        path.saving(unit, draft, OPTIONS, () -> {});
    }

    /**
     * Writes what is changed by now.
     *
     * @param drafts those of the items that somebody looks at
     */
    void write(List<StepItem> items, List<StepDraft> drafts) {
        path.writing(unit, drafts);
        List<StoredItem> changed = new ArrayList<>();
        List<StoredValue> saved = new ArrayList<>();
        List<StoredValue> gone = new ArrayList<>();
        for (StepItem item : items) {
            if (item.isChanged()) {
                changed.add(item.saved(now, actor));
                compare(item, saved, gone);
            }
            item.written();
        }
        StepSeals seals = StepSeals.before(unit.content(), changed);
        unit.content().deleteValues(gone);
        unit.content().saveValues(saved);
        unit.content().updateItems(changed);
        seals.renew(unit.content(), changed);
        telling.written(drafts, parts);
    }

    /** Takes a draft that was written through all that comes after the write. */
    void saved(StepDraft draft) {
        path.saved(unit, List.of(draft), OPTIONS);
    }

    private void compare(StepItem item, List<StoredValue> saved, List<StoredValue> gone) {
        Values before = item.before();
        Values after = item.values();
        Set<ValueKey> keys = new TreeSet<>(before.keys());
        keys.addAll(after.keys());
        for (ValueKey key : keys) {
            Object value = after.get(key).orElse(null);
            if (value == null) {
                gone.add(stored(item, key, before.get(key).orElseThrow()));
            } else if (!before.isSameAt(key, after)) {
                saved.add(stored(item, key, value));
            }
        }
    }

    private StoredValue stored(StepItem item, ValueKey key, Object value) {
        Part part = Objects.requireNonNull(item.knownPart(key.property()));
        return StoredForm.toStored(item.id(), part.id(), key.language(), part.type(), value, parts);
    }
}
