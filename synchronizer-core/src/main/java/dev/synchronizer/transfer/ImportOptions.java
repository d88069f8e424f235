package dev.synchronizer.transfer;

import java.util.function.LongConsumer;

/**
 * How items are imported.
 *
 * @param continueOnError whether lines that are wrong are left out, and those that need them to be there, and all others
 *     kept; otherwise nothing is
 * @param progress is told now and then how many lines were read, on the calling thread
 */
public record ImportOptions(boolean continueOnError, LongConsumer progress) {
    private static final ImportOptions ALL_OR_NOTHING = new ImportOptions(false, lines -> {});

    /** All lines or none, and nobody is told of progress. */
    public static ImportOptions allOrNothing() {
        return ALL_OR_NOTHING;
    }

    public ImportOptions withContinueOnError(boolean value) {
        return new ImportOptions(value, progress);
    }

    public ImportOptions withProgress(LongConsumer value) {
        return new ImportOptions(continueOnError, value);
    }
}
