package dev.synchronizer.integration;

import dev.synchronizer.task.Claim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What connectors have said while the database was away: it is kept when this node takes the task again, instead of telling the
 * other system once more. Safe for use by many threads.
 */
final class Unkept {
    private static final int MOST = 1_000;

    private final Map<Long, Said> byTask = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Said> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What a connector has said of a task.
     *
     * @param bound what it has bound
     */
    record Said(TaskAnswer answer, Map<String, UUID> bound) {
        Said {
            bound = Map.copyOf(bound);
        }
    }

    synchronized void add(Claim claim, Said said) {
        byTask.put(claim.delivery().task(), said);
    }

    synchronized Optional<Said> take(Claim claim) {
        return Optional.ofNullable(byTask.remove(claim.delivery().task()));
    }
}
