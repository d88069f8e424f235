package dev.synchronizer.migration;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.BlockParts;
import dev.synchronizer.value.StoredParts;
import dev.synchronizer.value.StoredValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has other servers and systems told of the items that the steps of one run change, by the names and data types that hold
 * after the run. What steps change before types do is kept until then as it was, and told once for each item: the run may
 * rename properties and convert values behind these steps. Where there is nobody to be told, nothing is kept. Not thread-safe.
 */
final class StepTelling {
    private static final int MOST_AT_ONCE = 500;

    private final Unit unit;
    private final SavePath path;
    private final SaveOptions options;
    private final Map<UUID, Changed> kept = new LinkedHashMap<>();
    private @Nullable ToldByStep now;

    /** An item as it was before the first step that changed it. */
    private record Changed(SeenItem before, String actor) {}

    StepTelling(Unit unit, SavePath path, SaveOptions options) {
        this.unit = unit;
        this.path = path;
        this.options = options;
    }

    /**
     * A step has changed items, and they are written.
     *
     * @param parts what their values are of
     */
    void written(List<StepDraft> drafts, BlockParts parts) {
        if (!drafts.isEmpty() && path.tells(unit)) {
            for (StepDraft draft : drafts) {
                StepItem item = draft.item();
                Changed changed = new Changed(SeenItem.before(item, parts), draft.actor());
                if (now == null) {
                    kept.putIfAbsent(item.id(), changed);
                } else {
                    tell(changed, SeenItem.after(item, parts), now);
                }
            }
        }
    }

    /** Whether something is to be told once types have changed. */
    boolean isWaiting() {
        return !kept.isEmpty();
    }

    /** The types have changed, and the values with them. */
    void typesChanged(StoredModel stored) {
        ToldByStep told = new ToldByStep(stored, new StoredParts(stored));
        now = told;
        List<UUID> ids = new ArrayList<>(kept.keySet());
        for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
            tell(ids.subList(from, Math.min(from + MOST_AT_ONCE, ids.size())), told);
        }
        kept.clear();
    }

    private void tell(List<UUID> ids, ToldByStep told) {
        Map<UUID, List<StoredValue>> values = new LinkedHashMap<>();
        unit.content()
                .values(ids)
                .forEach(value -> values.computeIfAbsent(value.item(), any -> new ArrayList<>())
                        .add(value));
        Map<UUID, StoredItem> rows = unit.content().items(ids);
        for (UUID id : ids) {
            StoredItem row = rows.get(id);
            Changed changed = kept.get(id);
            if (row != null && changed != null) {
                tell(changed, SeenItem.of(row, values.getOrDefault(id, List.of()), told.parts()), told);
            }
        }
    }

    private void tell(Changed changed, SeenItem after, ToldByStep told) {
        Subject subject = Subject.ofItem(
                after.row().id(), told.typeOf(after), changed.before().row().name());
        path.written(unit, subject, told.told(changed.before(), after), changed.actor(), options);
    }
}
