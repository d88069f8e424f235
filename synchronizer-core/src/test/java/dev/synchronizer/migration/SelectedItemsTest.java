package dev.synchronizer.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.NoContent;
import dev.synchronizer.store.StoredItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** F2: what a dry run says that a step selects, by whatever filters. */
class SelectedItemsTest {
    private static final int ITEMS = 5_000;

    private final Random random = new Random(42);
    private final Map<ItemFilter, TreeSet<UUID>> chosen = new HashMap<>();

    @Test
    void anItemThatSeveralFiltersChooseIsCountedOnceOverManyPages() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            all.add(new UUID(random.nextLong(), random.nextLong()));
        }
        Set<UUID> expected = new HashSet<>();
        for (long property = 1; property <= 4; property++) {
            TreeSet<UUID> some = new TreeSet<>(ContentReads.ID_ORDER);
            // Of the last there are none.
            all.stream()
                    .limit(property == 4 ? 0 : ITEMS)
                    .filter(id -> random.nextInt(3) == 0)
                    .forEach(some::add);
            chosen.put(having(property), some);
            expected.addAll(some);
        }

        assertThat(new SelectedItems(new Chosen()).count(chosen.keySet())).isEqualTo(expected.size());
        assertThat(expected).hasSizeGreaterThan(3_000);
    }

    private static ItemFilter having(long property) {
        return new ItemFilter(Set.of(7L), ItemFilter.Place.anywhere(), ItemFilter.Bin.ANY, Set.of(property), List.of());
    }

    private final class Chosen extends NoContent {
        @Override
        public List<StoredItem> page(ItemFilter filter, @Nullable UUID after, int limit) {
            TreeSet<UUID> ids = chosen.get(filter);
            return (after == null ? ids : ids.tailSet(after, false))
                    .stream().limit(limit).map(SelectedItemsTest::item).toList();
        }
    }

    private static StoredItem item(UUID id) {
        return new StoredItem(id, 7, "x", null, 1, Instant.EPOCH, "eve", Instant.EPOCH, "eve", null);
    }
}
