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
            if (original.deleted() != null) {
                throw ItemProblems.inBin(original);
            }
            List<List<StoredItem>> below = withChildren ? copies.levelsBelow(original) : List.of();
            copies.keepTypes(original, below);
            ItemDraft root = copies.copy(List.of(original), name, copies.placeOf(original))
                    .get(0);
            below.forEach(level -> copies.copy(level, null, null));
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

        Copies(String actor, Instant now, ItemUnit items) {
            this.actor = actor;
            this.now = now;
            this.items = items;
            transaction = items.transaction();
            types = items.types();
        }

        Violations placeOf(StoredItem original) {
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
            TypesInUse.keep(kept, transaction, types);
        }

        /** @param found what is wrong with the places of all of them; null where nothing is */
        List<ItemDraft> copy(List<StoredItem> originals, @Nullable String name, @Nullable Violations found) {
            List<Problem> problems = new ArrayList<>();
            List<ItemDraft> drafts = new ArrayList<>();
            for (HeldItem original :
                    Reading.Rows.settled(originals, transaction).held(types)) {
                HeldItem wanted =
                        HeldItem.wanted(row(original.row(), name), original.type(), original.own(), Values.none());
                ItemDraft draft = new ItemDraft(SaveOperation.DUPLICATE, actor, types, null, wanted);
                prepare(original, draft, found, problems);
                drafts.add(draft);
            }
            Problems.of(problems).throwIfErrors();
            items.write(drafts);
            return drafts;
        }

        private StoredItem row(StoredItem original, @Nullable String name) {
            UUID id = work.newId();
            copyOf.put(original.id(), id);
            UUID parent = original.parent() == null ? null : copyOf.getOrDefault(original.parent(), original.parent());
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

        /** A copy is saved for the first time: what is asked for today holds for it. */
        private void prepare(HeldItem original, ItemDraft draft, @Nullable Violations found, List<Problem> problems) {
            String subject = original.row().named();
            Optional<String> obstacle = TypesInUse.obstacle(original.type());
            if (obstacle.isPresent()) {
                problems.add(Problem.of(ProblemCode.NO_ITEMS_OF_TYPE, subject, obstacle.get()));
                return;
            }
            try {
                ItemChecks checks = new ItemChecks(
                        items, found == null ? new Violations(original.type().name()) : found);
                items.prepare(draft, (copy, violations) -> checks.findInCopy(copy, original, violations));
            } catch (InvalidItemException e) {
                e.violations().forEach(violation -> problems.add(violation.problem(subject + " " + violation.place())));
            }
        }
    }
}
