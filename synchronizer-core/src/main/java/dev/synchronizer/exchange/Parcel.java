package dev.synchronizer.exchange;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/** The body of a request that leaves once at most, and knows whether it has begun to. Without it, nothing is done anywhere. */
final class Parcel implements BodyPublisher {
    private final BodyPublisher bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.HERE);

    private enum State {
        HERE,
        LEAVING,
        WITHHELD
    }

    Parcel(byte[] bytes) {
        this.bytes = BodyPublishers.ofByteArray(bytes);
    }

    /** Keeps it here if it is here still; whether it is. */
    boolean withhold() {
        return state.updateAndGet(now -> now == State.HERE ? State.WITHHELD : now) == State.WITHHELD;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (state.compareAndSet(State.HERE, State.LEAVING)) {
            bytes.subscribe(subscriber);
        } else {
            subscriber.onSubscribe(new Nothing());
            subscriber.onError(new IOException("a request is sent once"));
        }
    }

    private static final class Nothing implements Subscription {
        @Override
        public void request(long most) {}

        @Override
        public void cancel() {}
    }
}
