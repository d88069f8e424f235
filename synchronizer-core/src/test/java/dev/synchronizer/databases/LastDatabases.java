package dev.synchronizer.databases;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The databases of a server that were made last. Those before them are dropped: no test is at work on them any more, and to
 * delete a thousand of them in the end takes longer than the end of a process is waited for.
 */
final class LastDatabases {
    private static final int MOST = 20;

    private final Deque<TestDatabase> kept = new ArrayDeque<>();

    interface Drop {
        void drop(String name);
    }

    synchronized TestDatabase keep(TestDatabase database, Drop drop) {
        kept.add(database);
        if (kept.size() > MOST) {
            drop.drop(kept.remove().name());
        }
        return database;
    }
}
