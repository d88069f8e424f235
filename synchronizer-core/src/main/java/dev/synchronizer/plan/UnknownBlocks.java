package dev.synchronizer.plan;

import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Blocks that a run would embed, and of which nothing would be stored after it: their code was only looked up. */
final class UnknownBlocks {
    private UnknownBlocks() {}

    static Stream<Problem> find(ModelDiff diff, List<TypePlan> types) {
        Set<String> known = namesAfter(diff, types);
        return types.stream()
                .filter(type -> type.isDeclared() && type.action().isPending())
                .flatMap(type -> problems(type, known));
    }

    private static Set<String> namesAfter(ModelDiff diff, List<TypePlan> types) {
        Set<String> names = new HashSet<>();
        Set<Long> planned = new HashSet<>();
        for (TypePlan type : types) {
            if (type.diff().stored() != null) {
                planned.add(type.diff().stored().id());
            }
            if (type.rowAfter() != null) {
                names.add(type.rowAfter().name());
            }
        }
        diff.stored().types().stream()
                .filter(type -> !planned.contains(type.id()))
                .map(StoredType::name)
                .forEach(names::add);
        return names;
    }

    private static Stream<Problem> problems(TypePlan type, Set<String> known) {
        return Objects.requireNonNull(type.diff().after()).properties().stream()
                .filter(property -> property.type().blockType() != null
                        && !known.contains(property.type().blockType()))
                .map(property -> problem(type.name(), property));
    }

    private static Problem problem(String type, PropertyModel property) {
        return Problem.of(
                ProblemCode.UNKNOWN_BLOCK,
                type + "." + property.name(),
                "it embeds %s, of which the scan found no declaration, and nothing is stored"
                        .formatted(property.type().blockType()));
    }
}
