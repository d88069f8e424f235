package dev.synchronizer.behaviour;

import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A handler that keeps what it was told, and does what a test wants it to. Safe for use by many threads. */
final class Listener implements SaveHandler {
    private final String name;
    private final Serves serves;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Consumer<SavingEvent> saving = event -> {};
    private volatile Consumer<SavedEvent> saved = event -> {};
    private volatile Consumer<SavedEvent> afterCommit = event -> {};

    private Listener(String name, Serves serves) {
        this.name = name;
        this.serves = serves;
    }

    /** One that is called for all items of the store {@code main}. */
    static Listener of(String name) {
        return of(name, Serves.stores("main"));
    }

    static Listener of(String name, Serves serves) {
        return new Listener(name, serves);
    }

    Listener onSaving(Consumer<SavingEvent> action) {
        saving = action;
        return this;
    }

    Listener onSaved(Consumer<SavedEvent> action) {
        saved = action;
        return this;
    }

    Listener onAfterCommit(Consumer<SavedEvent> action) {
        afterCommit = action;
        return this;
    }

    /** What it was told since it was last asked, such as {@code saving UPDATE A [title CHANGED]}. */
    List<String> calls() {
        List<String> told = List.copyOf(calls);
        calls.clear();
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
    public void saving(SavingEvent event) {
        calls.add("saving " + shown(event));
        saving.accept(event);
    }

    @Override
    public void saved(SavedEvent event) {
        calls.add("saved " + shown(event));
        saved.accept(event);
    }

    @Override
    public void afterCommit(SavedEvent event) {
        calls.add("afterCommit " + shown(event));
        afterCommit.accept(event);
    }

    private static String shown(SaveEvent event) {
        return event.operation() + " " + event.subject().name() + " " + event.changes();
    }
}
