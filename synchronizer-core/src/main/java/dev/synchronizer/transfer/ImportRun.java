package dev.synchronizer.transfer;

import dev.synchronizer.content.Batch;
import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.content.InvalidItemException;
import dev.synchronizer.content.ItemDraft;
import dev.synchronizer.content.Reference;
import dev.synchronizer.content.Violations;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Looked;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.transfer.Arrivals.Fate;
import dev.synchronizer.value.UnfitValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
    private final ImportTelling telling;
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
        takingBack = new TakingBack(content, arrivals, places, problems);
        telling = new ImportTelling(content, takingBack, arrivals);
        if (continueOnError) {
            content.mayTakeBack();
        }
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
        ImportGround ground = new ImportGround(items, content);
        Map<UUID, Fate> fates = new LinkedHashMap<>();
        try (Batch together = content.batch(telling::written)) {
            for (ImportedItem item : items) {
                StoredItem parent = ground.parent(item);
                boolean mayWait = parent == null || !last;
                if (!(mayWait && waiting.keeps(item, parent))) {
                    fates.put(item.row().id(), add(item, ground, together));
                }
            }
            together.write();
        }
        fates.forEach(arrivals::became);
        references.look();
        return fates.keySet();
    }

    private Fate add(ImportedItem item, ImportGround ground, Batch together) {
        HeldItem held = ground.held(item);
        ImportedChange change = ImportedChange.of(item, held, content, now, actor);
        if (change.overtaken() && item.violations().isEmpty()) {
            return Fate.UNCHANGED;
        }
        ItemDraft draft = content.draft(actor, held, item.wanted(change.row()));
        Judged judged = new Judged(item, ground);
        if (change.conflict() != null) {
            problems.add(item.line(), change.conflict());
            problems.add(item.line(), content.judge(draft, judged::check));
        } else if (change.same() || !item.violations().isEmpty()) {
            problems.add(item.line(), content.judge(draft, judged::judge));
        } else {
            return write(item, held, judged, draft, together);
        }
        references.expect(item, judged.added);
        return problems.concern(item.line()) ? Fate.LEFT_OUT : Fate.UNCHANGED;
    }

    private Fate write(ImportedItem item, @Nullable HeldItem held, Judged judged, ItemDraft draft, Batch together) {
        try {
            together.add(draft, judged::accept);
        } catch (SaveVetoedException | InvalidItemException e) {
            requireWhole(item, together);
            refused(item, e, together);
            return Fate.LEFT_OUT;
        } catch (ProblemsException e) {
            requireWhole(item, together);
            throw ImportProblems.ending(item.line(), e);
        } finally {
            references.expect(item, judged.added);
        }
        requireWhole(item, together);
        boolean stays = staysWhereItIs(held, draft.wanted().row()) && judged.added.isEmpty();
        if (continueOnError && !stays) {
            telling.mayGo(item.row().id());
            takingBack.keep(item.row().id(), held, together.hasSavedMore());
        }
        return held == null ? Fate.CREATED : Fate.REPLACED;
    }

    /** What handlers have saved in vain fails all of it, which need not go on until it ends. */
    private void requireWhole(ImportedItem item, Batch together) {
        try {
            content.requireWhole();
        } catch (ProblemsException e) {
            throw together.isBroken() ? telling.failure(e) : ImportProblems.ending(item.line(), e);
        }
    }

    private void refused(ImportedItem item, ProblemsException refusal, Batch together) {
        if (continueOnError && together.isBound()) {
            throw ImportProblems.inseparable(item.line(), refusal.problems().asList(), ImportProblems.SAVED_MORE);
        }
        problems.add(item.line(), refusal);
    }

    /** Whether nothing can turn out later to be wrong about where it stands. */
    private boolean staysWhereItIs(@Nullable HeldItem held, StoredItem row) {
        return held == null ? row.parent() == null : places.change(held.row(), row);
    }

    /** What is found about a line: of several looks, what the last one found. */
    private final class Judged {
        private final ImportedItem item;
        private final ImportGround ground;
        private List<Reference> added = List.of();

        Judged(ImportedItem item, ImportGround ground) {
            this.item = item;
            this.ground = ground;
        }

        /** Rules are asked before anything is written: what they refuse is a fault of its line, as all else is. */
        Looked accept(ItemDraft draft, Violations violations) {
            Looked looked = judge(draft, violations);
            content.requireAcceptedByRules(draft, violations);
            return looked;
        }

        Looked judge(ItemDraft draft, Violations violations) {
            Looked looked = check(draft, violations);
            content.compare(draft, violations);
            return looked;
        }

        Looked check(ItemDraft draft, Violations violations) {
            violations.addAll(item.violations());
            added = content.check(draft.wanted(), draft.held(), ground.parent(item), violations);
            return Looked.EVERYWHERE;
        }
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
        telling.end(arrivals::isWritten);
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
