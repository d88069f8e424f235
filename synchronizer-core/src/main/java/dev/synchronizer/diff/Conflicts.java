package dev.synchronizer.diff;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts conflicts into words. */
final class Conflicts {
    private Conflicts() {}

    static Problems in(List<TypeDiff> types) {
        List<Problem> problems = new ArrayList<>();
        for (TypeDiff type : types) {
            if (type.state() == ChangeState.CONFLICT) {
                if (type.reasons().contains(Reason.DIFFERENT_GUID)) {
                    problems.add(differentGuid(type));
                }
                if (type.reasons().contains(Reason.NAME_TAKEN)) {
                    problems.add(nameTaken(type));
                }
                if (type.reasons().contains(Reason.DIFFERENT_KIND)) {
                    problems.add(differentKind(type));
                }
                type.properties().forEach(property -> addProperty(type, property, problems));
            }
        }
        return Problems.of(problems);
    }

    private static void addProperty(TypeDiff type, PropertyDiff property, List<Problem> problems) {
        if (property.reasons().contains(Reason.DIFFERENT_DATA_TYPE)) {
            problems.add(differentDataType(type, property));
        }
        if (property.reasons().contains(Reason.NAME_TAKEN)) {
            problems.add(nameTaken(type, property));
        }
    }

    private static Problem differentGuid(TypeDiff type) {
        StoredType stored = Objects.requireNonNull(type.stored());
        TypeModel code = Objects.requireNonNull(type.after());
        return Problem.of(
                ProblemCode.GUID_CONFLICT,
                type.name(),
                "%s declares GUID %s, but %s is stored under %s, which %s declared"
                        .formatted(code.className(), code.guid(), stored.name(), stored.guid(), stored.className()));
    }

    private static Problem nameTaken(TypeDiff type) {
        return Problem.of(
                ProblemCode.NAME_TAKEN,
                type.name(),
                "%s takes this name from another stored type, which keeps it; so far it is stored as %s"
                        .formatted(
                                Objects.requireNonNull(type.after()).className(),
                                Objects.requireNonNull(type.stored()).name()));
    }

    private static Problem nameTaken(TypeDiff type, PropertyDiff property) {
        return Problem.of(
                ProblemCode.NAME_TAKEN,
                type.name() + "." + property.name(),
                "code takes this name from a property that an administrator made; so far it is stored as %s"
                        .formatted(Objects.requireNonNull(property.stored()).name()));
    }

    private static Problem differentKind(TypeDiff type) {
        StoredType stored = Objects.requireNonNull(type.stored());
        TypeModel code = Objects.requireNonNull(type.after());
        return Problem.of(
                ProblemCode.ADOPTION_CONFLICT,
                type.name(),
                "%s declares it as %s, an administrator made it as %s"
                        .formatted(code.className(), code.kind(), stored.ownKind()));
    }

    private static Problem differentDataType(TypeDiff type, PropertyDiff property) {
        StoredProperty stored = Objects.requireNonNull(property.stored());
        return Problem.of(
                ProblemCode.ADOPTION_CONFLICT,
                type.name() + "." + property.name(),
                "code declares it as %s, an administrator made it as %s"
                        .formatted(
                                Objects.requireNonNull(property.after()).type(),
                                stored.ownSettings().text(SettingKey.DATA_TYPE).orElse(stored.dataType())));
    }
}
