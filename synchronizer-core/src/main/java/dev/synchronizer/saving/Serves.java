package dev.synchronizer.saving;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which saves a handler is called for. Immutable.
 *
 * @param stores the names of the stores; one at least
 * @param types the names of types; all where there are none
 * @param operations what is done; everything where there are none
 * @param kinds what is saved: items alone where nothing else was said
 */
public record Serves(Set<String> stores, Set<String> types, Set<SaveOperation> operations, Set<SubjectKind> kinds) {
    public Serves {
        stores = Set.copyOf(stores);
        types = Set.copyOf(types);
        operations = Set.copyOf(operations);
        kinds = Set.copyOf(kinds);
    }

    /** All items of these stores. */
    public static Serves stores(String... names) {
        return new Serves(Set.of(names), Set.of(), Set.of(), Set.of(SubjectKind.ITEM));
    }

    /** The same, of these types only. */
    public Serves types(String... names) {
        return new Serves(stores, new TreeSet<>(List.of(names)), operations, kinds);
    }

    /** The same, where one of these is done. */
    public Serves operations(SaveOperation... wanted) {
        return new Serves(stores, types, copy(Arrays.asList(wanted)), kinds);
    }

    /** The same, for these kinds of things in place of items. */
    public Serves kinds(SubjectKind... wanted) {
        return new Serves(stores, types, operations, Set.of(wanted));
    }

    private static Set<SaveOperation> copy(Collection<SaveOperation> wanted) {
        return wanted.isEmpty() ? Set.of() : EnumSet.copyOf(wanted);
    }

    boolean covers(Subject subject, SaveOperation operation) {
        return kinds.contains(subject.kind())
                && (types.isEmpty() || types.contains(subject.type()))
                && (operations.isEmpty() || operations.contains(operation));
    }
}
