package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keeps a run from being undone as a whole: each conflict names the type or property, and the later run or the loss. */
final class UndoConflicts {
    private static final String BY_HAND = "change the models by hand and synchronize";

    private UndoConflicts() {}

    static Problems find(BeforeRun run, List<Undo.LaterRun> later, Set<String> lost, StoredModel now) {
        List<Problem> problems = new ArrayList<>();
        for (BeforeRun.Touched touched : run.touched()) {
            later.stream()
                    .filter(each -> each.before().touched().stream().anyMatch(other -> concerns(other, touched)))
                    .findFirst()
                    .ifPresent(each -> problems.add(problem(
                            touched.address(),
                            "run " + each.id() + " has changed it since",
                            ProblemCode.CANNOT_BE_UNDONE.fix())));
            if (isNameTaken(touched, now)) {
                problems.add(problem(
                        touched.address(),
                        "it went, and something else has its name now",
                        "rename that first, or " + BY_HAND));
            }
        }
        lost.forEach(property -> problems.add(problem(property, "the run lost values of it", BY_HAND)));
        run.steps()
                .forEach(step -> problems.add(problem(
                        step,
                        "this migration step ran in it, and how to take back what it did nobody knows",
                        BY_HAND)));
        return Problems.of(problems);
    }

    private static boolean concerns(BeforeRun.Touched later, BeforeRun.Touched touched) {
        if (later.typeId() != touched.typeId()) {
            return false;
        }
        boolean same = Objects.equals(later.propertyId(), touched.propertyId());
        boolean ofMade = touched.isType() && touched.deed() == BeforeRun.Deed.CREATED;
        boolean gone = later.isType() && later.deed() == BeforeRun.Deed.DELETED;
        return same || ofMade || gone;
    }

    private static boolean isNameTaken(BeforeRun.Touched touched, StoredModel now) {
        if (touched.deed() != BeforeRun.Deed.DELETED) {
            return false;
        }
        return touched.isType()
                ? now.types().stream().anyMatch(type -> type.name().equals(touched.type()))
                : now.types().stream()
                        .filter(type -> type.id() == touched.typeId())
                        .anyMatch(type -> hasProperty(type, touched.property()));
    }

    private static boolean hasProperty(StoredType type, @Nullable String name) {
        return type.properties().stream().anyMatch(property -> property.name().equals(name));
    }

    /** What the run made and content is of by now. */
    static Problems inUse(BeforeRun run, List<TypePlan> types) {
        List<Problem> problems = new ArrayList<>();
        for (TypePlan type : types) {
            if (type.diff().stored() != null) {
                long id = type.diff().stored().id();
                if (type.state() == ChangeState.ORPHANED && isMade(run, id, null)) {
                    add(type.name(), type.blockedBy(), problems);
                }
                for (PropertyPlan property : type.properties()) {
                    if (property.diff().stored() != null
                            && isMade(run, id, property.diff().stored().id())) {
                        add(type.name() + "." + property.name(), property.blockedBy(), problems);
                    }
                }
            }
        }
        return Problems.of(problems);
    }

    private static boolean isMade(BeforeRun run, long type, @Nullable Long property) {
        return run.touched().stream()
                .anyMatch(each -> each.deed() == BeforeRun.Deed.CREATED
                        && each.typeId() == type
                        && Objects.equals(each.propertyId(), property));
    }

    private static void add(String subject, List<String> blockedBy, List<Problem> problems) {
        if (!blockedBy.isEmpty()) {
            problems.add(problem(
                    subject,
                    "the run made it, and it is in use: " + String.join("; ", blockedBy),
                    "take that content away first, or " + BY_HAND));
        }
    }

    private static Problem problem(String subject, String message, String fix) {
        return new Problem(ProblemCode.CANNOT_BE_UNDONE, subject, message, fix);
    }
}
