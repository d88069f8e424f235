package dev.synchronizer.migration;

import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items that at least one of several filters chooses. */
final class SelectedItems {
    private final ContentReads reads;

    SelectedItems(ContentReads reads) {
        this.reads = reads;
    }

    /** How many there are, each counted once, without holding more than a page of each filter. */
    long count(Collection<ItemFilter> filters) {
        return filters.size() == 1 ? reads.count(filters.iterator().next()) : countOnce(filters);
    }

    private long countOnce(Collection<ItemFilter> filters) {
        List<Ids> all = new ArrayList<>();
        filters.forEach(filter -> all.add(new Ids(filter)));
        long count = 0;
        UUID next = least(all);
        while (next != null) {
            count++;
            for (Ids ids : all) {
                ids.pass(next);
            }
            next = least(all);
        }
        return count;
    }

    private static @Nullable UUID least(List<Ids> all) {
        return all.stream()
                .map(ids -> ids.current)
                .filter(Objects::nonNull)
                .min(ContentReads.ID_ORDER)
                .orElse(null);
    }

    /** The ids that one filter chooses, in their order. */
    private final class Ids {
        private static final int PAGE = 1_000;

        private final ItemFilter filter;
        private Iterator<StoredItem> page = List.<StoredItem>of().iterator();
        private @Nullable UUID current;

        Ids(ItemFilter filter) {
            this.filter = filter;
            move();
        }

        void pass(UUID id) {
            if (id.equals(current)) {
                move();
            }
        }

        private void move() {
            if (!page.hasNext()) {
                page = reads.page(filter, current, PAGE).iterator();
            }
            current = page.hasNext() ? page.next().id() : null;
        }
    }
}
