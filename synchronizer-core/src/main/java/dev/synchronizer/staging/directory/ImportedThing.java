package dev.synchronizer.staging.directory;

import java.util.List;

/**
 * What became of a planned change.
 *
 * @param change what was to be done
 * @param outcome what became of it
 * @param messages what is in the way, in sentences
 */
public record ImportedThing(PlannedChange change, Outcome outcome, List<String> messages) {
    public ImportedThing {
        messages = List.copyOf(messages);
    }

    /** What became of it. */
    public enum Outcome {
        /** It is saved. */
        DONE,
        /** It was so already. */
        UNCHANGED,
        /** Something is missing that it needs. */
        BLOCKED,
        /** It is not saved, as something is wrong with it. */
        REFUSED,
        /** The file, or what is in the store, is not what it was when the import was planned. */
        CHANGED;

        /** Whether nothing is left to be done about it. */
        public boolean isDone() {
            return this == DONE || this == UNCHANGED;
        }
    }

    static ImportedThing of(ImportStep step, Outcome outcome, List<String> messages) {
        return new ImportedThing(step.change(), outcome, messages);
    }
}
