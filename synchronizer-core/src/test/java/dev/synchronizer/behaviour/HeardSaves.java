package dev.synchronizer.behaviour;

import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A handler that writes down what it is told, and may do something about it. For one thread. */
final class HeardSaves implements SaveHandler {
    private final String name;
    private final Serves serves;
    private final List<String> heard = new ArrayList<>();
    private Consumer<SavingEvent> onSaving = event -> {};
    private Consumer<SavedEvent> onSaved = event -> {};
    private Consumer<SavedEvent> onCommit = event -> {};

    HeardSaves(String name, Serves serves) {
        this.name = name;
        this.serves = serves;
    }

    /** One of all items of the store. */
    static HeardSaves ofItems(String name) {
        return new HeardSaves(name, Serves.stores("main"));
    }

    HeardSaves onSaving(Consumer<SavingEvent> action) {
        onSaving = action;
        return this;
    }

    HeardSaves onSaved(Consumer<SavedEvent> action) {
        onSaved = action;
        return this;
    }

    HeardSaves onCommit(Consumer<SavedEvent> action) {
        onCommit = action;
        return this;
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
        hears("saving", event);
        onSaving.accept(event);
    }

    @Override
    public void saved(SavedEvent event) {
        hears("saved", event);
        onSaved.accept(event);
    }

    @Override
    public void afterCommit(SavedEvent event) {
        hears("committed", event);
        onCommit.accept(event);
    }

    private void hears(String when, SaveEvent event) {
        heard.add(when + " " + event.subject().name() + " " + event.changes());
    }

    /** Such as {@code saving Item 1 [title CHANGED]}. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    void forget() {
        heard.clear();
    }
}
