package dev.synchronizer.plan;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.TypeModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that administrators embed, and that a run would make unfit for it: by another kind, or by embedding in turn
 * what embeds them. No class shows it.
 */
final class EmbeddedByAdministrators {
    private final Map<String, TypePlan> pending = new HashMap<>();
    private final Map<String, List<Step>> steps = new HashMap<>();

    /** That a property of a type embeds another. */
    private record Step(
            String from,
            String property,
            String to,
            @Nullable Step before) {}

    private EmbeddedByAdministrators(ModelDiff diff, List<TypePlan> types, List<Step> made) {
        Set<String> planned = new HashSet<>();
        for (TypePlan type : types) {
            planned.add(storedName(type));
            if (type.action().isPending()) {
                pending.put(type.name(), type);
            }
            if (type.state() != ChangeState.ORPHANED) {
                Optional.ofNullable(codeAfter(type)).ifPresent(this::add);
            }
        }
        diff.stored().modules().stream()
                .flatMap(module -> module.snapshot().types().stream())
                .filter(type -> !planned.contains(type.name()))
                .forEach(this::add);
        made.forEach(this::add);
    }

    private static String storedName(TypePlan type) {
        return type.diff().stored() == null ? type.name() : type.diff().stored().name();
    }

    private static @Nullable TypeModel codeAfter(TypePlan type) {
        boolean scanned = type.isDeclared() && type.state() != ChangeState.GATED;
        return scanned ? type.diff().after() : type.diff().before();
    }

    private void add(TypeModel type) {
        for (PropertyModel property : type.properties()) {
            String block = property.type().blockType();
            if (block != null) {
                add(new Step(type.name(), property.name(), block, null));
            }
        }
    }

    private void add(Step step) {
        steps.computeIfAbsent(step.from(), name -> new ArrayList<>()).add(step);
    }

    static Stream<Problem> find(ModelDiff diff, List<TypePlan> types, Policy policy, Instant now) {
        List<Step> made = new ArrayList<>();
        Map<String, String> names = namesAfter(types);
        for (AdminMadeReferences.Reference reference : AdminMadeReferences.in(diff, policy, now)) {
            String block = reference.blockType();
            if (block != null) {
                String[] place = reference.property().split("\\.", 2);
                made.add(new Step(
                        names.getOrDefault(place[0], place[0]), place[1], names.getOrDefault(block, block), null));
            }
        }
        if (made.isEmpty()) {
            return Stream.empty();
        }
        EmbeddedByAdministrators embedded = new EmbeddedByAdministrators(diff, types, made);
        return made.stream().flatMap(step -> Stream.concat(embedded.noBlock(step), embedded.circle(step)));
    }

    private static Map<String, String> namesAfter(List<TypePlan> types) {
        Map<String, String> names = new HashMap<>();
        for (TypePlan type : types) {
            if (type.rowAfter() != null) {
                names.put(storedName(type), type.rowAfter().name());
            }
        }
        return names;
    }

    private Stream<Problem> noBlock(Step step) {
        TypePlan type = pending.get(step.to());
        TypeModel after = type == null || type.state() == ChangeState.ORPHANED ? null : codeAfter(type);
        return after == null || after.kind() == ContentKind.BLOCK
                ? Stream.empty()
                : Stream.of(problem(step, "it embeds " + step.to() + ", which would be a " + after.kind()));
    }

    private Stream<Problem> circle(Step step) {
        List<Step> circle = new ArrayList<>();
        for (Step each = wayBack(step); each != null; each = each.before()) {
            circle.add(0, each);
        }
        if (circle.stream().noneMatch(each -> pending.containsKey(each.from()))) {
            return Stream.empty();
        }
        List<String> path = new ArrayList<>(circle.stream().map(Step::from).toList());
        path.add(step.from());
        return Stream.of(problem(step, String.join(" → ", path) + " would be a circle of embedded blocks"));
    }

    /** The last of the fewest steps that begin with this one and end where it begins; null where none do. */
    private @Nullable Step wayBack(Step first) {
        Set<String> seen = new HashSet<>();
        Deque<Step> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            Step step = next.remove();
            if (step.to().equals(first.from())) {
                return step;
            }
            if (seen.add(step.to())) {
                steps.getOrDefault(step.to(), List.of())
                        .forEach(each -> next.add(new Step(each.from(), each.property(), each.to(), step)));
            }
        }
        return null;
    }

    private static Problem problem(Step step, String message) {
        return Problem.of(ProblemCode.EMBEDDED_BY_ADMINISTRATORS, step.from() + "." + step.property(), message);
    }
}
