package dev.synchronizer.behaviour;

import dev.synchronizer.saving.RemoteEvent;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.Serves;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A handler that is told of what other nodes save. Safe for use by many threads. */
final class Hearer implements SaveHandler {
    private final String name;
    private final Serves serves;
    private final List<RemoteEvent> events = new CopyOnWriteArrayList<>();
    private volatile Consumer<RemoteEvent> onRemote = event -> {};

    Hearer(String name, Serves serves) {
        this.name = name;
        this.serves = serves;
    }

    /** One that is told of all items of the store {@code main}. */
    static Hearer ofItems() {
        return new Hearer("cache", Serves.stores("main"));
    }

    Hearer onRemote(Consumer<RemoteEvent> action) {
        onRemote = action;
        return this;
    }

    /** What it was told since it was last asked, such as {@code UPDATE A [, de] 2}. */
    List<String> heard() {
        return events().stream()
                .map(event -> event.operation() + " " + event.subject().name() + " " + new TreeSet<>(event.languages())
                        + " " + event.revision())
                .toList();
    }

    /** The same, as it was told. */
    List<RemoteEvent> events() {
        List<RemoteEvent> told = List.copyOf(events);
        events.clear();
        return told;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Serves serves() {
        return serves;
    }

    @Override
    public void remote(RemoteEvent event) {
        events.add(event);
        onRemote.accept(event);
    }
}
