package dev.synchronizer.content;

import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.StoredValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Brings an application of rules forward by one batch, whose items are locked. Not thread-safe. */
final class RuleAdvance {
    private final RuleRunRecord record;
    private final List<StoredItem> page;
    private final BatchLimit limit;
    private final Supplier<Instant> clock;
    private final Instant begun;

    /** @param page the items that come next, as they were found */
    RuleAdvance(RuleRunRecord record, List<StoredItem> page, BatchLimit limit, Supplier<Instant> clock) {
        this.record = record;
        this.page = page;
        this.limit = limit;
        this.clock = clock;
        begun = clock.get();
    }

    /** @param found what is told of, and grows while rules are applied */
    RuleBatch by(RuleApplying applying, List<HeldItem> held, List<ItemFinding> found, ContentTransaction transaction) {
        Optional<UUID> brokenOffAt = applying.apply(held, this::isTimeUp);
        List<StoredItem> done = brokenOffAt.map(this::upTo).orElse(page);
        boolean more = page.size() == limit.items() || done.size() < page.size();
        List<RefusedItem> refusals = refusals(applying, done);
        long looked = record.looked() + done.size();
        long changed = record.changed() + applying.changed();
        long refused = record.refused() + refusals.size();
        UUID last =
                done.isEmpty() ? record.lastItem() : done.get(done.size() - 1).id();
        if (!done.isEmpty()) {
            transaction.addRuleRefusals(
                    record.id(), refusals.stream().map(RefusalJson::write).toList());
            transaction.advanceRuleRun(record.id(), done.get(done.size() - 1).id(), looked, changed, refused);
        }
        if (!more) {
            transaction.endRuleRun(record.id(), RuleRunRecord.State.DONE, clock.get(), null);
        }
        Duration took = Duration.between(begun, clock.get());
        RuleBatch.Size size = new RuleBatch.Size(done.size(), length(held), took);
        return new RuleBatch(last, looked, changed, refused, applying.changes(), refusals, found, size, more, false);
    }

    private boolean isTimeUp() {
        return !clock.get().isBefore(begun.plus(limit.time()));
    }

    private List<StoredItem> upTo(UUID last) {
        int count = 0;
        while (!page.get(count).id().equals(last)) {
            count++;
        }
        return page.subList(0, count + 1);
    }

    /** Those that cannot be read are known before all others are looked at, and may have to wait. */
    private static List<RefusedItem> refusals(RuleApplying applying, List<StoredItem> done) {
        List<UUID> ids = done.stream().map(StoredItem::id).toList();
        return applying.refusals().stream()
                .filter(refused -> ids.contains(refused.id()))
                .sorted((one, other) -> Integer.compare(ids.indexOf(one.id()), ids.indexOf(other.id())))
                .toList();
    }

    private static long length(List<HeldItem> held) {
        return held.stream().mapToLong(item -> StoredValue.length(item.rows())).sum();
    }
}
