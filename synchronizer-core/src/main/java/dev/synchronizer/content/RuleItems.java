package dev.synchronizer.content;

import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.StoredItem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which items rules are to look at. */
final class RuleItems {
    private final Work work;

    RuleItems(Work work) {
        this.work = work;
    }

    /** By what is stored now, be it that this node has not heard of it yet. */
    RuleChoice choice(List<String> rules, List<String> types) {
        return work.reading(ContentReads::changeNumber, (view, number) -> RuleChoice.of(rules, types, view));
    }

    long count(List<String> rules, List<String> types) {
        Optional<ItemFilter> filter = choice(rules, types).items();
        return filter.isEmpty() ? 0 : work.reading(reads -> reads.count(filter.get()), (view, count) -> count);
    }

    static List<StoredItem> page(RuleChoice choice, @Nullable UUID after, int limit, ContentReads reads) {
        return choice.items().map(filter -> reads.page(filter, after, limit)).orElse(List.of());
    }
}
