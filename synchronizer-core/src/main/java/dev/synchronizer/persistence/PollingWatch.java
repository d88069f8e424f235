package dev.synchronizer.persistence;

import dev.synchronizer.store.ChangeWatch;
import dev.synchronizer.store.SyncStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Is told of nothing, and waits. */
final class PollingWatch implements ChangeWatch {
    private final SyncStore store;
    private final CountDownLatch closed = new CountDownLatch(1);

    PollingWatch(SyncStore store) {
        this.store = store;
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
        closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public long changeNumber() {
        return store.changeNumber();
    }

    @Override
    public boolean wasLost() {
        return false;
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
