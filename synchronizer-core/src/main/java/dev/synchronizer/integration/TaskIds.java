package dev.synchronizer.integration;

import dev.synchronizer.store.TaskQueue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is bound while a task is done, and written with its outcome. Not thread-safe. */
final class TaskIds implements IdTranslator {
    private final String connector;
    private final TaskQueue queue;
    private final Map<String, UUID> bound = new LinkedHashMap<>();

    TaskIds(String connector, TaskQueue queue) {
        this.connector = connector;
        this.queue = queue;
    }

    /** What is to be written. */
    Map<String, UUID> bound() {
        return new LinkedHashMap<>(bound);
    }

    @Override
    public Optional<UUID> item(String foreignId) {
        UUID mine = bound.get(foreignId);
        return mine != null
                ? Optional.of(mine)
                : queue.working(work -> work.foreignIds().item(connector, foreignId));
    }

    @Override
    public Optional<String> foreignId(UUID item) {
        return bound.entrySet().stream()
                .filter(each -> each.getValue().equals(item))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> queue.working(work -> work.foreignIds().foreignId(connector, item)));
    }

    @Override
    public void bind(UUID item, String foreignId) {
        Bindings.check(foreignId);
        Bindings bindings = new Bindings(connector);
        bindings.requireFree(bound, foreignId, item);
        queue.working(work -> bindings.isNew(work.foreignIds(), foreignId, item));
        bound.put(foreignId, item);
    }
}
