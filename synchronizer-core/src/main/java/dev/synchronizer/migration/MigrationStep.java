package dev.synchronizer.migration;

/**
 * Moves or transforms content, once, when its module is synchronized (F2). A step is a public class with a public
 * constructor without parameters, annotated with {@link dev.synchronizer.annotation.Migration}.
 */
@FunctionalInterface
public interface MigrationStep {
    /**
     * Does the work, in the transaction of the run. A dry run calls it too, to count what it selects.
     *
     * @param content what is stored, and the only way to change it
     * @throws Exception whatever is thrown rolls the whole run back, and is reported with the item being worked on
     */
    void migrate(StepContent content) throws Exception;
}
