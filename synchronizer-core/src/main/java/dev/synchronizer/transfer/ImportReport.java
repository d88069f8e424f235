package dev.synchronizer.transfer;

import dev.synchronizer.problem.Problems;

/**
 * What an import did.
 *
 * @param lines how many lines there were
 * @param created how many items are new
 * @param replaced how many items were there and are otherwise now
 * @param unchanged how many items were there as they are in the import
 * @param left how many lines were left out
 * @param problems why lines were left out, each naming its line; of very many the first
 */
public record ImportReport(long lines, long created, long replaced, long unchanged, long left, Problems problems) {}
