package dev.synchronizer.saving;

import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be kept with an item that is saved though something is wrong with it.
 *
 * @param findings what was found this time
 * @param stays whether what somebody found formerly stays: they were not asked this time
 */
public record Kept(List<Finding> findings, Predicate<String> stays) {
    public Kept {
        findings = List.copyOf(findings);
    }

    /** The same, where others were not asked either. */
    public Kept leaving(Predicate<String> others) {
        return new Kept(findings, stays.or(others));
    }
}
