package dev.synchronizer.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tasks of a store and their deliveries. Safe for use by many threads and many processes at once. */
public interface TaskQueue {
    /** Works on deliveries in one small transaction; the work is done again where the database has it give way to others. */
    <T> T working(Function<Work, T> work);

    /** What a worker does in one transaction. */
    interface Work {
        /** Deliveries of a channel that are due, those that have been for longest first, which nobody else is working on now. */
        List<StoredDelivery> takeDue(String channel, Instant now, int limit);

        /**
         * Deliveries of a channel for which later ones of their key wait, by the hashes of the keys, in the order of the tasks:
         * of a key with very many, some hundreds.
         */
        List<StoredDelivery> waiting(String channel, Collection<Long> keyHashes);

        /** The same, along with those that were given up and that no later one has carried along yet. */
        List<StoredDelivery> inLine(String channel, Collection<Long> keyHashes);

        /** The tasks of a key, between two of them and these included, that a later one carries along. */
        List<Long> carried(String channel, long keyHash, long first, long last);

        /** Those that one has carried along have ended with it. */
        void endCarried(StoredDelivery ended);

        /** Of some deliveries of a channel, those that are in line and nobody else is working on now, as they are then. */
        List<StoredDelivery> lock(String channel, Collection<Long> tasks);

        /** One delivery, which nobody else works on until this ends; those who do are waited for. */
        Optional<StoredDelivery> find(long task, String channel);

        /** Whether a later one of its key was done, or somebody is at work on it. */
        boolean isOvertaken(StoredDelivery delivery);

        /** Tasks by their numbers, in the order of these. */
        List<StoredTask> tasks(Collection<Long> ids);

        /** The same without their payloads, which are empty. */
        List<StoredTask> outlines(Collection<Long> ids);

        /** Writes deliveries anew. */
        void update(Collection<StoredDelivery> deliveries);

        /** What is tried again later is due now. */
        void hasten(String channel, Instant now);

        /** Those that wait for one of these keys need not wait any longer, nor does the first one of each of them. */
        void wake(String channel, Collection<Long> keyHashes, Instant now);

        /** The first one of each key need not wait any longer for what it needs. */
        void wakeFirst(String channel, Collection<Long> keyHashes, Instant now);

        /** Nobody is to take anything of these keys before somebody wakes it: what is ahead waits for a decision. */
        void park(String channel, Collection<Long> keyHashes);

        /** Drops all that is still on its way to a channel that is gone, and says how many that were. */
        int drop(String channel, Instant now);

        /** What other systems call items. */
        ForeignIds foreignIds();
    }

    /** A task, where there is one. */
    Optional<StoredTask> task(long id);

    /** The deliveries of a task, by channel. */
    List<StoredDelivery> deliveries(long task);

    /**
     * Deliveries in the order of their tasks.
     *
     * @param filter which of them
     * @param after the number of the task behind which to go on
     */
    List<StoredDelivery> page(Filter filter, long after, int limit);

    /**
     * Which deliveries are meant.
     *
     * @param direction which way they go, or null
     * @param channel where they go, or null
     * @param states how far they have come; none means all
     */
    record Filter(
            @Nullable TaskDirection direction, @Nullable String channel, Set<DeliveryState> states) {
        public Filter {
            states = Set.copyOf(states);
        }
    }

    /** Whether something has failed for good at a channel, and tasks wait for somebody to decide about it. */
    boolean isParked(String channel);

    /** Whether something has come from another system before, be it that it was not kept. */
    boolean hasReceived(String connector, String foreignId);

    /**
     * Keeps a task that has come from another system, in a transaction of its own.
     *
     * @param task its number is ignored; its foreign id is what no other one from there has
     * @param toBeDone whether there is anything to be done about it; otherwise it is only kept that it has come
     * @return its number, 0 where nothing is to be done; empty where it has come before
     */
    OptionalLong receive(String connector, StoredTask task, boolean toBeDone);

    /** When the next delivery of a channel is due; empty where none is. */
    Optional<Instant> nextDue(String channel);

    /**
     * Remembers what a sender has said once.
     *
     * @param until when it may be forgotten
     * @return whether it was not known
     */
    boolean addNonce(String sender, String nonce, Instant until);

    /** Forgets what was to be remembered until a moment, and which changes had come before another one. */
    void forgetReceived(Instant nonces, Instant changes);

    /** Deletes what ended before a moment, some hundreds at a time, and says how many tasks are gone. */
    int forget(Instant before, int limit);
}
