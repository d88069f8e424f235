package dev.synchronizer.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What nodes tell each other of their saves, as long as one listens. Safe for use by many threads.
 *
 * <p>Numbers are given before commits. Who reads on from the last number that it knows therefore asks, for as long as a
 * save may take, again for those below it that it has not seen.
 */
public interface NodeEvents {
    /**
     * The events that follow a number and those of some missing numbers that are there by now, in the order of their
     * numbers; none where there is no schema that has any.
     *
     * @param limit how many to read at most, those of missing numbers first
     */
    List<NodeEvent> after(long id, Collection<Span> missing, int limit);

    /**
     * Numbers in a row.
     *
     * @param first the lowest one
     * @param last the highest one, which may be the same
     */
    record Span(long first, long last) {
        public Span {
            if (last < first) {
                throw new IllegalArgumentException("there are no numbers from " + first + " to " + last);
            }
        }
    }

    /** The highest number of those that are there; 0 where there is none. */
    long last();

    /** Deletes what was saved before a moment. */
    void forget(Instant before);

    /**
     * Has saves announced until a moment, or until a later one that another node asked for. Saves that are under way
     * may not be.
     *
     * @return false where the schema is missing or an older one, so that nobody announces anything
     */
    boolean listen(Instant until);
}
