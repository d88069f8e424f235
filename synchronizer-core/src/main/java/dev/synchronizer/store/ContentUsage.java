package dev.synchronizer.store;

import dev.synchronizer.model.Address;
import java.util.Map;
import java.util.Set;

/**
 * Tells how much content there is, for applications that keep theirs in a store of their own: what they count keeps
 * types and properties from being deleted, as the synchronizer's own content does.
 *
 * <p>It is asked on the thread of a run: before it, and again while it holds its lock, so that an answer should not take
 * long. What it throws ends the run, and nothing is written.
 */
@FunctionalInterface
public interface ContentUsage {
    /**
     * Counts items of types, and values of properties.
     *
     * @param asked addresses of types and properties, by the names under which they are stored before the run
     * @return for a type how many items there are, those in a recycle bin among them; for a property how many values;
     *     what is left out counts as none
     */
    Map<Address, Long> count(Set<Address> asked);
}
