package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A plan in numbers.
 *
 * @param types how many types are in each state
 * @param properties how many properties are in each state
 * @param rowsWritten how many rows of types and properties are inserted, updated or deleted
 * @param grade the gravest of all changes
 */
public record Summary(
        Map<ChangeState, Integer> types, Map<ChangeState, Integer> properties, int rowsWritten, Grade grade) {

    public Summary {
        types = complete(types);
        properties = complete(properties);
    }

    static Summary of(List<TypePlan> types, List<FollowingRow> following) {
        Grade grade = Grade.COMPATIBLE;
        int rows = following.size();
        for (TypePlan type : types) {
            grade = grade.and(type.grade());
            rows += type.writesRow() ? 1 : 0;
            for (PropertyPlan property : type.properties()) {
                rows += property.writesRow() ? 1 : 0;
            }
        }
        return new Summary(
                count(types.stream().map(TypePlan::state)),
                count(types.stream().flatMap(type -> type.properties().stream()).map(PropertyPlan::state)),
                rows,
                grade);
    }

    static Map<ChangeState, Integer> count(Stream<ChangeState> states) {
        Map<ChangeState, Integer> counts = new EnumMap<>(ChangeState.class);
        states.forEach(state -> counts.merge(state, 1, Integer::sum));
        return counts;
    }

    public int types(ChangeState state) {
        return types.getOrDefault(state, 0);
    }

    public int properties(ChangeState state) {
        return properties.getOrDefault(state, 0);
    }

    private static Map<ChangeState, Integer> complete(Map<ChangeState, Integer> counts) {
        Map<ChangeState, Integer> complete = new EnumMap<>(ChangeState.class);
        for (ChangeState state : ChangeState.values()) {
            complete.put(state, counts.getOrDefault(state, 0));
        }
        return Collections.unmodifiableMap(complete);
    }
}
