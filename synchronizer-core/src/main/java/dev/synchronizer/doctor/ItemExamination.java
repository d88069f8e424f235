package dev.synchronizer.doctor;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.seal.ItemSeal;
import dev.synchronizer.seal.Tampered;
import dev.synchronizer.seal.TamperedItem;
import dev.synchronizer.seal.Tripwire;
import dev.synchronizer.store.ContentProgress;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentStore;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.PageSize;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.SyncStore;
import dev.synchronizer.value.StoredValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Examines all items, a page at a time, each as of a moment of its own. */
final class ItemExamination {
    private static final int MOST_IN_PAGE = 500;

    private final SyncStore store;
    private final ContentStore content;
    private final ContentProgress progress;
    private final boolean repair;
    private final Findings findings = new Findings();
    private @Nullable KnownTypes types;

    ItemExamination(SyncStore store, ContentStore content, ContentProgress progress, boolean repair) {
        this.store = store;
        this.content = content;
        this.progress = progress;
        this.repair = repair;
    }

    Findings run() {
        long total = store.reading(reads -> reads.content().count(ItemFilter.ALL));
        PageSize size = new PageSize(MOST_IN_PAGE);
        UUID after = null;
        boolean more = true;
        while (more) {
            UUID last = after;
            Page page = store.reading(reads -> read(reads, last, size.rows()));
            more = page.items().size() == size.rows();
            size.wasRead(page.items().size(), page.length());
            if (!page.items().isEmpty()) {
                after = page.items().get(page.items().size() - 1).id();
                examine(page);
                progress.done("items", findings.count(), Math.max(total, findings.count()));
            }
        }
        return findings;
    }

    /**
     * Some items, with what it takes to judge them.
     *
     * @param above those that they stand below
     */
    private record Page(
            KnownTypes types,
            List<StoredItem> items,
            Map<UUID, List<StoredValue>> values,
            Map<UUID, StoredItem> above) {
        long length() {
            return values.values().stream().mapToLong(StoredValue::length).sum();
        }

        List<StoredValue> valuesOf(StoredItem item) {
            return values.getOrDefault(item.id(), List.of());
        }
    }

    private Page read(StoredReads reads, @Nullable UUID after, int limit) {
        KnownTypes known = types == null ? KnownTypes.read(reads) : types.asOf(reads);
        types = known;
        ContentReads all = reads.content();
        List<StoredItem> items = all.page(ItemFilter.ALL, after, limit);
        Set<UUID> parents =
                items.stream().map(StoredItem::parent).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Page(known, items, values(ids(items), all), all.items(parents));
    }

    private static List<UUID> ids(List<StoredItem> items) {
        return items.stream().map(StoredItem::id).toList();
    }

    private static Map<UUID, List<StoredValue>> values(Collection<UUID> items, ContentReads reads) {
        Map<UUID, List<StoredValue>> values = new HashMap<>();
        for (StoredValue value : reads.values(items)) {
            values.computeIfAbsent(value.item(), id -> new ArrayList<>()).add(value);
        }
        return values;
    }

    private void examine(Page page) {
        findings.met(page.items().size());
        Set<UUID> toSeal = new LinkedHashSet<>();
        for (StoredItem item : page.items()) {
            List<StoredValue> values = page.valuesOf(item);
            if (item.checksum() == null) {
                findings.unsealed();
                toSeal.add(item.id());
            }
            if (!Tripwire.fits(item, values)) {
                findings.tampered(Tripwire.problem(tampered(item, values, page.types())));
                toSeal.add(item.id());
            }
            place(item, page);
            values.forEach(value -> page.types().fault(item.type(), value).ifPresent(fault -> wrong(item, fault)));
        }
        if (repair && !toSeal.isEmpty()) {
            findings.sealed(content.writingContent(transaction -> seal(toSeal, transaction)));
        }
    }

    private static Tampered tampered(StoredItem item, List<StoredValue> values, KnownTypes types) {
        return TamperedItem.of(item, values, types.name(item.type()).orElse(null), types::property);
    }

    private void place(StoredItem item, Page page) {
        if (page.types().name(item.type()).isEmpty()) {
            wrong(item, "its type with the id " + item.type() + " is not there");
        }
        if (item.parent() != null) {
            StoredItem parent = page.above().get(item.parent());
            if (parent == null) {
                wrong(item, "the item " + item.parent() + " that it stands below is not there");
            } else if (parent.deleted() != null && item.deleted() == null) {
                wrong(
                        item,
                        "it stands outside the recycle bin, and the item " + parent.named() + " that it stands below"
                                + " is in it");
            }
        }
    }

    private void wrong(StoredItem item, String what) {
        findings.wrong(Problem.of(ProblemCode.DAMAGED_ITEM, item.named(), what));
    }

    /** Whoever has saved or deleted one of them meanwhile did right. */
    private static long seal(Set<UUID> ids, ContentTransaction transaction) {
        List<StoredItem> rows = transaction.lockItems(ids);
        Map<UUID, List<StoredValue>> values = values(ids(rows), transaction);
        Map<UUID, Long> seals = new HashMap<>();
        for (StoredItem row : rows) {
            seals.put(row.id(), ItemSeal.of(row, values.getOrDefault(row.id(), List.of())));
        }
        transaction.seal(seals);
        return seals.size();
    }
}
