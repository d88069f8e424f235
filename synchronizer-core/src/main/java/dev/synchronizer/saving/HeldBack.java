package dev.synchronizer.saving;

import org.jspecify.annotations.Nullable;

/** What is prepared in a unit and not written yet. Not thread-safe. */
final class HeldBack {
    private final SaveChain chain;
    private @Nullable Runnable write;
    private int depth;

    HeldBack(SaveChain chain) {
        this.chain = chain;
    }

    void holds(Runnable deed) {
        write = deed;
        depth = chain.depth();
    }

    /** Writes it, if there is anything, as if that had been done before whatever goes on now. */
    void write() {
        Runnable deed = write;
        write = null;
        if (deed != null) {
            chain.cutTo(depth, deed);
        }
    }
}
