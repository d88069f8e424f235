package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Violations between the properties of a type: kept by their parties, because every subtype shows them again. */
final class PropertyClashes {
    private final Map<List<PropertyModel>, List<TypeModel>> typesByParties = new LinkedHashMap<>();

    void add(TypeModel type, PropertyModel... parties) {
        add(type, List.of(parties));
    }

    void add(TypeModel type, List<PropertyModel> parties) {
        typesByParties.computeIfAbsent(parties, key -> new ArrayList<>(1)).add(type);
    }

    /** One problem for each combination of parties, however many types it is in. */
    Stream<Problem> problems(ProblemCode code, Function<List<PropertyModel>, String> message) {
        return typesByParties.entrySet().stream()
                .map(entry -> problem(code, entry.getKey(), mostGeneral(entry.getValue()), message));
    }

    private static Problem problem(
            ProblemCode code,
            List<PropertyModel> parties,
            List<TypeModel> types,
            Function<List<PropertyModel>, String> message) {
        PropertyModel first = parties.get(0);
        boolean inOneClass = parties.stream().allMatch(p -> p.declaredIn().equals(first.declaredIn()));
        boolean inItsOwnType = inOneClass && types.get(0).className().equals(first.declaredIn());
        String text = message.apply(parties);
        String subject = inOneClass ? ModelIndex.place(first) : types.get(0).className() + "#" + first.name();
        return Problem.of(code, subject, inItsOwnType ? text : text + ", in " + named(types));
    }

    private static String named(List<TypeModel> types) {
        List<String> names = types.stream().map(TypeModel::name).toList();
        return (names.size() == 1 ? "the type " : "the types ") + Wording.few(names);
    }

    private static List<TypeModel> mostGeneral(List<TypeModel> types) {
        Set<String> names = types.stream().map(TypeModel::name).collect(Collectors.toSet());
        List<TypeModel> general = types.stream()
                .filter(type -> type.superTypes().stream().noneMatch(names::contains))
                .distinct()
                .toList();
        // A type that extends its namesake looks like its own descendant.
        return general.isEmpty() ? types : general;
    }

    /** Such as {@code title (com.acme.Page)}. */
    static String party(PropertyModel property) {
        return property.name() + " (" + property.declaredIn() + ")";
    }
}
