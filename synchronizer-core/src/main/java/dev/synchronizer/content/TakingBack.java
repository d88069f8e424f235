package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back what an import wrote of lines that turned out to be wrong afterwards. */
final class TakingBack {
    private final ContentTransaction transaction;
    private final TypeView types;
    private final ImportProblems problems;
    private final Map<UUID, Arrival> arrivals;
    private long created;
    private long replaced;

    /**
     * What became of a line.
     *
     * @param line its number
     * @param isNew whether its item was not there before
     * @param formerParent below which the item stood
     */
    record Arrival(long line, boolean isNew, @Nullable UUID formerParent) {}

    TakingBack(ContentTransaction transaction, TypeView types, ImportProblems problems, Map<UUID, Arrival> arrivals) {
        this.transaction = transaction;
        this.types = types;
        this.problems = problems;
        this.arrivals = arrivals;
    }

    void takeBack(UUID id, Optional<HeldItem> before) {
        List<StoredItem> now = transaction.lockItems(List.of(id));
        if (before.isPresent()) {
            putBack(before.get(), now);
        } else if (!now.isEmpty()) {
            takeOut(id);
        }
    }

    private void putBack(HeldItem before, List<StoredItem> now) {
        HeldItem written = Reading.Rows.of(now, transaction).held(types).get(0);
        transaction.updateItems(List.of(before.row()));
        transaction.deleteValues(written.rows());
        transaction.insertValues(before.rows());
        replaced++;
    }

    /** What was put below it goes with it if it is new, and else goes back to where it was. */
    private void takeOut(UUID id) {
        for (StoredItem child : transaction.children(List.of(id))) {
            Arrival arrival = arrivals.get(child.id());
            if (arrival == null) {
                continue;
            }
            problems.add(
                    arrival.line(),
                    Problem.of(
                            ProblemCode.WRONG_PLACE,
                            child.id().toString(),
                            "the item " + id + " that it was to stand below was left out"));
            if (arrival.isNew()) {
                takeOut(child.id());
            } else {
                transaction.updateItems(List.of(child.below(arrival.formerParent())));
            }
        }
        transaction.deleteItems(List.of(id));
        created++;
    }

    long created() {
        return created;
    }

    long replaced() {
        return replaced;
    }
}
