package dev.synchronizer.store;

import java.util.function.Function;

/** Keeps items and their values. Safe for use by many threads and many processes at once. */
public interface ContentStore {
    /** Reads as of one moment; where there is no schema that has content, there is none. */
    <T> T readingContent(Function<ContentReads, T> reading);

    /** Writes in one transaction, which does not hold the store's lock. What {@code work} throws rolls it back. */
    <T> T writingContent(Function<ContentTransaction, T> work);
}
