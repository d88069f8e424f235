package dev.synchronizer;

/** Is told, on the running thread, what a synchronization is doing. */
public interface Progress {
    /** Says nothing to nobody. */
    Progress SILENT = new Progress() {};

    /** The stages that take time. */
    enum Stage {
        /** Finding out whether anything changed since the last run. */
        LOOK,
        /** Reading classes. */
        SCAN,
        /** Reading what is stored. */
        LOAD,
        /** Comparing and planning. */
        PLAN,
        /** Waiting for the lock, planning again, and writing. */
        COMMIT
    }

    /** A stage begins. */
    default void begins(Stage stage) {}

    /** A batch of rows of types and properties has been written. */
    default void written(int rows, int total) {}

    /** A batch of stored values or items has been worked on, of the property or the migration step that is named. */
    default void worked(String on, long done, long total) {}
}
