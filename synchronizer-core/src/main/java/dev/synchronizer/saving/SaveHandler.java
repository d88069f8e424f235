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
     * Committed. What it throws is recorded, and the save stands. For handlers that implement this, each save is kept in
     * memory until its unit is committed: of a migration step that changes 100,000 items, some two kilobytes for each, beside
     * their longer texts.
     */
    default void afterCommit(SavedEvent event) {}

    /** Committed on another node: may refresh and notify, and not save. */
    default void remote(RemoteEvent event) {}
}
