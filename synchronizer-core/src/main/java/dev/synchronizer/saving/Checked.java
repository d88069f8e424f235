package dev.synchronizer.saving;

import java.util.List;

/**
 * What built-in validators say of a draft.
 *
 * @param sound whether nothing is wrong with it that keeps it from being saved at all
 * @param looked at what of it they looked
 * @param findings what else is wrong with it
 */
public record Checked(boolean sound, Looked looked, List<Finding> findings) {
    public Checked {
        findings = List.copyOf(findings);
    }

    /** Nothing is wrong. */
    public static Checked clean(Looked looked) {
        return new Checked(true, looked, List.of());
    }
}
