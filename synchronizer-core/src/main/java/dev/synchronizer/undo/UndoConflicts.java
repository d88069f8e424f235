package dev.synchronizer.undo;

import dev.synchronizer.model.StoredModel;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What keeps a run from being undone as a whole: each conflict names the type or property, and the later run or the loss. */
final class UndoConflicts {
    static final String BY_HAND = "change the models by hand and synchronize";

    private final BeforeRun run;
    private final List<LaterRun> later;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<BeforeRun.Touched> inTheWay = new LinkedHashSet<>();

    private UndoConflicts(BeforeRun run, List<LaterRun> later) {
        this.run = run;
        this.later = later;
    }

    static UndoConflicts find(BeforeRun run, List<LaterRun> later, List<String> lost, StoredModel now) {
        UndoConflicts conflicts = new UndoConflicts(run, later);
        FormerNames names = new FormerNames(run, later, now);
        FormerOrphans orphans = new FormerOrphans(run, now);
        for (BeforeRun.Touched touched : run.touched()) {
            conflicts.add(touched, conflicts.changedSince(touched).or(() -> replaced(touched, now)));
            conflicts.add(touched, names.conflict(touched));
            conflicts.add(touched, orphans.conflict(touched));
        }
        lost.forEach(
                property -> conflicts.problems.add(problem(property, "the run lost something of its values", BY_HAND)));
        run.steps()
                .forEach(step -> conflicts.problems.add(problem(
                        step,
                        "this migration step ran in it, and how to take back what it did nobody knows",
                        BY_HAND)));
        return conflicts;
    }

    Problems problems() {
        return Problems.of(problems);
    }

    /** The run without what cannot be undone of it, which is left as it is, so that no more than that is said of it. */
    BeforeRun undoable() {
        return run.without(inTheWay);
    }

    private void add(BeforeRun.Touched touched, Optional<Problem> conflict) {
        conflict.ifPresent(problem -> {
            inTheWay.add(touched);
            problems.add(problem);
        });
    }

    private Optional<Problem> changedSince(BeforeRun.Touched touched) {
        return later.stream()
                .filter(each -> each.touched().stream().anyMatch(other -> concerns(other, touched)))
                .findFirst()
                .map(each -> problem(
                        touched.address(),
                        "run " + each.id() + " has changed it since",
                        ProblemCode.CANNOT_BE_UNDONE.fix()));
    }

    /** Nobody knows by its id what was deleted by a run since, and made again when that was undone. */
    private static Optional<Problem> replaced(BeforeRun.Touched touched, StoredModel now) {
        boolean there = now.types().stream()
                .filter(type -> type.id() == touched.typeId())
                .anyMatch(type -> touched.isType()
                        || type.properties().stream()
                                .anyMatch(property -> Objects.equals(property.id(), touched.propertyId())));
        return there || touched.deed() == BeforeRun.Deed.DELETED
                ? Optional.empty()
                : Optional.of(problem(touched.address(), "it has been deleted since", BY_HAND));
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

    static Problem problem(String subject, String message, String fix) {
        return new Problem(ProblemCode.CANNOT_BE_UNDONE, subject, message, fix);
    }
}
