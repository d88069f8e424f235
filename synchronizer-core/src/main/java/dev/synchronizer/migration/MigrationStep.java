package dev.synchronizer.migration;

/**
 * Moves or transforms content, once, when its module is synchronized (F2). A step is a public class with a public
 * constructor without parameters, annotated with {@link dev.synchronizer.annotation.Migration}.
 *
 * <p>Each time that it writes an item, handlers are called for that save, of which they are told by the names that the step
 * sees. They may set values and veto, which rolls the whole run back, but neither save nor read anything before the commit.
 * Validators are not called.
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
