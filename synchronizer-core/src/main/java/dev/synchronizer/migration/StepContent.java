package dev.synchronizer.migration;

/** Stored content, as a migration step finds and changes it. */
public interface StepContent {
    /** Whether there is a type of this name, also one that code no longer declares. */
    boolean has(String type);

    /** Whether a type has a property of this name, also one that code no longer declares. */
    boolean has(String type, String property);

    /**
     * All items of a type, those in the recycle bin too.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    StepItems items(String type);
}
