package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.saving.StartOver;
import dev.synchronizer.store.StoredItem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** Tells what fails on one item, so that the others can go on without it, from what fails on all of them. */
final class ItemFailure {
    /** What is wrong with the rules or with the call, and will be so with the next item too. */
    private static final Set<ProblemCode> OF_ALL = EnumSet.of(
            ProblemCode.WRONG_HANDLER,
            ProblemCode.WRONG_PIPELINE,
            ProblemCode.WRONG_SEVERITY,
            ProblemCode.MALFORMED_RULE,
            ProblemCode.STALE_RULE,
            ProblemCode.UNKNOWN_RULE,
            ProblemCode.RULE_RUN_ENDED,
            ProblemCode.ITEMS_BUSY);

    /** What is wrong with a rule, and with that for no item but those that it is for. */
    private static final Set<ProblemCode> OF_RULES = EnumSet.of(
            ProblemCode.NO_RULE_LANGUAGE,
            ProblemCode.MALFORMED_RULE,
            ProblemCode.STALE_RULE,
            ProblemCode.UNREADABLE_RULE);

    private ItemFailure() {}

    /** Whether it is one of a single item: a refusal, or a crash of something that looks at it. */
    static boolean is(Throwable failure) {
        if (failure instanceof InvalidItemException) {
            return true;
        }
        if (failure instanceof ProblemsException problems) {
            return problems.problems().stream().noneMatch(ItemFailure::isOfAll);
        }
        if (failure instanceof VirtualMachineError) {
            // A call without an end is the fault of whoever made it; a lack of memory need not be.
            return failure instanceof StackOverflowError;
        }
        // Who is interrupted is to end, whichever item it is at.
        return !(failure instanceof InterruptedException
                || failure instanceof StartOver
                || failure instanceof Moved
                || failure instanceof NotYetKnown);
    }

    /** Whether it is one of a single item where others of whatever type are saved, each for itself. */
    static boolean isOfSaved(Throwable failure) {
        return failure instanceof ProblemsException problems
                ? problems.problems().stream()
                        .allMatch(problem -> OF_RULES.contains(problem.code()) || !isOfAll(problem))
                : is(failure);
    }

    /** A failing database is no fault of the item. */
    private static boolean isOfAll(Problem problem) {
        return problem.code().kind() == ProblemKind.FAILURE || OF_ALL.contains(problem.code());
    }

    /** The item, left out for this reason; what nobody expects goes to the log with where it comes from. */
    static RefusedItem refused(StoredItem row, String type, Throwable failure) {
        if (failure instanceof ProblemsException problems) {
            return new RefusedItem(
                    row.id(), type, row.name(), problems.problems().asList());
        }
        LoggerFactory.getLogger(RuleBatches.class).warn("Rules are not applied to {}", row.named(), failure);
        return new RefusedItem(row.id(), type, row.name(), List.of(crashed(row.named(), failure)));
    }

    private static Problem crashed(String item, Throwable failure) {
        return Problem.of(ProblemCode.SAVE_CRASHED, item, "it failed with " + failure);
    }

    /** Why an item is left as it is; what nobody expects goes to the log with where it comes from. */
    static List<Violation> violations(Item item, Throwable failure) {
        if (failure instanceof InvalidItemException invalid) {
            return invalid.violations();
        }
        if (failure instanceof ProblemsException problems) {
            String by = failure instanceof SaveVetoedException veto ? veto.vetoedBy() : "";
            return problems.problems().stream()
                    .map(problem -> violation(item, problem, by))
                    .toList();
        }
        LoggerFactory.getLogger(Fixing.class).warn("{} {} is left as it is", item.type(), item.id(), failure);
        return List.of(violation(item, crashed(item.id().toString(), failure), ""));
    }

    /** Says what it is about where that is something else than the item, such as another one that a handler saves. */
    private static Violation violation(Item item, Problem problem, String by) {
        String subject = problem.subject();
        boolean ofItem = subject.contains(item.id().toString());
        String rule = ofItem || !by.isEmpty() ? by : subject;
        String message = ofItem ? problem.message() : subject + ": " + problem.message();
        return new Violation(problem.code(), item.type(), "", "", "", rule, message, problem.fix());
    }
}
