package dev.synchronizer.saving;

/** Is told of what was found and saved nevertheless. */
@FunctionalInterface
public interface FindingListener {
    /**
     * Is called on the saving thread, before it is committed; a unit of work that begins again tells of it once more. What is
     * saved meanwhile joins the unit.
     */
    void found(Subject subject, Finding finding);
}
