package dev.synchronizer.databases;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The databases of a server that were made last. Those before them are dropped: no test is at work on them any more, and to
 * delete a thousand of them in the end takes longer than the end of a process is waited for.
 */
final class LastDatabases {
    private static final int MOST = 20;

    private final Deque<TestDatabase> kept = new ArrayDeque<>();
    private final Consumer<TestDatabase> drop;

    /** @param drop drops one, be it that a test has left connections to it open */
    LastDatabases(Consumer<TestDatabase> drop) {
        this.drop = drop;
    }

    synchronized TestDatabase keep(TestDatabase database) {
        kept.add(database);
        if (kept.size() > MOST) {
            drop.accept(kept.remove());
        }
        return database;
    }
}
