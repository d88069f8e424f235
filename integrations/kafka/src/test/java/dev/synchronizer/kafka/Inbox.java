package dev.synchronizer.kafka;

import dev.synchronizer.integration.IncomingTask;
import dev.synchronizer.integration.IncomingTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps tasks as the store does: each once, by its id; and fails where a test wants it to. */
final class Inbox implements IncomingTasks {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<IncomingTask> kept = new ArrayList<>();
    private final List<IncomingTask> repeated = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private volatile Consumer<IncomingTask> before = task -> {};
    private volatile Consumer<IncomingTask> after = task -> {};

    @Override
    public boolean receive(String connector, IncomingTask task) {
        before.accept(task);
        boolean isNew = keep(task);
        after.accept(task);
        return isNew;
    }

    private synchronized boolean keep(IncomingTask task) {
        boolean isNew = ids.add(task.id());
        (isNew ? kept : repeated).add(task);
        notifyAll();
        return isNew;
    }

    /** What is done before a task is kept, such as failing. */
    void before(Consumer<IncomingTask> what) {
        before = what;
    }

    /** What is done after a task was kept, such as dying. */
    void after(Consumer<IncomingTask> what) {
        after = what;
    }

    synchronized List<IncomingTask> kept() {
        return List.copyOf(kept);
    }

    synchronized List<IncomingTask> repeated() {
        return List.copyOf(repeated);
    }

    List<String> payloads() {
        return kept().stream().map(IncomingTask::payload).toList();
    }

    void awaitKept(int count) throws InterruptedException {
        await(inbox -> inbox.kept.size() >= count);
    }

    void awaitRepeated(int count) throws InterruptedException {
        await(inbox -> inbox.repeated.size() >= count);
    }

    synchronized void await(Predicate<Inbox> condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.test(this)) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError("kept " + kept.size() + " tasks, and " + repeated.size() + " again");
            }
            wait(left);
        }
    }
}
