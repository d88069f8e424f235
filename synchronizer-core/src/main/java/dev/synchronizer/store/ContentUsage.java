package dev.synchronizer.store;

import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells how much content there is, for applications that keep theirs in a store of their own: what they count keeps
 * types and properties from being deleted, as the synchronizer's own content does.
 *
 * <p>It is asked on the thread of a run: before it, and again while it holds its lock, so that an answer should not take
 * long. What it throws ends the run, and nothing is written.
 */
@FunctionalInterface
public interface ContentUsage {
    /** More than anybody has; counts are added up, and a sum that overflows would look like none. */
    long MOST = 1_000_000_000_000_000L;

    /**
     * Counts items of types, and values of properties.
     *
     * @param asked addresses of types and properties, by the names under which they are stored before the run
     * @return for a type how many items there are, those in a recycle bin among them; for a property how many values;
     *     what is left out counts as none
     */
    Map<Address, Long> count(Set<Address> asked);

    /**
     * Asks an application, and takes no answer from it that is no count: taken for none, it could let a type go that has
     * items.
     *
     * @return a count for each address that it was asked for
     * @throws ProblemsException if it answers null, or anything that is null or below zero
     */
    static SortedMap<Address, Long> ask(ContentUsage application, Set<Address> asked) {
        @Nullable Map<Address, Long> answer = application.count(asked);
        if (answer == null) {
            throw wrong(application, "null");
        }
        SortedMap<Address, Long> counts = new TreeMap<>();
        for (Address address : asked) {
            @Nullable Long count = answer.containsKey(address) ? answer.get(address) : Long.valueOf(0);
            if (count == null || count < 0) {
                throw wrong(application, count + " for " + address + ", which is no count");
            }
            counts.put(address, Math.min(count, MOST));
        }
        return counts;
    }

    private static ProblemsException wrong(ContentUsage application, String answer) {
        String name = application.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return new ProblemsException(
                Problem.of(
                        ProblemCode.WRONG_CONTENT_COUNT,
                        lambda < 0 ? name : name.substring(0, lambda),
                        "the application's ContentUsage answered " + answer),
                null);
    }
}
