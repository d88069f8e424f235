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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that administrators embed, and that a run would make unfit for it: by another kind, or by embedding in turn
 * what embeds them. No class shows it. What is wrong already is not this run's doing.
 */
final class EmbeddedByAdministrators {
    /** The names after the run by those before it. */
    private final Map<String, String> names = new HashMap<>();

    private final List<Step> made = new ArrayList<>();
    private final Map<String, List<Step>> steps = new HashMap<>();

    /**
     * That a property of a type embeds another type.
     *
     * @param isNew whether it does so by this run only
     */
    private record Step(String from, String property, String to, boolean isNew) {
        Problem problem(String message) {
            return Problem.of(ProblemCode.EMBEDDED_BY_ADMINISTRATORS, from + "." + property, message);
        }
    }

    /** A step, and the one by which it was reached. */
    private record Way(@Nullable Way before, Step last) {}

    private EmbeddedByAdministrators(List<TypePlan> types, List<AdminMadeReferences.Reference> references) {
        for (TypePlan type : types) {
            if (type.rowAfter() != null) {
                names.put(storedName(type), type.rowAfter().name());
            }
        }
        for (AdminMadeReferences.Reference reference : references) {
            String[] place = reference.property().split("\\.", 2);
            String block = String.valueOf(reference.blockType());
            Step step = new Step(nameAfter(place[0]), place[1], nameAfter(block), false);
            made.add(step);
            add(step);
        }
    }

    static Stream<Problem> find(ModelDiff diff, List<TypePlan> types, Policy policy, Instant now) {
        List<AdminMadeReferences.Reference> references = AdminMadeReferences.in(diff, policy, now).stream()
                .filter(reference -> reference.blockType() != null)
                .toList();
        if (references.isEmpty()) {
            return Stream.empty();
        }
        EmbeddedByAdministrators embedded = new EmbeddedByAdministrators(types, references);
        embedded.addCode(diff, types);
        return Stream.concat(
                types.stream().flatMap(embedded::noBlock),
                embedded.made.stream().flatMap(embedded::circle));
    }

    private static String storedName(TypePlan type) {
        return type.diff().stored() == null ? type.name() : type.diff().stored().name();
    }

    private String nameAfter(String name) {
        return names.getOrDefault(name, name);
    }

    private void addCode(ModelDiff diff, List<TypePlan> types) {
        Set<String> planned = new HashSet<>();
        for (TypePlan type : types) {
            planned.add(storedName(type));
            TypeModel code = codeAfter(type);
            if (code != null) {
                add(code, type.diff().before(), isScanned(type) ? UnaryOperator.identity() : this::nameAfter);
            }
        }
        diff.stored().modules().stream()
                .flatMap(module -> module.snapshot().types().stream())
                .filter(type -> !planned.contains(type.name()))
                .forEach(type -> add(type, type, this::nameAfter));
    }

    private static @Nullable TypeModel codeAfter(TypePlan type) {
        if (type.state() == ChangeState.ORPHANED) {
            return null;
        }
        return isScanned(type) ? type.diff().after() : type.diff().before();
    }

    private static boolean isScanned(TypePlan type) {
        return type.isDeclared() && type.state() != ChangeState.GATED;
    }

    /** @param name what a name in the type's code means after the run */
    private void add(TypeModel type, @Nullable TypeModel before, UnaryOperator<String> name) {
        for (PropertyModel property : type.properties()) {
            String block = property.type().blockType();
            if (block != null) {
                String embedded = name.apply(block);
                boolean isNew = before == null || !embeds(before, property.name(), embedded);
                add(new Step(name.apply(type.name()), property.name(), embedded, isNew));
            }
        }
    }

    private boolean embeds(TypeModel type, String property, String block) {
        return type.property(property)
                .map(model -> model.type().blockType())
                .filter(embedded -> nameAfter(embedded).equals(block))
                .isPresent();
    }

    private void add(Step step) {
        steps.computeIfAbsent(step.from(), name -> new ArrayList<>()).add(step);
    }

    private Stream<Problem> noBlock(TypePlan type) {
        TypeModel before = type.diff().before();
        TypeModel after = codeAfter(type);
        if (before == null || after == null || !isBlock(before) || isBlock(after)) {
            return Stream.empty();
        }
        return made.stream()
                .filter(step -> step.to().equals(type.name()))
                .map(step -> step.problem("it embeds " + step.to() + ", which would be a " + after.kind()));
    }

    private static boolean isBlock(TypeModel type) {
        return type.kind() == ContentKind.BLOCK;
    }

    private Stream<Problem> circle(Step first) {
        List<Step> circle = shortestCircle(first);
        if (circle.stream().noneMatch(Step::isNew)) {
            return Stream.empty();
        }
        List<String> path = new ArrayList<>(circle.stream().map(Step::from).toList());
        path.add(first.from());
        return Stream.of(first.problem(String.join(" → ", path) + " would be a circle of embedded blocks"));
    }

    /** The fewest steps that begin with this one and end where it begins; empty where none do. */
    private List<Step> shortestCircle(Step first) {
        Set<String> seen = new HashSet<>();
        Deque<Way> next = new ArrayDeque<>(List.of(new Way(null, first)));
        while (!next.isEmpty()) {
            Way way = next.remove();
            if (way.last().to().equals(first.from())) {
                return stepsOf(way);
            }
            if (seen.add(way.last().to())) {
                steps.getOrDefault(way.last().to(), List.of()).forEach(step -> next.add(new Way(way, step)));
            }
        }
        return List.of();
    }

    private static List<Step> stepsOf(Way way) {
        List<Step> found = new ArrayList<>();
        for (Way each = way; each != null; each = each.before()) {
            found.add(0, each.last());
        }
        return found;
    }
}
