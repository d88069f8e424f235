package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.Changes;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.content.Reference;
import dev.synchronizer.problem.ProblemsException;
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
    private final ContentTransaction transaction;
    private final ImportProblems problems = new ImportProblems();
    private final Arrivals arrivals = new Arrivals();
    private final List<ImportedItem> batch = new ArrayList<>();
    private final ImportWaiting waiting = new ImportWaiting(arrivals);
    private final ImportPlaces places;
    private final ImportReferences references;
    private final TakingBack takingBack;
    private long lines;

    ImportRun(String actor, ImportOptions options, BulkWriting content) {
        this.actor = actor;
        this.content = content;
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
        ImportBatch writing = new ImportBatch();
        Map<UUID, Fate> fates = new LinkedHashMap<>();
        for (ImportedItem item : items) {
            UUID id = item.row().id();
            StoredItem parent =
                    item.row().parent() == null ? null : there.get(item.row().parent());
            boolean mayWait = parent == null || !last;
            if (!(mayWait && waiting.keeps(item, parent))) {
                fates.put(id, add(item, before.get(id), parent, writing));
            }
        }
        writing.write(transaction);
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

    private Fate add(ImportedItem item, @Nullable HeldItem held, @Nullable StoredItem parent, ImportBatch writing) {
        ImportedChange change = ImportedChange.of(item, held, now, actor);
        if (change.conflict() != null) {
            problems.add(item.line(), change.conflict());
        }
        HeldItem wanted = item.wanted(change.row());
        List<Reference> added = content.check(wanted, held, parent, item.violations());
        references.expect(item, added);
        Changes values = change.conflict() == null ? content.changes(wanted, held, item.violations()) : new Changes();
        problems.add(item.line(), item.violations());
        if (problems.concern(item.line())) {
            return Fate.LEFT_OUT;
        }
        return held == null
                ? writing.create(change.row(), values)
                : replace(held, change, values, added.isEmpty(), writing);
    }

    private Fate replace(
            HeldItem held, ImportedChange change, Changes values, boolean refersAsBefore, ImportBatch writing) {
        if (change.same()) {
            return Fate.UNCHANGED;
        }
        boolean stands = places.change(held.row(), change.row());
        // Nothing else can turn out to be wrong later, and there may be no room for all that was there.
        if (continueOnError && !(stands && refersAsBefore)) {
            takingBack.keep(held);
        }
        return writing.replace(change.row(), values);
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
        return new ImportReport(
                lines,
                arrivals.count(Fate.CREATED),
                arrivals.count(Fate.REPLACED),
                arrivals.count(Fate.UNCHANGED),
                problems.lines(),
                problems.all());
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
