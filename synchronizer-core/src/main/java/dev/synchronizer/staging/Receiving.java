package dev.synchronizer.staging;

import java.util.List;

/** What takes in what other servers send. Safe for use by many threads. */
public interface Receiving {
    /** The identity of this server. */
    String identity();

    /**
     * Takes in tasks, one after the other.
     *
     * @param sender the identity of the server that sends them
     * @return what became of each
     * @throws dev.synchronizer.problem.ProblemsException if the database fails
     */
    List<Answer> receive(String sender, List<Shipment> shipments);
}
