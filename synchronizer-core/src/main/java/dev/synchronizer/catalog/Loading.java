package dev.synchronizer.catalog;

import dev.synchronizer.catalog.CommittedCode.Served;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A load under way, whose result others wait for instead of loading the same. */
record Loading(Thread thread, CompletableFuture<Served> result) {
    /** Ends as the load ends, be it in its failure. */
    Served join() {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
