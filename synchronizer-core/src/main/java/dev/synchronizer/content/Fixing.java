package dev.synchronizer.content;

import dev.synchronizer.content.FixedItem.FixedValue;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Does what validators offer to do about items, each item in a save of its own. */
final class Fixing {
    /** Others may save an item in between, and what is mended may bring about that more is offered; but not forever. */
    private static final int MOST_SAVES = 10;

    private static final Set<ProblemCode> OVERTAKEN =
            EnumSet.of(ProblemCode.ITEM_CHANGED, ProblemCode.NO_SUCH_ITEM, ProblemCode.ITEM_IN_BIN);

    private final Work work;
    private final Validating validating;
    private final SaveOptions options;

    Fixing(Work work, Validating validating, SaveOptions options) {
        this.work = work;
        this.validating = validating;
        this.options = options;
    }

    long fix(String actor, ItemQuery query, Consumer<FixedItem> found, LongConsumer progress) {
        return validating.examine(query, examined -> new Course(actor, examined).run(found), progress);
    }

    /** Whether somebody may have saved or deleted it meanwhile: this item, or another one that a handler was to save. */
    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof ProblemsException problems
                && problems.problems().stream().map(Problem::code).allMatch(OVERTAKEN::contains);
    }

    /** What is done about one item. */
    private final class Course {
        private final String actor;
        private final Fixes fixes = new Fixes();
        private Item before;
        private ExaminedItem now;
        private List<Violation> failures = List.of();
        private boolean gone;

        Course(String actor, ExaminedItem examined) {
            this.actor = actor;
            before = examined.item();
            now = examined;
        }

        void run(Consumer<FixedItem> found) {
            try {
                boolean more = true;
                for (int left = MOST_SAVES; left > 0 && more && fixes.leaveAnyOf(now.offers()); left--) {
                    more = save(left > 1);
                }
            } catch (Throwable e) {
                // What is committed by then is said all the same.
                if (!lasting().isEmpty()) {
                    found.accept(outcome());
                }
                throw e;
            }
            if (!gone) {
                found.accept(outcome());
            }
        }

        /** Whether there may be more to do. */
        private boolean save(boolean again) {
            FixAttempt attempt = new FixAttempt(work, validating, actor, now);
            try {
                now = attempt.save(options);
                return fixes.addAll(attempt.fixes());
            } catch (Throwable e) {
                if (!ItemFailure.isOfSaved(e)) {
                    throw e;
                }
                if (again && isOvertaken(e) && hasMoved()) {
                    return !gone;
                }
                failures = ItemFailure.violations(now.item(), e);
                return false;
            }
        }

        private boolean hasMoved() {
            Optional<ExaminedItem> found = validating.one(now.item().id());
            gone = found.isEmpty();
            boolean moved =
                    found.map(ExaminedItem::item).filter(now.item()::equals).isEmpty();
            if (moved) {
                found.ifPresent(this::goOnFrom);
            }
            return moved;
        }

        private void goOnFrom(ExaminedItem theirs) {
            fixes.leaveOut(now.item().values(), theirs.item().values());
            before = theirs.item()
                    .withValues(fixes.under(before.values(), theirs.item().values()));
            now = theirs;
        }

        private List<FixedValue> lasting() {
            return fixes.lasting(before, now);
        }

        private FixedItem outcome() {
            List<Violation> inTheWay = failures.isEmpty() ? now.violations() : failures;
            List<Violation> all = Stream.concat(inTheWay.stream(), fixes.undone(now).all().stream())
                    .toList();
            return new FixedItem(now.item(), lasting(), all, now.findings(), now.kept());
        }
    }
}
