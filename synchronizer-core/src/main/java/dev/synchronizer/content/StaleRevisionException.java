package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.store.StoredItem;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** An item is not saved, as somebody else has saved it since it was read. */
public final class StaleRevisionException extends ProblemsException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MOST_NAMED = 10;

    private final long revision;
    private final transient ChangeSet differing;

    StaleRevisionException(StoredItem stored, long revision, ChangeSet differing) {
        super(
                Problem.of(
                        ProblemCode.ITEM_CHANGED,
                        stored.named(),
                        stored.savedBy() + " saved revision " + stored.revision() + " at " + stored.savedAt()
                                + ", and what is to be saved stands on revision " + revision + named(differing)),
                null);
        this.revision = stored.revision();
        this.differing = differing;
    }

    private static String named(ChangeSet differing) {
        if (differing.isEmpty()) {
            return "; both hold the same";
        }
        List<String> places = differing.all().stream()
                .map(change -> change.place().toString())
                .toList();
        int more = places.size() - MOST_NAMED;
        return "; they differ in " + places.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** The revision that is stored by now. */
    public long revision() {
        return revision;
    }

    /**
     * Where what was to be saved differs from what is stored: before is the latter, after the former. Where both were to be
     * merged, only where both have changed something.
     */
    public ChangeSet differing() {
        return differing;
    }
}
