package dev.synchronizer.catalog;

import dev.synchronizer.catalog.CommittedCode.Served;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A load under way, whose result others wait for instead of loading the same. */
record Loading(Thread thread, CompletableFuture<Served> result) {
    /** What it found; null where it failed, which may concern its own thread alone. */
    @Nullable
    Served join() {
        try {
            return result.join();
        } catch (CompletionException e) {
            return null;
        }
    }
}
