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
     * @param limit how many of those that follow to read at most
     */
    List<NodeEvent> after(long id, Collection<Long> missing, int limit);

    /** The highest number of those that are there; 0 where there is none. */
    long last();

    /** Deletes what was saved before a moment. */
    void forget(Instant before);

    /**
     * Has saves announced until a moment, or until a later one that another node asked for. Saves that are under way
     * may not be. Where the schema is an older one, nothing happens.
     */
    void listen(Instant until);
}
