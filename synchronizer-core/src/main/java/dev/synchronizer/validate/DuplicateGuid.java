package dev.synchronizer.validate;

import dev.synchronizer.model.TypeGuid;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** B1: no two types have the same GUID, be it declared by both or declared by one and derived for the other. */
final class DuplicateGuid implements Rule {
    @Override
    public Stream<Problem> violations(ModelIndex model) {
        SortedMap<UUID, List<DeclaredType>> holders = new TreeMap<>();
        for (DeclaredType declared : model.types()) {
            UUID guid = guid(declared.type());
            if (guid != null) {
                holders.computeIfAbsent(guid, key -> new ArrayList<>(1)).add(declared);
            }
        }
        // Two derived GUIDs are equal where names are, which is for other rules to say.
        return holders.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .filter(entry -> entry.getValue().stream().anyMatch(holder -> GuidForm.isDeclared(holder.type())))
                .map(entry -> problem(entry.getKey(), entry.getValue()));
    }

    private static @Nullable UUID guid(TypeModel type) {
        if (type.guid() != null && GuidForm.isDeclared(type)) {
            return TypeGuid.parse(type.guid());
        }
        return TypeGuid.derive(
                type.formerNames().isEmpty() ? type.name() : type.formerNames().get(0));
    }

    private static Problem problem(UUID guid, List<DeclaredType> holders) {
        List<String> parties = holders.stream()
                .map(holder -> GuidForm.isDeclared(holder.type())
                        ? holder.toString()
                        : holder + ", for which it is derived from its oldest name")
                .toList();
        return Problem.of(
                ProblemCode.DUPLICATE_GUID,
                holders.get(0).className(),
                "the GUID " + guid + " belongs to " + Wording.all(parties));
    }
}
