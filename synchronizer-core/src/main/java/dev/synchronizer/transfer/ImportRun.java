package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.content.ItemDraft;
import dev.synchronizer.content.Reference;
import dev.synchronizer.content.Violations;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Looked;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.transfer.Arrivals.Fate;
import dev.synchronizer.value.UnfitValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One import in its transaction. Lines come in batches, and what is fine is written at once, be it that all is rolled back
 * in the end; what shows only when everything is there is looked at then.
 */
final class ImportRun {
    private final String actor;
    private final Instant now;
    private final boolean continueOnError;
    private final BulkWriting content;
    private final ImportFindings findings;
    private final ContentTransaction transaction;
    private final ImportProblems problems = new ImportProblems();
    private final Arrivals arrivals = new Arrivals();
    private final List<ImportedItem> batch = new ArrayList<>();
    private final ImportWaiting waiting = new ImportWaiting(arrivals);
    private final ImportPlaces places;
    private final ImportReferences references;
    private final TakingBack takingBack;
    private final List<ItemDraft> untold = new ArrayList<>();
    private long lines;

    ImportRun(String actor, ImportOptions options, BulkWriting content, ImportFindings findings) {
        this.actor = actor;
        this.content = content;
        this.findings = findings;
        now = content.now();
        continueOnError = options.continueOnError();
        transaction = content.transaction();
        places = new ImportPlaces(transaction, arrivals, problems);
        references = new ImportReferences(content, arrivals, problems, continueOnError);
        takingBack = new TakingBack(transaction, arrivals, places, problems);
    }

    void add(long number, String line) {
        if (line.isBlank()) {
            return;
        }
        lines++;
        try {
            ImportedItem item = ImportedItem.read(number, line, content);
            if (arrivals.add(item.row().id(), number)) {
                batch.add(item);
            } else {
                problems.unreadable(
                        number, "is the second one of the item " + item.row().id());
            }
        } catch (UnfitValueException e) {
            problems.unreadable(number, e.getMessage());
        } catch (ProblemsException e) {
            problems.add(number, e);
        }
    }

    /** Writes what has come, and what waited for it. */
    void flush() {
        List<ImportedItem> next = List.copyOf(batch);
        batch.clear();
        write(next, false);
    }

    /** @param last whether nothing more comes that it would be worth to wait for */
    private void write(List<ImportedItem> items, boolean last) {
        List<ImportedItem> next = items;
        while (!next.isEmpty()) {
            next = waiting.release(writeBatch(next, last));
        }
    }

    /** Writes what is fine and need not wait, and gives the ids of all that need not. */
    private Set<UUID> writeBatch(List<ImportedItem> items, boolean last) {
        Map<UUID, StoredItem> there = locked(items);
        Map<UUID, HeldItem> before = before(items, there);
        List<ItemDraft> drafts = new ArrayList<>();
        Map<UUID, Fate> fates = new LinkedHashMap<>();
        for (ImportedItem item : items) {
            UUID id = item.row().id();
            StoredItem parent =
                    item.row().parent() == null ? null : there.get(item.row().parent());
            boolean mayWait = parent == null || !last;
            if (!(mayWait && waiting.keeps(item, parent))) {
                fates.put(id, add(item, before.get(id), parent, drafts));
            }
        }
        content.write(drafts);
        tell(drafts);
        fates.forEach(arrivals::became);
        references.look();
        return fates.keySet();
    }

