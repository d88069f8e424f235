package dev.synchronizer.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Items that are saved together: prepared one after the other, and written at once. Where somebody saves or reads within the
 * unit meanwhile, what is prepared by then is written before, so that it is as if they were saved one by one. Not thread-safe.
 */
public final class Batch implements AutoCloseable {
    private static final int MOST = 500;

    private final ItemUnit items;
    private final Consumer<List<ItemDraft>> writing;
    private List<ItemDraft> prepared = new ArrayList<>();
    private boolean savedMore;
    private boolean broken;
    private long ofWriting;

    /** @param writing writes drafts, and takes them through what comes after the write */
    Batch(ItemUnit items, Consumer<List<ItemDraft>> writing) {
        this.items = items;
        this.writing = writing;
    }

    /** Parts of many that are not too many to be one batch. */
    static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            parts.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return parts;
    }

    /**
     * Prepares one more.
     *
     * @throws dev.synchronizer.problem.ProblemsException if it cannot be saved; it can be left out, unless that
     *     {@link #isBound}
     */
    public void add(ItemDraft draft, ItemCheck check) {
        long before = ofOthers();
        try {
            items.prepare(draft, check);
        } finally {
            savedMore = ofOthers() != before;
        }
        prepared.add(draft);
        if (prepared.size() == 1) {
            items.holdsBack(this::write);
        }
    }

    /** Whether handlers have saved something on behalf of the one that was prepared last. */
    public boolean hasSavedMore() {
        return savedMore;
    }

    /** Whether the one that was prepared last cannot be left out alone: something else failed, or was saved along with it. */
    public boolean isBound() {
        return savedMore || hasFailedElsewhere();
    }

    /** Whether what was prepared before could not be written. */
    public boolean isBroken() {
        return broken;
    }

    /** Whether something else has failed than the one that was prepared last: one before it, or what handlers saved for it. */
    boolean hasFailedElsewhere() {
        return broken || !items.failure().isNone();
    }

    private long ofOthers() {
        return items.moment() - ofWriting;
    }

    /** Forgets what is prepared and not written: whoever goes on in spite of a failure meets nothing of it. */
    @Override
    public void close() {
        items.drop(prepared);
        prepared = new ArrayList<>();
    }

    /** Writes what is prepared by now. */
    public void write() {
        List<ItemDraft> drafts = prepared;
        prepared = new ArrayList<>();
        if (!drafts.isEmpty()) {
            long before = items.moment();
            broken = true;
            writing.accept(drafts);
            broken = false;
            ofWriting += items.moment() - before;
        }
    }
}
