package dev.synchronizer.saving;

import java.util.List;

/** Holds one draft against all that holds for it anyway. */
public interface DraftCheck {
    /** Finds what is wrong. It is called once more where the draft was changed since. */
    Checked check();

    /**
     * Ends the save, saying all that is in its way at once.
     *
     * @param refused what was found besides what the last {@link #check} found itself to be in the way
     * @throws RuntimeException always
     */
    void refuse(List<Finding> refused);
}
