package dev.synchronizer.integration;

import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.task.Interest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Of which saves a connector is told, and how. Immutable.
 *
 * @param kinds what kinds of things; items if left out
 * @param types the names of the types; none means all
 * @param operations none means all
 * @param form what it is told
 * @param synchronous whether the saving thread waits for it, behind the commit; otherwise it is told in the background
 */
public record Subscription(
        Set<SubjectKind> kinds, Set<String> types, Set<SaveOperation> operations, Form form, boolean synchronous) {
    /** @throws IllegalArgumentException if it is of no kind, or of {@link SubjectKind#MODEL}, of which nobody elsewhere is told */
    public Subscription {
        kinds = Set.copyOf(kinds);
        types = Set.copyOf(types);
        operations = Set.copyOf(operations);
        if (kinds.isEmpty() || kinds.contains(SubjectKind.MODEL)) {
            throw new IllegalArgumentException(
                    "a connector is told of items, overrides, definitions or rules, not of " + kinds);
        }
    }

    /** What is told of a change. */
    public enum Form {
        /** Which item it is: its id, type, name and revision. */
        SIMPLE,
        /** The whole item as it was saved, with id, type and name of the items that it refers to. */
        SNAPSHOT
    }

    /** Every save of any item, told in the background. */
    public static Subscription to(Form form) {
        return new Subscription(Set.of(SubjectKind.ITEM), Set.of(), Set.of(), form, false);
    }

    /** The same of other kinds of things than items. */
    public Subscription kinds(SubjectKind first, SubjectKind... others) {
        return new Subscription(EnumSet.of(first, others), types, operations, form, synchronous);
    }

    public Subscription types(String... names) {
        return new Subscription(kinds, new TreeSet<>(List.of(names)), operations, form, synchronous);
    }

    public Subscription operations(SaveOperation first, SaveOperation... others) {
        return new Subscription(kinds, types, EnumSet.of(first, others), form, synchronous);
    }

    /** The same, for which the saving thread waits. */
    public Subscription waitedFor() {
        return new Subscription(kinds, types, operations, form, true);
    }

    /** Whether it covers such a save. */
    public boolean covers(SubjectKind kind, String type, SaveOperation operation) {
        return interest().covers(kind.name(), type, operation.name());
    }

    /** As it is kept in the database. */
    Interest interest() {
        return new Interest(names(kinds), new TreeSet<>(types), names(operations), form == Form.SNAPSHOT, synchronous);
    }

    private static TreeSet<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
