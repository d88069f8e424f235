package dev.synchronizer.store;

/**
 * How many rows to read at a time: as many as do no harm to memory if they are as long as those that were read last. Long
 * texts come a few at a time, whole numbers by the thousand.
 *
 * <p>Not thread-safe.
 */
public final class PageSize {
    /** What a page should hold, in characters of texts and documents; a single row may be longer than that. */
    public static final long CHARACTERS = 8_000_000;
    /** Of the first page nothing is known, and what follows short rows may be long. */
    private static final int FIRST = 10;

    private static final int MOST_GROWTH = 50;

    private final int most;
    private int rows;

    /** @param most how many rows to read at a time however short they are */
    public PageSize(int most) {
        this.most = most;
        rows = Math.min(FIRST, most);
    }

    /** How many to read next; one at least. */
    public int rows() {
        return rows;
    }

    /** Tells of how many rows were read last, and how many characters they had together. */
    public void wasRead(int count, long length) {
        if (count > 0) {
            long fitting = Math.max(1, CHARACTERS / (1 + length / count));
            rows = (int) Math.min(Math.min(most, fitting), (long) rows * MOST_GROWTH);
        }
    }
}