    /**
     * The items that are there, and those that they are to stand below: nobody else saves, deletes or moves them until the
     * import has ended. All at once, and so in the order of their ids, as others lock them.
     */
    private Map<UUID, StoredItem> locked(List<ImportedItem> items) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (ImportedItem item : items) {
            ids.add(item.row().id());
            if (item.row().parent() != null) {
                ids.add(item.row().parent());
            }
        }
        return transaction.lockItems(ids).stream().collect(Collectors.toMap(StoredItem::id, row -> row));
    }

    private Map<UUID, HeldItem> before(List<ImportedItem> items, Map<UUID, StoredItem> there) {
        List<StoredItem> rows = items.stream()
                .map(item -> there.get(item.row().id()))
                .filter(Objects::nonNull)
                .toList();
        return content.held(rows).stream()
                .collect(Collectors.toMap(held -> held.row().id(), held -> held));
    }

    /** What may still be taken back is told of in the end. */
    private void tell(List<ItemDraft> drafts) {
        if (continueOnError) {
            drafts.stream().filter(content::isFollowed).forEach(untold::add);
            // What nobody looks at here is not kept until then.
            content.leave(
                    drafts.stream().filter(draft -> !content.isFollowed(draft)).toList());
        } else {
            content.saved(drafts);
        }
    }

    private Fate add(ImportedItem item, @Nullable HeldItem held, @Nullable StoredItem parent, List<ItemDraft> drafts) {
        ImportedChange change = ImportedChange.of(item, held, now, actor);
        ItemDraft draft = content.draft(actor, held, item.wanted(change.row()));
        Judged judged = new Judged(item, parent);
        if (change.conflict() != null) {
            problems.add(item.line(), change.conflict());
            problems.add(item.line(), content.judge(draft, judged::check));
        } else if (change.same() || !item.violations().isEmpty()) {
            problems.add(item.line(), content.judge(draft, judged::judge));
        } else {
            content.prepare(draft, judged::judge, refusal -> problems.add(item.line(), refusal));
        }
        references.expect(item, judged.added);
        if (problems.concern(item.line())) {
            return Fate.LEFT_OUT;
        }
        return held == null ? created(draft, drafts) : replaced(held, draft, change, judged.added.isEmpty(), drafts);
    }

    /** What is found about a line: of several looks, what the last one found. */
    private final class Judged {
        private final ImportedItem item;
        private final @Nullable StoredItem parent;
        private List<Reference> added = List.of();

        Judged(ImportedItem item, @Nullable StoredItem parent) {
            this.item = item;
            this.parent = parent;
        }

        Looked judge(ItemDraft draft, Violations violations) {
            Looked looked = check(draft, violations);
            content.compare(draft, violations);
            return looked;
        }

        Looked check(ItemDraft draft, Violations violations) {
            violations.addAll(item.violations());
            added = content.check(draft.wanted(), draft.held(), parent, violations);
            return Looked.EVERYWHERE;
        }
    }

    private static Fate created(ItemDraft draft, List<ItemDraft> drafts) {
        drafts.add(draft);
        return Fate.CREATED;
    }

    private Fate replaced(
            HeldItem held, ItemDraft draft, ImportedChange change, boolean refersAsBefore, List<ItemDraft> drafts) {
        if (change.same()) {
            return Fate.UNCHANGED;
        }
        boolean stands = places.change(held.row(), change.row());
        // Nothing else can turn out to be wrong later, and there may be no room for all that was there.
        if (continueOnError && !(stands && refersAsBefore)) {
            takingBack.keep(held);
        }
        drafts.add(draft);
        return Fate.REPLACED;
    }

    /** Ends the import. */
    ImportReport end() {
        Set<UUID> there = transaction.items(waiting.parents()).keySet();
        write(waiting.release(there), true);
        waiting.report(problems, continueOnError);
        Set<UUID> wrong = references.wrong();
        if (continueOnError || problems.isEmpty()) {
            wrong.addAll(places.wrong());
        }
        if (!problems.isEmpty() && !continueOnError) {
            throw new InvalidImportException(problems.all());
        }
        settle(wrong);
        content.saved(untold.stream()
                .filter(draft -> arrivals.isWritten(draft.wanted().row().id()))
                .toList());
        content.keepLate(arrivals::isWritten);
        return new ImportReport(
                lines,
                arrivals.count(Fate.CREATED),
                arrivals.count(Fate.REPLACED),
                arrivals.count(Fate.UNCHANGED),
                problems.lines(),
                problems.all(),
                findings.byLine(id -> arrivals.isWritten(id) ? arrivals.line(id) : 0));
    }

    /** What is taken back may have been what others refer to, or what made room for them. */
    private void settle(Set<UUID> found) {
        Set<UUID> wrong = found;
        while (!wrong.isEmpty()) {
            wrong = references.to(takingBack.takeBack(wrong));
            wrong.addAll(places.wrong());
        }
    }
}
