package dev.synchronizer.integration;

import dev.synchronizer.saving.SaveOperation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of which saves of items a connector is told, and how. Immutable.
 *
 * @param types the names of the types; none means all
 * @param operations none means all
 * @param form what it is told
 * @param synchronous whether the saving thread waits for it, behind the commit; otherwise it is told in the background
 */
public record Subscription(Set<String> types, Set<SaveOperation> operations, Form form, boolean synchronous) {
    public Subscription {
        types = Set.copyOf(types);
        operations = Set.copyOf(operations);
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
        return new Subscription(Set.of(), Set.of(), form, false);
    }

    public Subscription types(String... names) {
        return new Subscription(new TreeSet<>(List.of(names)), operations, form, synchronous);
    }

    public Subscription operations(SaveOperation first, SaveOperation... others) {
        return new Subscription(types, EnumSet.of(first, others), form, synchronous);
    }

    /** The same, for which the saving thread waits. */
    public Subscription waitedFor() {
        return new Subscription(types, operations, form, true);
    }

    /** Whether it covers such a save. */
    public boolean covers(String type, SaveOperation operation) {
        return covers(types, type) && covers(operations, operation);
    }

    private static <T> boolean covers(Collection<T> wanted, T one) {
        return wanted.isEmpty() || wanted.contains(one);
    }
}
