package dev.synchronizer.reapplication;

/** Is told on the calling thread how far an application of rules has come. */
@FunctionalInterface
public interface RuleProgress {
    /**
     * A batch is committed, or looked at in a dry run. What this throws ends the application, which can be resumed.
     *
     * @param looked how many items it is done with
     * @param changed how many of them it changed, or would
     * @param total how many there were when it began; more than it is done with for as long as there may be others, and no
     *     less in the end
     */
    void done(long looked, long changed, long total);
}
