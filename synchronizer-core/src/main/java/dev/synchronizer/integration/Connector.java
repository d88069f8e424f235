package dev.synchronizer.integration;

import java.util.List;

/**
 * A way to another system, which an application writes. It is called by several threads at once, though never for two tasks
 * of one key.
 */
public interface Connector {
    /** A name that no other connector of the store has, and that stays the same: tasks are kept under it. */
    String name();

    /** Of which changes it is told; none for a connector that only brings in changes. */
    default List<Subscription> subscriptions() {
        return List.of();
    }

    /**
     * Tells the other system of a change. A task can come more than once, where the process has ended before the outcome was
     * kept: the other system knows it again by {@link OutgoingTask#eventId}.
     *
     * @param ids what the other system calls items
     * @return what became of it; of what failed, an exception says more
     * @throws ConnectorException whose outcome counts, and whose message is kept with the task; whatever else is thrown
     *     counts as {@link Outcome#ERROR}
     */
    default Outcome process(OutgoingTask task, IdTranslator ids) {
        return Outcome.OK;
    }

    /**
     * Says what becomes of an item by a change of the other system. It saves nothing itself, and may be called more than once
     * for a task: whatever it needs and is not there yet is waited for.
     *
     * @param ids what the other system calls items
     * @throws UnknownForeignIdException if it needs an item that has not come yet
     */
    default IncomingChange map(IncomingTask task, IdTranslator ids) {
        throw new UnsupportedOperationException("the connector " + name() + " brings in no changes");
    }
}
