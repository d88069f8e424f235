package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that a run would give away while what is stored under them stays, such as an orphan that is kept. */
final class TakenNames {
    private TakenNames() {}

    static List<Problem> find(List<TypePlan> types) {
        List<Problem> problems = new ArrayList<>();
        Map<String, TypePlan> holders = new HashMap<>();
        for (TypePlan type : types) {
            if (type.rowAfter() != null) {
                TypePlan other = holders.put(type.rowAfter().name(), type);
                if (other != null) {
                    problems.add(problem(type.rowAfter().name(), party(type), party(other)));
                }
            }
            addProperties(type, problems);
            addDifferingInCase(type, problems);
        }
        return problems;
    }

    private static void addProperties(TypePlan type, List<Problem> problems) {
        Map<String, PropertyPlan> holders = new HashMap<>();
        for (PropertyPlan property : type.properties()) {
            if (property.rowAfter() != null) {
                PropertyPlan other = holders.put(property.rowAfter().name(), property);
                if (other != null) {
                    String name = type.name() + "." + property.rowAfter().name();
                    problems.add(problem(name, party(property), party(other)));
                }
            }
        }
    }

    /** What administrators made has no part in the model, whose own names differ in more than case (B5). */
    private static void addDifferingInCase(TypePlan type, List<Problem> problems) {
        StoredType stored = type.diff().stored();
        if (stored == null) {
            return;
        }
        for (PropertyPlan property : type.properties()) {
            if (takesName(property)) {
                stored.properties().stream()
                        .filter(other -> other.origin() == Origin.ADMIN
                                && !other.name().equals(property.name())
                                && other.name().equalsIgnoreCase(property.name()))
                        .forEach(other -> problems.add(Problem.of(
                                ProblemCode.NAME_TAKEN,
                                type.name() + "." + property.name(),
                                "it differs only in case from " + other.name() + ", which an administrator made")));
            }
        }
    }

    /** What has its name already is not this run's doing. */
    private static boolean takesName(PropertyPlan property) {
        StoredProperty stored = property.diff().stored();
        return property.diff().after() != null
                && property.writesRow()
                && (stored == null
                        || stored.orphanedSince() != null
                        || !stored.name().equals(property.name()));
    }

    private static Problem problem(String name, String one, String other) {
        List<String> parties = List.of(one, other).stream().sorted().toList();
        return Problem.of(
                ProblemCode.NAME_TAKEN,
                name,
                "after this run, it would be the name of %s and of %s".formatted(parties.get(0), parties.get(1)));
    }

    private static String party(TypePlan type) {
        return party(
                type.state(),
                type.diff().stored() == null ? null : type.diff().stored().name());
    }

    private static String party(PropertyPlan property) {
        return party(
                property.state(),
                property.diff().stored() == null
                        ? null
                        : property.diff().stored().name());
    }

    private static String party(ChangeState state, @Nullable String storedName) {
        if (storedName == null) {
            return "something new";
        }
        return state == ChangeState.ORPHANED ? "the orphan " + storedName : "what is stored as " + storedName;
    }
}
