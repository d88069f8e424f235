package dev.synchronizer.behaviour;

import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.SaveEvent;
import dev.synchronizer.saving.SaveHandler;
import dev.synchronizer.saving.SavedEvent;
import dev.synchronizer.saving.SavingEvent;
import dev.synchronizer.saving.Serves;
import dev.synchronizer.saving.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A handler that notes what it sees, and does what its test wants. For one thread. */
final class Onlooker implements SaveHandler {
    private final String name;
    private final Serves serves;
    private final List<String> saving = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private final List<String> committed = new ArrayList<>();
    private Consumer<SavingEvent> whileSaving = event -> {};
    private Consumer<SavedEvent> onceSaved = event -> {};
    private Consumer<SavedEvent> afterCommit = event -> {};

    Onlooker(String name, SubjectKind... kinds) {
        this.name = name;
        serves = Serves.stores("main").kinds(kinds);
    }

    Onlooker whileSaving(Consumer<SavingEvent> deed) {
        whileSaving = deed;
        return this;
    }

    Onlooker onceSaved(Consumer<SavedEvent> deed) {
        onceSaved = deed;
        return this;
    }

    Onlooker afterCommit(Consumer<SavedEvent> deed) {
        afterCommit = deed;
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
        saving.add(seen(event));
        whileSaving.accept(event);
    }

    @Override
    public void saved(SavedEvent event) {
        saved.add(seen(event));
        onceSaved.accept(event);
    }

    @Override
    public void afterCommit(SavedEvent event) {
        committed.add(seen(event));
        afterCommit.accept(event);
    }

    /** What it was called for before the writes, such as {@code UPDATE Article.teaser [order ADDED: nothing -> 3]}. */
    List<String> saving() {
        return saving;
    }

    /** What it was called for between write and commit. */
    List<String> saved() {
        return saved;
    }

    /** What it was called for after the commit. */
    List<String> committed() {
        return committed;
    }

    /** Forgets what it has seen. */
    void forget() {
        saving.clear();
        saved.clear();
        committed.clear();
    }

    private static String seen(SaveEvent event) {
        return event.operation() + " " + event.subject().name()
                + event.changes().all().stream().map(Onlooker::seen).collect(Collectors.joining(", ", " [", "]"));
    }

    private static String seen(Change change) {
        return change + ": " + change.before().orElse("nothing") + " -> "
                + change.after().orElse("nothing");
    }
}
