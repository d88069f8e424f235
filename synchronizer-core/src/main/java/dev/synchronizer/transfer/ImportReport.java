package dev.synchronizer.transfer;

import dev.synchronizer.problem.Problems;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Subject;
import java.util.List;

/**
 * What an import did.
 *
 * @param lines how many lines there were
 * @param created how many items are new
 * @param replaced how many items were there and are otherwise now
 * @param unchanged how many items were there as they are in the import
 * @param left how many lines were left out
 * @param problems why lines were left out, each naming its line; of very many the first
 * @param findings what was found in lines that were taken, sorted by line; of very many the first
 */
public record ImportReport(
        long lines,
        long created,
        long replaced,
        long unchanged,
        long left,
        Problems problems,
        List<LineFinding> findings) {
    public ImportReport {
        findings = List.copyOf(findings);
    }

    /**
     * Something that a validator has to say of a line that was taken.
     *
     * @param line the number of the line
     * @param item the item
     */
    public record LineFinding(long line, Subject item, Finding finding) {}
}
