package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes copies of items: with their values in use, beside them, and of a history of their own. */
final class Duplicating {
    private final Work work;
    private final SaveOptions options;

    Duplicating(Work work, SaveOptions options) {
        this.work = work;
        this.options = options;
    }

    /**
     * Copies an item.
     *
     * @param name the name of the copy, or null for the same
     * @param withChildren whether to copy all below it too
     */
    Item duplicate(String actor, UUID id, @Nullable String name, boolean withChildren) {
        return work.writing(options, types -> beginning(name), (now, items) -> {
            ContentTransaction transaction = items.transaction();
            Copies copies = new Copies(actor, now, items);
            StoredItem original = transaction.item(id).orElseThrow(() -> ItemProblems.missing(id));
            List<List<StoredItem>> below = withChildren ? copies.levelsBelow(original) : List.of();
            copies.keepTypes(original, below);
            ItemDraft root = copies.copyRoot(id, name);
            below.forEach(copies::copyBelow);
            return items.item(root);
        });
    }

    private Instant beginning(@Nullable String name) {
        if (name != null) {
            ItemProblems.checkedName(name);
        }
        return work.now();
    }

    /** The copies that are made in one transaction. */
    private final class Copies {
        private final String actor;
        private final Instant now;
        private final ItemUnit items;
        private final ContentTransaction transaction;
        private final TypeView types;
        private final Map<UUID, UUID> copyOf = new HashMap<>();
        private final long since;

        Copies(String actor, Instant now, ItemUnit items) {
            this.actor = actor;
            this.now = now;
            this.items = items;
            transaction = items.transaction();
            types = items.types();
            since = items.moment();
        }

        private Violations placeOf(StoredItem original) {
            ItemType type = types.type(original.type());
            Violations violations = new Violations(type.name());
            Places.check(type, original.parent(), transaction, types, violations);
            return violations;
        }

        /** Each item once, even where items stand below each other in a circle. */
        List<List<StoredItem>> levelsBelow(StoredItem original) {
            List<List<StoredItem>> levels = new ArrayList<>();
            Set<UUID> met = new HashSet<>(Set.of(original.id()));
            List<StoredItem> level = below(List.of(original), met);
            while (!level.isEmpty()) {
                levels.add(level);
                level = below(level, met);
            }
            return levels;
        }

        private List<StoredItem> below(List<StoredItem> level, Set<UUID> met) {
            return transaction.children(level.stream().map(StoredItem::id).toList()).stream()
                    .filter(row -> row.deleted() == null && met.add(row.id()))
                    .toList();
        }

        /** Those of all items at once, and before the first item is locked. */
        void keepTypes(StoredItem original, List<List<StoredItem>> below) {
            Set<ItemType> kept = new LinkedHashSet<>(List.of(types.type(original.type())));
            below.forEach(level -> level.forEach(row -> kept.add(types.type(row.type()))));
            TypesInUse.keep(kept, items);
        }

        ItemDraft copyRoot(UUID id, @Nullable String name) {
            HeldItem original = turns(List.of(id)).next(id);
            if (original == null) {
                throw ItemProblems.missing(id);
            }
            if (original.row().deleted() != null) {
                throw ItemProblems.inBin(original.row());
            }
            Violations place = placeOf(original.row());
            List<Problem> problems = new ArrayList<>();
            ItemDraft draft = draft(original, name, original.row().parent());
            try (Batch batch = new Batch(items, items::write)) {
                prepare(original, draft, place, batch, problems);
                Problems.of(problems).throwIfErrors();
                batch.write();
            }
            return draft;
        }

        void copyBelow(List<StoredItem> originals) {
            Batch.parts(originals).forEach(this::copySomeBelow);
        }

        /** Each as it is when its turn has come; what is gone by then is not copied, nor is what stood below it. */
        private void copySomeBelow(List<StoredItem> originals) {
            List<Problem> problems = new ArrayList<>();
            Turns turns = turns(originals.stream().map(StoredItem::id).toList());
            try (Batch batch = new Batch(items, items::write)) {
                for (StoredItem row : originals) {
                    UUID parent = copyOf.get(row.parent());
                    HeldItem original = parent == null ? null : turns.next(row.id());
                    if (original != null && original.row().deleted() == null) {
                        Violations nothing = new Violations(original.type().name());
                        prepare(original, draft(original, null, parent), nothing, batch, problems);
                    }
                }
                Problems.of(problems).throwIfErrors();
                batch.write();
            }
        }

        /** Read anew: since the tree was looked at, others may have saved these, and handlers too. */
        private Turns turns(List<UUID> ids) {
            long moment = items.moment();
            return new Turns(items, List.copyOf(transaction.items(ids).values()), moment);
        }

        private ItemDraft draft(HeldItem original, @Nullable String name, @Nullable UUID parent) {
            StoredItem row = row(original.row(), name, parent);
            HeldItem wanted = HeldItem.wanted(row, original.type(), original.own(), Values.none());
            return new ItemDraft(SaveOperation.DUPLICATE, actor, types, null, wanted);
        }

        private StoredItem row(StoredItem original, @Nullable String name, @Nullable UUID parent) {
            UUID id = work.newId();
            copyOf.put(original.id(), id);
            return new StoredItem(
                    id,
                    original.type(),
                    name == null ? original.name() : name,
                    parent,
                    1,
                    now,
                    actor,
                    now,
                    actor,
                    null);
        }

        /** Handlers may have taken away meanwhile what it is to stand below. */
        private void checkParent(ItemDraft copy, Violations violations) {
            UUID parent = copy.row().parent();
            if (parent != null && items.wroteSince(parent, since)) {
                Places.check(copy.type(), parent, transaction, types, violations);
            }
        }

        /** A copy is saved for the first time: what is asked for today holds for it. */
        private void prepare(
                HeldItem original, ItemDraft draft, Violations found, Batch batch, List<Problem> problems) {
            String subject = original.row().named();
            Optional<String> obstacle = TypesInUse.obstacle(original.type());
            if (obstacle.isPresent()) {
                problems.add(Problem.of(ProblemCode.NO_ITEMS_OF_TYPE, subject, obstacle.get()));
                return;
            }
            try {
                ItemChecks checks = new ItemChecks(items, found);
                batch.add(draft, (copy, violations) -> {
                    checkParent(copy, violations);
                    return checks.findInCopy(copy, original, violations);
                });
            } catch (InvalidItemException e) {
                if (batch.hasFailedElsewhere()) {
                    throw e;
                }
                e.violations().forEach(violation -> problems.add(violation.problem(subject + " " + violation.place())));
            }
        }
    }
}
