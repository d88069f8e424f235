package dev.synchronizer.diff;

import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The types that a run was asked for, with those that they need: ancestors, embedded blocks, holders of their names (D9). */
final class ScopedTypes {
    private final boolean everything;
    private final Map<String, DeclaredType> declared = new HashMap<>();
    private final Map<Long, DeclaredType> owners = new HashMap<>();
    private final Set<DeclaredType> chosen = new HashSet<>();
    private final Set<String> lookedAt = new HashSet<>();
    private final Set<Long> chosenOrphans = new HashSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private final StoredIndex index;

    private ScopedTypes(Scope scope, StoredIndex index, TypeMatching matching) {
        Set<String> wanted = scope.types();
        everything = wanted == null;
        this.index = index;
        if (wanted != null) {
            for (DeclaredType type : matching.declaredTypes()) {
                declared.put(type.name(), type);
                StoredType stored = matching.storedOf(type);
                if (stored != null) {
                    owners.put(stored.id(), type);
                }
            }
            wanted.forEach(this::choose);
        }
    }

    static ScopedTypes of(Scope scope, StoredIndex index, TypeMatching matching) {
        return new ScopedTypes(scope, index, matching);
    }

    private void choose(String wanted) {
        Deque<String> names = new ArrayDeque<>(List.of(wanted));
        while (!names.isEmpty()) {
            String name = names.remove();
            if (lookedAt.add(name)) {
                choose(name, names);
            }
        }
        if (!declared.containsKey(wanted) && index.named(wanted) == null) {
            unknown.add(wanted);
        }
    }

    private void choose(String name, Collection<String> names) {
        DeclaredType type = declared.get(name);
        if (type != null) {
            chosen.add(type);
            addNeeds(type.model(), names);
        }
        chooseHolder(index.named(name), names);
    }

    private static void addNeeds(TypeModel model, Collection<String> names) {
        names.addAll(model.superTypes());
        names.addAll(model.embeddedTypes());
    }

    private void chooseHolder(@Nullable StoredType holder, Collection<String> names) {
        if (holder == null) {
            return;
        }
        DeclaredType owner = owners.get(holder.id());
        if (owner == null) {
            chosenOrphans.add(holder.id());
        } else {
            names.add(owner.name());
        }
    }

    boolean contains(DeclaredType type) {
        return everything || chosen.contains(type);
    }

    boolean contains(StoredType unclaimed) {
        return everything || chosenOrphans.contains(unclaimed.id());
    }

    Problems problems() {
        Set<String> known = new TreeSet<>(declared.keySet());
        index.stored().types().forEach(type -> known.add(type.name()));
        return Problems.of(unknown.stream().map(name -> problem(name, known)).toList());
    }

    private static Problem problem(String name, Set<String> known) {
        List<String> nearest = Likeness.nearest(name, known, 3);
        String hint = nearest.isEmpty() ? "" : "; nearest: " + String.join(", ", nearest);
        return Problem.of(ProblemCode.UNKNOWN_TYPE, name, "no type of this name is declared or stored" + hint);
    }
}
