package dev.synchronizer.scan;

import dev.synchronizer.archive.EntryReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Searches parts on the calling thread, and on further threads where there is enough for them. They take the next part
 * as they come free, and have ended when the search has.
 *
 * <p>An interrupt neither stops the search nor is lost.
 */
final class SearchThreads {
    /** Fewer are searched in some 20 ms, which another thread would hardly shorten. */
    private static final int CLASSES_FOR_A_THREAD = 1_000;

    private final PartSearch search;
    private final List<SearchPart> parts;
    private final FoundInPart[] found;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private SearchThreads(PartSearch search, List<SearchPart> parts) {
        this.search = search;
        this.parts = parts;
        this.found = new FoundInPart[parts.size()];
    }

    /**
     * Searches all parts.
     *
     * @param reader the calling thread's own
     * @param most how many threads there may be, the calling one among them
     * @return what is in them, in their order
     */
    static List<FoundInPart> search(PartSearch search, List<SearchPart> parts, EntryReader reader, int most) {
        int classes = parts.stream().mapToInt(part -> part.classNames().size()).sum();
        return new SearchThreads(search, parts).run(reader, Math.min(most, classes / CLASSES_FOR_A_THREAD));
    }

    private List<FoundInPart> run(EntryReader reader, int threads) {
        List<Thread> others = new ArrayList<>();
        try {
            for (int number = 2; number <= threads; number++) {
                others.add(start(number));
            }
            takeParts(reader);
        } finally {
            stop();
            awaitEnd(others);
        }
        throwFailure();
        return Arrays.asList(found);
    }

    private Thread start(int number) {
        Thread thread = new Thread(this::takePartsWithOwnReader, "synchronizer-scan-" + number);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void takePartsWithOwnReader() {
        try (EntryReader reader = new EntryReader()) {
            takeParts(reader);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            stop();
        }
    }

    private void takeParts(EntryReader reader) {
        for (int part = next.getAndIncrement(); part < found.length; part = next.getAndIncrement()) {
            found[part] = search.search(parts.get(part), reader);
        }
    }

    /** Leaves no part to take; each thread ends after the one that it has. */
    private void stop() {
        next.set(found.length);
    }

    private static void awaitEnd(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
