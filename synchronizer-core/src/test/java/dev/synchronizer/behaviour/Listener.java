package dev.synchronizer.behaviour;

import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A handler that keeps what it was told, and does what a test wants it to. Safe for use by many threads. */
final class Listener implements SaveHandler {
    private final String name;
    private final Serves serves;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Consumer<SavingEvent> saving = event -> {};
    private volatile Consumer<SavedEvent> saved = event -> {};
    private volatile Consumer<SavedEvent> afterCommit = event -> {};

    /**
     * A call of a handler.
     *
     * @param method which one
     * @param shown the event in short
     * @param detailed the same with all values
     */
    private record Call(String method, String shown, String detailed) {}

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
        List<String> told =
                calls.stream().map(call -> call.method() + " " + call.shown()).toList();
        forget();
        return told;
    }

    /** What it was called for before the writes, such as {@code UPDATE Article.teaser [order ADDED: nothing -> 3]}. */
    List<String> saving() {
        return detailed("saving");
    }

    /** What it was called for between write and commit, in the same form. */
    List<String> saved() {
        return detailed("saved");
    }

    /** What it was called for after the commit, in the same form. */
    List<String> committed() {
        return detailed("afterCommit");
    }

    private List<String> detailed(String method) {
        return calls.stream()
                .filter(call -> call.method().equals(method))
                .map(Call::detailed)
                .toList();
    }

    /** Forgets what it was told. */
    void forget() {
        calls.clear();
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
        saving.accept(event);
    }

    @Override
    public void saved(SavedEvent event) {
        hears("saved", event);
        saved.accept(event);
    }

    @Override
    public void afterCommit(SavedEvent event) {
        hears("afterCommit", event);
        afterCommit.accept(event);
    }

    private void hears(String method, SaveEvent event) {
        String subject = event.operation() + " " + event.subject().name() + " ";
        String values = event.changes().all().stream().map(Listener::detailed).collect(Collectors.joining(", "));
        calls.add(new Call(method, subject + event.changes(), subject + "[" + values + "]"));
    }

    private static String detailed(Change change) {
        return change + ": " + change.before().orElse("nothing") + " -> "
                + change.after().orElse("nothing");
    }
}
