package dev.synchronizer.integration;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a short body to its end, so that the connection can be used again, and cuts off a long one. Keeps nothing. */
final class IgnoredBody implements BodySubscriber<Void> {
    private static final long LONGEST = 64 * 1024;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private long length;

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription started) {
        subscription = started;
        started.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(buffer -> length += buffer.remaining());
        if (length > LONGEST && subscription != null) {
            subscription.cancel();
            end.complete(null);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
