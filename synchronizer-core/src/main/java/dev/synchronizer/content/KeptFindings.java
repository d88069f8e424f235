package dev.synchronizer.content;

import dev.synchronizer.model.ColumnText;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Kept;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps with items what was found when they were saved nevertheless. */
final class KeptFindings {
    private final Unit unit;
    private final SavePath path;
    private final ContentTransaction transaction;
    private final Supplier<Instant> clock;

    KeptFindings(Unit unit, SavePath path, Supplier<Instant> clock) {
        this.unit = unit;
        this.path = path;
        transaction = unit.content();
        this.clock = clock;
    }

    /** Brings what is kept of items up to date; where nothing is kept, nor is to be, nothing is asked or written. */
    void keep(List<ItemDraft> drafts, Function<ItemDraft, Optional<Kept>> found) {
        Map<ItemDraft, Kept> concerned = new LinkedHashMap<>();
        for (ItemDraft draft : drafts) {
            if (draft.operation() != SaveOperation.PURGE) {
                found.apply(draft)
                        .filter(kept -> draft.hasFindings() || isWorthKeeping(draft, kept))
                        .ifPresent(kept -> concerned.put(draft, kept));
            }
        }
        if (!concerned.isEmpty()) {
            replace(concerned);
        }
    }

    /** What is not saved keeps nothing new. */
    private static boolean isWorthKeeping(ItemDraft draft, Kept kept) {
        return !kept.findings().isEmpty() && !draft.isUnchanged();
    }

    private void replace(Map<ItemDraft, Kept> concerned) {
        Map<UUID, List<StoredFinding>> before = stored(concerned.keySet().stream()
                .filter(ItemDraft::hasFindings)
                .map(draft -> draft.row().id())
                .toList());
        Map<UUID, List<StoredFinding>> after = new LinkedHashMap<>();
        Instant at = clock.get();
        concerned.forEach((draft, kept) -> {
            UUID id = draft.row().id();
            List<StoredFinding> former = before.getOrDefault(id, List.of());
            List<StoredFinding> now = now(id, kept, former, at);
            if (!now.equals(former)) {
                after.put(id, now);
            }
        });
        write(after);
    }

    private void write(Map<UUID, List<StoredFinding>> after) {
        if (!after.isEmpty()) {
            transaction.replaceFindings(
                    after.keySet(),
                    after.values().stream().flatMap(List::stream).toList());
        }
    }

    /** What was found before and is found again keeps the moment at which it was found first. */
    private static List<StoredFinding> now(UUID id, Kept kept, List<StoredFinding> former, Instant at) {
        Map<Finding, Instant> known = new HashMap<>();
        List<StoredFinding> now = new ArrayList<>();
        for (StoredFinding each : former) {
            known.put(finding(each), each.foundAt());
            if (kept.stays().test(each.validator())) {
                now.add(each);
            }
        }
        for (Finding each : kept.findings()) {
            StoredFinding row = row(id, each, at);
            now.add(row(id, each, known.getOrDefault(finding(row), at)));
        }
        return now;
    }

    /** Keeps more of items than what was found when they were written, which is what rules find. */
    void keepMore(Map<UUID, List<Finding>> more) {
        path.keeps(unit, more);
        Instant at = clock.get();
        Map<UUID, List<StoredFinding>> all = stored(List.copyOf(more.keySet()));
        more.forEach((id, findings) -> {
            List<StoredFinding> ofItem = all.computeIfAbsent(id, any -> new ArrayList<>());
            findings.forEach(finding -> ofItem.add(row(id, finding, at)));
        });
        write(all);
    }

    /**
     * Keeps what rules find in items in place of what they found before; what is found again keeps the moment at which it
     * was found first, and what others have found stays.
     *
     * @param rules the names of all rules that run
     * @param former what was kept of them before they were written
     * @param found what those rules find that have looked at them now
     * @param looked the names of these
     */
    void keepOfRules(
            Set<String> rules,
            Map<UUID, List<StoredFinding>> former,
            Map<UUID, List<Finding>> found,
            Set<String> looked) {
        path.keeps(unit, found);
        Set<UUID> concerned = new LinkedHashSet<>(former.keySet());
        concerned.addAll(found.keySet());
        Map<UUID, List<StoredFinding>> now = stored(List.copyOf(concerned));
        Map<UUID, List<StoredFinding>> after = new LinkedHashMap<>();
        Instant at = clock.get();
        for (UUID id : concerned) {
            List<StoredFinding> wanted = new ArrayList<>(now.getOrDefault(id, List.of()));
            wanted.removeIf(each -> rules.contains(each.validator()));
            Map<Finding, Instant> known = new HashMap<>();
            for (StoredFinding each : former.getOrDefault(id, List.of())) {
                known.put(finding(each), each.foundAt());
                if (rules.contains(each.validator()) && !looked.contains(each.validator())) {
                    wanted.add(each);
                }
            }
            for (Finding each : found.getOrDefault(id, List.of())) {
                StoredFinding row = row(id, each, at);
                wanted.add(row(id, each, known.getOrDefault(finding(row), at)));
            }
            if (!Set.copyOf(wanted).equals(Set.copyOf(now.getOrDefault(id, List.of())))) {
                after.put(id, wanted);
            }
        }
        write(after);
    }

    /** What is kept of items, by their ids; those of which nothing is are left out. */
    Map<UUID, List<StoredFinding>> stored(List<UUID> ids) {
        Map<UUID, List<StoredFinding>> stored = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            transaction
                    .findings(ids)
                    .forEach(each -> stored.computeIfAbsent(each.item(), id -> new ArrayList<>())
                            .add(each));
        }
        return stored;
    }

    private static StoredFinding row(UUID item, Finding finding, Instant at) {
        return new StoredFinding(
                item,
                finding.validator(),
                finding.severity().name(),
                finding.property(),
                finding.language(),
                ColumnText.storable(finding.message()),
                at);
    }

    /** A finding as it was kept, without the fix that was offered. */
    static Finding finding(StoredFinding row) {
        return new Finding(
                row.validator(),
                FindingSeverity.valueOf(row.severity()),
                row.property(),
                row.language(),
                row.message());
    }
}
