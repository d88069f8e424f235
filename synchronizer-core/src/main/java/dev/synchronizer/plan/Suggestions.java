package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Likeness;
import dev.synchronizer.diff.PropertyDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.model.StoredProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Guesses what orphans may have been renamed to (C7). */
final class Suggestions {
    private static final int WORTH_SUGGESTING = 45;
    private static final int MOST = 3;
    private static final Comparator<Suggestion> LIKELIEST_FIRST =
            Comparator.comparing((Suggestion s) -> -s.likeness()).thenComparing(Suggestion::name);

    private final NewTypes newTypes;

    Suggestions(List<TypeDiff> types) {
        newTypes = new NewTypes(types);
    }

    /** New types, judged by their names and by the properties that they share with the orphan. */
    List<Suggestion> forType(TypeDiff orphan) {
        Set<String> shape = shape(orphan);
        List<Suggestion> found = new ArrayList<>();
        for (NewTypes.NewType candidate : newTypes.likeliest(orphan.name())) {
            Set<String> shared = new HashSet<>(shape);
            shared.retainAll(candidate.shape());
            int most = Math.max(shape.size(), candidate.shape().size());
            int name = Likeness.of(orphan.name(), candidate.name());
            int likeness = most == 0 ? name : (name + 100 * shared.size() / most) / 2;
            add(found, candidate.name(), likeness, orphan.name());
        }
        return likeliest(found);
    }

    /** New properties of the same type, judged by their names; one of the same data type is likelier. */
    List<Suggestion> forProperty(TypeDiff type, PropertyDiff orphan) {
        String dataType = Objects.requireNonNull(orphan.stored()).dataType();
        List<Suggestion> found = new ArrayList<>();
        for (PropertyDiff candidate : type.properties()) {
            if (candidate.state() == ChangeState.NEW && candidate.after() != null) {
                boolean sameType = dataType.equals(candidate.after().type().storedForm());
                int likeness = (2 * Likeness.of(orphan.name(), candidate.name()) + (sameType ? 100 : 0)) / 3;
                add(found, candidate.name(), likeness, orphan.name());
            }
        }
        return likeliest(found);
    }

    private static void add(List<Suggestion> found, String name, int likeness, String formerName) {
        if (likeness >= WORTH_SUGGESTING) {
            found.add(new Suggestion(name, likeness, "@RenamedFrom(\"" + formerName + "\")"));
        }
    }

    private static List<Suggestion> likeliest(List<Suggestion> found) {
        return found.stream().sorted(LIKELIEST_FIRST).limit(MOST).toList();
    }

    private static Set<String> shape(TypeDiff stored) {
        Set<String> shape = new HashSet<>();
        for (StoredProperty property : Objects.requireNonNull(stored.stored()).properties()) {
            shape.add(NewTypes.shape(property.name(), property.dataType()));
        }
        return shape;
    }
}
