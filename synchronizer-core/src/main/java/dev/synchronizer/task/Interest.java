package dev.synchronizer.task;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Of which saves a connector is told; where something is empty, of all.
 *
 * @param kinds what kinds of things
 * @param types the names of the types
 * @param operations the names of the operations
 * @param snapshot whether all that the thing holds is told, and not only which it is
 * @param synchronous whether who saves waits until it is told
 */
public record Interest(
        SortedSet<String> kinds,
        SortedSet<String> types,
        SortedSet<String> operations,
        boolean snapshot,
        boolean synchronous) {

    public Interest {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
        operations = Collections.unmodifiableSortedSet(new TreeSet<>(operations));
    }

    public boolean covers(String kind, String type, String operation) {
        return covers(kinds, kind) && covers(types, type) && covers(operations, operation);
    }

    private static boolean covers(SortedSet<String> wanted, String one) {
        return wanted.isEmpty() || wanted.contains(one);
    }

    public void writeTo(JsonOut out) {
        out.object(() -> {
            out.texts("kinds", kinds);
            out.texts("types", types);
            out.texts("operations", operations);
            out.flag("snapshot", snapshot);
            out.flag("synchronous", synchronous);
        });
    }

    static Interest read(JsonIn in) {
        TreeSet<String> kinds = new TreeSet<>();
        TreeSet<String> types = new TreeSet<>();
        TreeSet<String> operations = new TreeSet<>();
        boolean[] flags = {false, false};
        in.object(name -> {
            switch (name) {
                case "kinds" -> kinds.addAll(in.texts());
                case "types" -> types.addAll(in.texts());
                case "operations" -> operations.addAll(in.texts());
                case "snapshot" -> flags[0] = in.flag();
                case "synchronous" -> flags[1] = in.flag();
                default -> in.skip();
            }
        });
        return new Interest(kinds, types, operations, flags[0], flags[1]);
    }
}
