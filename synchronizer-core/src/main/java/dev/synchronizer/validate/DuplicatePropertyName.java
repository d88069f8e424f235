package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** B5: no two properties of a type have the same name, or names that differ only in case. */
final class DuplicatePropertyName implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        PropertyClashes clashes = new PropertyClashes();
        model.types().forEach(declared -> collect(declared.type(), clashes));
        return clashes.problems(ProblemCode.DUPLICATE_PROPERTY_NAME, DuplicatePropertyName::message);
    }

    private static void collect(TypeModel type, PropertyClashes clashes) {
        Map<String, List<PropertyModel>> namesakes = new LinkedHashMap<>();
        for (PropertyModel property : type.properties()) {
            namesakes
                    .computeIfAbsent(property.name().toLowerCase(Locale.ROOT), key -> new ArrayList<>(1))
                    .add(property);
        }
        if (namesakes.size() < type.properties().size()) {
            namesakes.values().stream().filter(group -> group.size() > 1).forEach(group -> clashes.add(type, group));
        }
    }

    private static String message(List<PropertyModel> namesakes) {
        String parties =
                Wording.all(namesakes.stream().map(PropertyClashes::party).toList());
        long names = namesakes.stream().map(PropertyModel::name).distinct().count();
        return names == 1
                ? "one name belongs to the properties " + parties
                : parties + " have names that differ only in case";
    }
}
