package dev.synchronizer.content;

import dev.synchronizer.content.TakingBack.Arrival;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.UnfitValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import in its transaction. Lines come in batches; those whose parent is still to come are held back until it does,
 * and what items refer to is looked for once more at the end.
 */
final class ImportRun {
    private final String actor;
    private final Instant now;
    private final NewIds ids;
    private final ImportOptions options;
    private final ContentTransaction transaction;
    private final TypeView types;
    private final ImportProblems problems = new ImportProblems();
    private final Map<UUID, Arrival> arrivals = new HashMap<>();
    private final List<ImportedItem> batch = new ArrayList<>();
    /** By the id of the parent that they wait for. */
    private final Map<UUID, List<ImportedItem>> waiting = new LinkedHashMap<>();

    private final ImportReferences references;
    private long lines;
    private long created;
    private long replaced;
    private long unchanged;

    ImportRun(
            String actor,
            Instant now,
            NewIds ids,
            ImportOptions options,
            ContentTransaction transaction,
            TypeView types) {
        this.actor = actor;
        this.now = now;
        this.ids = ids;
        this.options = options;
        this.transaction = transaction;
        this.types = types;
        references = new ImportReferences(transaction, types, problems);
    }

    void add(long number, String line) {
        if (line.isBlank()) {
            return;
        }
        lines++;
        try {
            ImportedItem item = ImportedItem.read(number, line, actor, now, ids, types);
            if (arrivals.putIfAbsent(item.row().id(), new Arrival(number, true, null)) == null) {
                batch.add(item);
            } else {
                problems.unreadable(
                        number, "is the second one of the item " + item.row().id());
            }
        } catch (UnfitValueException e) {
            problems.unreadable(number, String.valueOf(e.getMessage()));
        } catch (ProblemsException e) {
            problems.add(number, e);
        }
    }

    /** Writes what has come, and what waited for it. */
    void flush() {
        List<ImportedItem> next = List.copyOf(batch);
        batch.clear();
        while (!next.isEmpty()) {
            List<ImportedItem> released = new ArrayList<>();
            write(next).forEach(id -> {
                List<ImportedItem> children = waiting.remove(id);
                if (children != null) {
                    released.addAll(children);
                }
            });
            next = released;
        }
    }

    /** Writes a batch but for those that have to wait, and gives the ids of what is there now. */
    private List<UUID> write(List<ImportedItem> items) {
        Map<UUID, HeldItem> before = before(items);
        Map<UUID, StoredItem> parents = parents(items);
        ImportBatch writing = new ImportBatch(transaction, types, before, after(items));
        List<UUID> there = new ArrayList<>();
        for (ImportedItem item : items) {
            UUID parent = item.row().parent();
            if (parent != null && !parents.containsKey(parent)) {
                waiting.computeIfAbsent(parent, id -> new ArrayList<>()).add(item);
                continue;
            }
            HeldItem held = before.get(item.row().id());
            there.add(item.row().id());
            if (held != null) {
                arrivals.put(
                        held.row().id(),
                        new Arrival(item.line(), false, held.row().parent()));
            }
            if (isFine(item, held, parent == null ? null : parents.get(parent), writing)) {
                count(writing.add(item));
            }
        }
        // Only what is fine was added: where lines are left out, all others are written.
        if (problems.isEmpty() || options.continueOnError()) {
            writing.write(problems);
        }
        references.look();
        return there;
    }

    private void count(ImportBatch.Outcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case REPLACED -> replaced++;
            case UNCHANGED -> unchanged++;
        }
    }

    private Map<UUID, HeldItem> before(List<ImportedItem> items) {
        List<StoredItem> rows = transaction.lockItems(
                items.stream().map(item -> item.row().id()).toList());
        Map<UUID, HeldItem> before = new LinkedHashMap<>();
        Reading.Rows.of(rows, transaction)
                .held(types)
                .forEach(held -> before.put(held.row().id(), held));
        return before;
    }

    private static Map<UUID, StoredItem> after(List<ImportedItem> items) {
        Map<UUID, StoredItem> rows = new HashMap<>();
        items.forEach(item -> rows.put(item.row().id(), item.row()));
        return rows;
    }

    private Map<UUID, StoredItem> parents(List<ImportedItem> items) {
        Set<UUID> wanted = new HashSet<>();
        items.forEach(item -> {
            if (item.row().parent() != null) {
                wanted.add(item.row().parent());
            }
        });
        return wanted.isEmpty() ? Map.of() : transaction.items(wanted);
    }

    private boolean isFine(
            ImportedItem item, @Nullable HeldItem before, @Nullable StoredItem parent, ImportBatch writing) {
        Violations violations = item.violations();
        if (before != null && before.row().type() != item.row().type()) {
            conflict(item, "the item there is of the type " + before.type().name());
        } else if (before != null && before.row().revision() > item.row().revision()) {
            conflict(
                    item,
                    before.row().savedBy() + " has saved revision "
                            + before.row().revision() + " of it at "
                            + before.row().savedAt());
        }
        if (item.type().effective() != null) {
            ItemRules.check(item.type(), item.own(), types, violations);
            if (item.row().deleted() == null) {
                writing.checkPlace(item, before, parent, violations);
            }
        }
        problems.add(item.line(), violations);
        references.expect(item, before);
        return !problems.concern(item.line());
    }

    private void conflict(ImportedItem item, String message) {
        problems.add(
                item.line(),
                Problem.of(ProblemCode.IMPORT_CONFLICT, item.row().id().toString(), message));
    }

    private void withoutParent(ImportedItem item, UUID parent) {
        String message = arrivals.containsKey(parent)
                ? "the item " + parent + " that it was to stand below was left out"
                : "there is no item " + parent + " that it could stand below";
        problems.add(
                item.line(), Problem.of(ProblemCode.WRONG_PLACE, item.row().id().toString(), message));
    }

    /** Ends the import. */
    ImportReport end() {
        boolean writes = problems.isEmpty() || options.continueOnError();
        waiting.forEach((parent, items) -> items.forEach(item -> {
            if (writes || !arrivals.containsKey(parent)) {
                withoutParent(item, parent);
            }
        }));
        references.end(writes ? Set.of() : arrivals.keySet());
        if (!problems.isEmpty() && !options.continueOnError()) {
            throw new InvalidImportException(problems.all());
        }
        TakingBack taken = new TakingBack(transaction, types, problems, arrivals);
        references.writtenInVain().forEach(taken::takeBack);
        return new ImportReport(
                lines,
                created - taken.created(),
                replaced - taken.replaced(),
                unchanged,
                problems.lines(),
                problems.all());
    }
}
