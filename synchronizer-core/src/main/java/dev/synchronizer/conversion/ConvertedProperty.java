package dev.synchronizer.conversion;

import dev.synchronizer.seal.ItemSeal;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.LostValue;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What happens to the values of one property, batch by batch: some are saved, some deleted, and some of those lost. */
final class ConvertedProperty {
    private final long id;
    private final String name;
    private final String dataType;
    private final long total;
    private final Consumer<List<LostValue>> losses;
    private final ContentProgress progress;
    private final List<StoredValue> saved = new ArrayList<>();
    private final List<StoredValue> deleted = new ArrayList<>();
    private final List<LostValue> lost = new ArrayList<>();
    private final Map<UUID, Long> seals = new HashMap<>();
    private long done;

    /**
     * Prepares to convert.
     *
     * @param name the property, as {@code Type.property}
     * @param dataType the data type of its values
     * @param total how many there are
     */
    ConvertedProperty(
            long id,
            String name,
            String dataType,
            long total,
            Consumer<List<LostValue>> losses,
            ContentProgress progress) {
        this.id = id;
        this.name = name;
        this.dataType = dataType;
        this.total = total;
        this.losses = losses;
        this.progress = progress;
    }

    long id() {
        return id;
    }

    /** What comes where nothing stood, or where a value stood that is {@linkplain #delete deleted}. */
    void add(StoredValue value) {
        saved.add(value);
        changed(value);
    }

    void replace(StoredValue before, StoredValue value) {
        add(value);
        changed(before);
    }

    void delete(StoredValue value) {
        deleted.add(value);
        changed(value);
    }

    private void changed(StoredValue value) {
        seals.merge(value.item(), ItemSeal.of(value), (one, other) -> one ^ other);
    }

    void lose(UUID item, String language, String json) {
        lost.add(new LostValue(item, name, dataType, language, json));
    }

    /**
     * Writes what was collected of so many values, all of which stand in one column.
     *
     * @param column the column
     */
    void replace(ContentTransaction content, ValueColumn column, int values) {
        content.deleteValues(deleted);
        content.replaceValues(saved, column);
        written(content, values);
    }

    /** Writes what was collected of so many values, some of which get another place. */
    void move(ContentTransaction content, int values) {
        content.deleteValues(deleted);
        content.saveValues(saved);
        written(content, values);
    }

    private void written(ContentTransaction content, int values) {
        content.changeSeals(seals);
        if (!lost.isEmpty()) {
            losses.accept(List.copyOf(lost));
        }
        saved.clear();
        deleted.clear();
        lost.clear();
        seals.clear();
        done += values;
        progress.done(name, Math.min(done, total), total);
    }
}
