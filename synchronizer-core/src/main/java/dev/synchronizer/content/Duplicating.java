package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
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

    Duplicating(Work work) {
        this.work = work;
    }

    /**
     * Copies an item.
     *
     * @param name the name of the copy, or null for the same
     * @param withChildren whether to copy all below it too
     */
    Item duplicate(String actor, UUID id, @Nullable String name, boolean withChildren) {
        if (name != null) {
            ItemProblems.checkedName(name);
        }
        return work.writing(types -> new Copies(actor, work.now(), types), (types, copies, transaction) -> {
            StoredItem original = transaction.item(id).orElseThrow(() -> ItemProblems.missing(id));
            if (original.deleted() != null) {
                throw ItemProblems.inBin(original);
            }
            List<List<StoredItem>> below = withChildren ? copies.levelsBelow(original, transaction) : List.of();
            copies.keepTypes(original, below, transaction);
            copies.placeOf(original, transaction);
            Item root = copies.copy(List.of(original), name, transaction).get(0);
            below.forEach(level -> copies.copy(level, null, transaction));
            return root;
        });
    }

    /** The copies that are made in one transaction. */
    private final class Copies {
        private final String actor;
        private final Instant now;
        private final TypeView types;
        private final Map<UUID, UUID> copyOf = new HashMap<>();

        Copies(String actor, Instant now, TypeView types) {
            this.actor = actor;
            this.now = now;
            this.types = types;
        }

        void placeOf(StoredItem original, ContentTransaction transaction) {
            ItemType type = types.type(original.type());
            Violations violations = new Violations(type.name());
            Places.check(type, original.parent(), transaction, types, violations);
            violations.throwIfAny();
        }

        /** Each item once, even where items stand below each other in a circle. */
        List<List<StoredItem>> levelsBelow(StoredItem original, ContentTransaction transaction) {
            List<List<StoredItem>> levels = new ArrayList<>();
            Set<UUID> met = new HashSet<>(Set.of(original.id()));
            List<StoredItem> level = below(List.of(original), met, transaction);
            while (!level.isEmpty()) {
                levels.add(level);
                level = below(level, met, transaction);
            }
            return levels;
        }

        private static List<StoredItem> below(List<StoredItem> level, Set<UUID> met, ContentTransaction transaction) {
            return transaction.children(level.stream().map(StoredItem::id).toList()).stream()
                    .filter(row -> row.deleted() == null && met.add(row.id()))
                    .toList();
        }

        /** Those of all items at once, and before the first item is locked. */
        void keepTypes(StoredItem original, List<List<StoredItem>> below, ContentTransaction transaction) {
            Set<ItemType> kept = new LinkedHashSet<>(List.of(types.type(original.type())));
            below.forEach(level -> level.forEach(row -> kept.add(types.type(row.type()))));
            TypesInUse.keep(kept, transaction, types);
        }

        List<Item> copy(List<StoredItem> originals, @Nullable String name, ContentTransaction transaction) {
            List<HeldItem> held = Reading.Rows.of(originals, transaction).held(types);
            List<Problem> problems = new ArrayList<>();
            List<StoredItem> rows = new ArrayList<>();
            List<Item> copies = new ArrayList<>();
            Changes changes = new Changes();
            for (HeldItem original : held) {
                StoredItem row = row(original.row(), name);
                changes.add(checked(original, row.id(), problems));
                rows.add(row);
                copies.add(HeldItem.wanted(row, original.type(), original.own(), Values.none())
                        .item(types));
            }
            Problems.of(problems).throwIfErrors();
            transaction.insertItems(rows);
            changes.write(transaction);
            return copies;
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
        private Changes checked(HeldItem original, UUID id, List<Problem> problems) {
            ItemType type = original.type();
            String subject = original.row().named();
            Optional<String> obstacle = TypesInUse.obstacle(type);
            if (obstacle.isPresent()) {
                problems.add(Problem.of(ProblemCode.NO_ITEMS_OF_TYPE, subject, obstacle.get()));
                return new Changes();
            }
            Violations violations = new Violations(type.name());
            ItemRules.check(type, original.own(), types, violations);
            Changes changes = Changes.ofNew(id, type, original.own(), types, violations);
            violations.all().forEach(violation -> problems.add(violation.problem(subject + " " + violation.place())));
            return changes;
        }
    }
}
