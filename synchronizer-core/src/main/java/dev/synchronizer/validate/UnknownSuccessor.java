package dev.synchronizer.validate;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** F3 as a rule: a deprecated property has a successor in the same type, and succession ends somewhere. */
final class UnknownSuccessor implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        PropertyClashes missing = new PropertyClashes();
        PropertyClashes circular = new PropertyClashes();
        for (DeclaredType declared : model.types()) {
            TypeModel type = declared.type();
            List<PropertyModel> deprecated = type.properties().stream()
                    .filter(property -> property.settings().says(SettingKey.REPLACED_BY))
                    .toList();
            if (!deprecated.isEmpty()) {
                collect(type, deprecated, missing, circular);
            }
        }
        return Stream.concat(
                missing.problems(ProblemCode.UNKNOWN_SUCCESSOR, UnknownSuccessor::missingMessage),
                circular.problems(ProblemCode.UNKNOWN_SUCCESSOR, UnknownSuccessor::circularMessage));
    }

    private static void collect(
            TypeModel type, List<PropertyModel> deprecated, PropertyClashes missing, PropertyClashes circular) {
        Map<String, PropertyModel> byName = type.properties().stream()
                .collect(Collectors.toMap(PropertyModel::name, Function.identity(), (first, second) -> first));
        for (PropertyModel property : deprecated) {
            if (successor(property, byName).isEmpty()) {
                missing.add(type, property);
            } else if (leadsBack(property, byName)) {
                circular.add(type, property);
            }
        }
    }

    private static Optional<PropertyModel> successor(PropertyModel property, Map<String, PropertyModel> byName) {
        return property.settings().text(SettingKey.REPLACED_BY).map(byName::get);
    }

    private static boolean leadsBack(PropertyModel property, Map<String, PropertyModel> byName) {
        Set<String> seen = new HashSet<>();
        Optional<PropertyModel> next = successor(property, byName);
        while (next.isPresent() && seen.add(next.get().name())) {
            next = successor(next.get(), byName);
        }
        return seen.contains(property.name());
    }

    private static String missingMessage(List<PropertyModel> parties) {
        return replacement(parties.get(0)) + ", which is no property";
    }

    private static String circularMessage(List<PropertyModel> parties) {
        return replacement(parties.get(0)) + ", which leads back to "
                + parties.get(0).name();
    }

    private static String replacement(PropertyModel property) {
        return property.name() + " is declared as replaced by "
                + property.settings().text(SettingKey.REPLACED_BY).orElseThrow();
    }
}
