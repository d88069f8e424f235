package dev.synchronizer.transfer;

import dev.synchronizer.content.Changes;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.transfer.Arrivals.Fate;
import java.util.ArrayList;
import java.util.List;

/** Items of an import that are written together. */
final class ImportBatch {
    private final List<StoredItem> created = new ArrayList<>();
    private final List<StoredItem> replaced = new ArrayList<>();
    private final Changes changes = new Changes();

    Fate create(StoredItem row, Changes values) {
        created.add(row);
        changes.add(values);
        return Fate.CREATED;
    }

    Fate replace(StoredItem row, Changes values) {
        replaced.add(row);
        changes.add(values);
        return Fate.REPLACED;
    }

    void write(ContentTransaction transaction) {
        if (!created.isEmpty()) {
            transaction.insertItems(created);
        }
        if (!replaced.isEmpty()) {
            transaction.updateItems(replaced);
        }
        changes.write(transaction);
    }
}
