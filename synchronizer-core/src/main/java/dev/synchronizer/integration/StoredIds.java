package dev.synchronizer.integration;

import dev.synchronizer.store.TaskQueue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is bound at once. Safe for use by many threads. */
final class StoredIds implements IdTranslator {
    private final String connector;
    private final TaskQueue queue;
    private final Supplier<Instant> now;

    StoredIds(String connector, TaskQueue queue, Supplier<Instant> now) {
        this.connector = connector;
        this.queue = queue;
        this.now = now;
    }

    @Override
    public Optional<UUID> item(String foreignId) {
        return queue.working(work -> work.foreignIds().item(connector, foreignId));
    }

    @Override
    public Optional<String> foreignId(UUID item) {
        return queue.working(work -> work.foreignIds().foreignId(connector, item));
    }

    @Override
    public void bind(UUID item, String foreignId) {
        Bindings.check(foreignId);
        queue.working(work -> {
            new Bindings(connector).write(work, Map.of(foreignId, item), now.get());
            return foreignId;
        });
    }
}
