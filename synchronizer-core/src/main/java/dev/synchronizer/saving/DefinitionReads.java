package dev.synchronizer.saving;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredReads;
import java.util.function.Function;

/** Reads definitions within a transaction that does not keep them as they are. */
final class DefinitionReads {
    private static final int MOST_ATTEMPTS = 10;

    private DefinitionReads() {}

    /** Reads as of one moment: where others have changed definitions in between, once more. */
    static <T> T read(ContentTransaction transaction, Function<StoredReads, T> work) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            StoredReads reads = transaction.definitions();
            try {
                T result = work.apply(reads);
                if (transaction.changeNumber() == reads.changeNumber()) {
                    return result;
                }
            } catch (RuntimeException e) {
                if (!hasMoved(transaction, reads)) {
                    throw e;
                }
            }
        }
        throw new ProblemsException(
                Problem.of(
                        ProblemCode.ITEMS_BUSY,
                        "definitions",
                        "definitions changed " + MOST_ATTEMPTS + " times while they were to be read"),
                null);
    }

    /** What is said to be wrong may be so by what was read of two moments. */
    private static boolean hasMoved(ContentTransaction transaction, StoredReads reads) {
        try {
            return transaction.changeNumber() != reads.changeNumber();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
