package dev.synchronizer.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a transaction that saves something writes of tasks. Valid only where it was handed out. */
public interface TaskWrites {
    /** The identity of this server; empty where it has no channels and never had. */
    Optional<String> self();

    /**
     * Logs tasks, each for some channels, and numbers them in their order.
     *
     * @param tasks their numbers are ignored
     * @return the numbers that they got
     */
    List<Long> log(List<Logged> tasks);

    /**
     * A task to be logged.
     *
     * @param channels where it goes
     */
    record Logged(StoredTask task, List<String> channels) {
        public Logged {
            channels = List.copyOf(channels);
        }
    }

    /** What is known of where each part of some things comes from, by their keys, as JSON; those of which nothing is are left out. */
    Map<String, String> stamps(Collection<String> keys);

    /** Keeps where each part of some things comes from, by their keys, in place of what was known. */
    void saveStamps(Map<String, String> stamps);

    /**
     * Keeps that a change of another server has come, so that it does no harm when it comes again.
     *
     * @param changes the identities of the change
     * @return those that have not come before
     */
    Set<String> receive(Collection<String> changes, Instant at);

    /** Those of such identities that have come before. */
    Set<String> received(Collection<String> changes);

    /** Deliveries, and what else their workers write, in this transaction. */
    TaskQueue.Work work();
}
