package dev.synchronizer.saving;

/**
 * An application's own logic that hangs on saves. It is called by many threads at once, and within one unit of work once for
 * each item and language at the most.
 *
 * <p>What it saves itself, through {@link SaveEvent#via} or a synchronizer that it knows, on the calling thread, joins the
 * unit: all of it is committed together, or none. A unit that definitions or the database force to begin again is rolled back
 * first; then {@link #saving} and {@link #saved} are called once more, and {@link #afterCommit} is not.
 */
public interface SaveHandler {
    /** Its name, by which it is told apart, reported and suppressed. */
    String name();

    /** What it is called for. Asked once, when it is registered. */
    Serves serves();

    /** Before it is written: may set other values, tell of findings, and veto. */
    default void saving(SavingEvent event) {}

    /** Written, and not yet committed: what it throws rolls the whole unit back. */
    default void saved(SavedEvent event) {}

    /**
     * Committed. What it throws is logged and recorded, and the save stands. For handlers that implement this, each save is
     * kept in memory until its unit is committed: of a migration step that changes 100,000 items, some two kilobytes for
     * each, beside their longer texts.
     */
    default void afterCommit(SavedEvent event) {}

    /**
     * Committed on another node: may refresh and notify, and not save. The library keeps no items, and what it keeps of types
     * is up to date by then; this is for what an application keeps itself.
     *
     * <p>Called once for each save on each node but the saving one, whether or not a handler of that name is there or
     * suppressed, and only where a handler has this method of its own, as a proxy has. A node listens from when its
     * catalog or its items are first asked for: on the catalog's thread at its poll interval, or whenever {@code
     * Synchronizer.catchUp()} is called. What was committed in the first moments may not be told; what is told may be of something that is gone or changed
     * again by now. What it throws is logged and recorded, and others are called.
     */
    default void remote(RemoteEvent event) {}
}
