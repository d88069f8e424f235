package dev.synchronizer.content;

import dev.synchronizer.saving.Finding;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredFinding;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of items that were saved though something is wrong with them. */
final class ReadingFindings {
    private static final int PAGE = 100;

    private final Work work;

    ReadingFindings(Work work) {
        this.work = work;
    }

    List<Finding> ofItem(UUID id) {
        return ofItems(List.of(id)).getOrDefault(id, List.of());
    }

    /** Those of items of which any are kept. */
    Map<UUID, List<Finding>> ofItems(List<UUID> ids) {
        return ids.isEmpty() ? Map.of() : work.reading(reads -> reads.findings(ids), (types, rows) -> byItem(rows));
    }

    private static Map<UUID, List<Finding>> byItem(List<StoredFinding> rows) {
        Map<UUID, List<Finding>> byItem = new HashMap<>();
        rows.forEach(row ->
                byItem.computeIfAbsent(row.item(), id -> new ArrayList<>()).add(KeptFindings.finding(row)));
        return byItem;
    }

    /** Some items, with those of the recycle bin among their ids alone. */
    private record Rows(List<StoredItem> all, Reading.Rows outside, List<StoredFinding> findings) {
        static Rows after(@Nullable UUID after, ContentReads reads) {
            List<StoredItem> all = reads.pageOfFindings(after, PAGE);
            List<StoredItem> outside =
                    all.stream().filter(row -> row.deleted() == null).toList();
            List<UUID> ids = outside.stream().map(StoredItem::id).toList();
            return new Rows(all, Reading.Rows.settled(outside, reads), reads.findings(ids));
        }

        Page page(TypeView types) {
            Map<UUID, List<Finding>> byItem = byItem(findings);
            List<Flawed> items = outside.held(types).stream()
                    .map(held -> new Flawed(
                            held.item(types), byItem.getOrDefault(held.row().id(), List.of())))
                    .toList();
            return new Page(
                    items, all.size() < PAGE ? null : all.get(all.size() - 1).id());
        }
    }

    private record Flawed(Item item, List<Finding> findings) {}

    /** @param last the id of the last one; null where there are no more behind it */
    private record Page(List<Flawed> items, @Nullable UUID last) {}

    long each(BiConsumer<Item, List<Finding>> action) {
        long met = 0;
        UUID after = null;
        do {
            UUID from = after;
            Page page = work.reading(reads -> Rows.after(from, reads), (types, rows) -> rows.page(types));
            page.items().forEach(each -> action.accept(each.item(), each.findings()));
            met += page.items().size();
            after = page.last();
        } while (after != null);
        return met;
    }
}
