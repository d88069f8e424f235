package dev.synchronizer.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Progress;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody who writes content in a thread of his own, in two halves, each of which takes locks. */
final class Rival implements AutoCloseable {
    /** Long enough for whoever is not held up; who is held up only makes a test take so long. */
    private static final int A_MOMENT = 400;

    private static final int LONG_ENOUGH = 30;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicReference<Future<?>> begun = new AtomicReference<>();
    private final CountDownLatch halfway;
    private final Runnable work;

    private Rival(CountDownLatch halfway, Runnable work) {
        this.halfway = halfway;
        this.work = work;
    }

    /** Writes content in one transaction. */
    static Rival writing(Node node, Half first, Half second) {
        CountDownLatch halfway = new CountDownLatch(1);
        return new Rival(
                halfway,
                () -> Editor.of(node).in(content -> {
                    first.write(content);
                    halfway.countDown();
                    second.write(content);
                    return halfway;
                }));
    }

    /** Does anything else, which tells when half of it is done. */
    static Rival doing(CountDownLatch halfway, Runnable work) {
        return new Rival(halfway, work);
    }

    /** Does one thing, and is halfway when he is through. */
    static Rival doing(Runnable deed) {
        CountDownLatch through = new CountDownLatch(1);
        return new Rival(through, () -> {
            deed.run();
            through.countDown();
        });
    }

    interface Half {
        void write(ContentTransaction content);
    }

    /** Begins, unless he has already, and waits until half is done, or nothing has come of it for a moment. */
    void goesAhead() {
        if (begun.get() == null) {
            begun.set(thread.submit(work));
            waitAMoment(halfway);
        }
    }

    /** Begins, unless he has already, and is done with half of it whatever others are at. */
    void isNotHeldUp() {
        goesAhead();
        try {
            assertThat(halfway.await(LONG_ENOUGH, TimeUnit.SECONDS))
                    .as("he goes on")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isHalfway() {
        return halfway.getCount() == 0;
    }

    /** Saves an item as it is, under a new revision. */
    static void save(ContentTransaction content, UUID item) {
        StoredItem row = content.lockItems(List.of(item)).get(0);
        content.updateItems(List.of(row.saved(row.name(), row.parent(), Instant.EPOCH, "eve")));
    }

    /** Does something as soon as a batch of values or items was worked on. */
    static Progress onWork(Runnable action) {
        return new Progress() {
            @Override
            public void worked(String on, long done, long total) {
                action.run();
            }
        };
    }

    /** Does something as soon as a batch of rows was written. */
    static Progress onWriting(Runnable action) {
        return new Progress() {
            @Override
            public void written(int rows, int total) {
                action.run();
            }
        };
    }

    static void waitAMoment(CountDownLatch latch) {
        try {
            if (!latch.await(A_MOMENT, TimeUnit.MILLISECONDS)) {
                Thread.yield();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until he is done. */
    void ends() throws ExecutionException {
        try {
            begun.get().get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
