package dev.synchronizer.doctor;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.store.SchemaState;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a store was found, and what was done about it.
 *
 * @param schema what its schema is; where it is not that of this program, nothing else was looked at
 * @param types its types
 * @param items its items
 * @param wrong how much is wrong that was not mended
 * @param problems the first of that, and of what was mended, sorted
 * @param findings how many findings of validators are kept with items, by their severity
 * @param failures what failed after saves that stand, the newest first, and no more than a few
 * @param failed how much is kept of that
 */
public record Examination(
        SchemaState schema,
        Sealed types,
        Sealed items,
        long wrong,
        List<Problem> problems,
        SortedMap<String, Long> findings,
        List<SaveFailure> failures,
        long failed) {
    public Examination {
        problems = List.copyOf(problems);
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
        failures = List.copyOf(failures);
    }

    /** Whether nothing is wrong, or all that was is mended. */
    public boolean isClean() {
        return wrong == 0;
    }

    /**
     * What is sealed.
     *
     * @param all how many there are
     * @param unsealed how many of them were not sealed, as they were last saved by an older release
     * @param tampered how many something else has written
     * @param sealed how many were sealed now
     */
    public record Sealed(long all, long unsealed, long tampered, long sealed) {
        static final Sealed NONE = new Sealed(0, 0, 0, 0);
    }
}
