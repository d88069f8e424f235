package dev.synchronizer.staging;

import dev.synchronizer.exchange.Nonces;
import dev.synchronizer.store.TaskQueue;
import java.time.Instant;

/** What senders have said once, known by all nodes of this server. */
final class StoredNonces implements Nonces {
    private final TaskQueue queue;

    StoredNonces(TaskQueue queue) {
        this.queue = queue;
    }

    @Override
    public boolean isNew(String sender, String nonce, Instant until) {
        return queue.addNonce(sender, nonce, until);
    }
}
