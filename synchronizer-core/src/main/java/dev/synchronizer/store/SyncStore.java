package dev.synchronizer.store;

import dev.synchronizer.model.StoredModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of content types, modules and runs. Safe for use by many threads and many processes at once.
 *
 * <p>A failing database ends any of these in a {@link dev.synchronizer.problem.ProblemsException} with a CT5xx code.
 */
public interface SyncStore {
    /**
     * Asks one query, whatever the number of types.
     *
     * @param startKey identifies all that a comparison would depend on beside the store
     */
    StartStatus status(String startKey);

    /** Reads all that is stored, as of one moment; the empty model where there is no schema. Writes nothing. */
    StoredModel load();

    /**
     * Runs {@code reading} on all that is stored as of one moment; where there is no schema, that is nothing. Writes
     * nothing. What {@code reading} throws is thrown on.
     */
    <T> T reading(Function<StoredReads, T> reading);

    /** The number of the last change, by one small query; 0 where there is no schema, and negative before the first upgrade. */
    long changeNumber();

    /** Fingerprints of jars that are known to declare no types; none where there is no schema. Writes nothing. */
    Set<String> knownEmptyJars();

    /** Makes or completes the schema, in one process at a time. */
    void prepare();

    /**
     * Runs {@code work} in one transaction that holds the lock of this store; others wait. What {@code work} throws
     * rolls everything back and is thrown on.
     */
    <T> T inTransaction(Function<SyncTransaction, T> work);

    /** The recorded runs without their plans, the newest first; none where there is no schema. */
    List<RunRecord> runs(int limit);

    /** What was changed by runs and by administrators, the newest first; nothing where there is no schema. */
    List<ChangeRecord> changes(int limit);

    /** The first of the values that a run could not keep. */
    List<LostValue> lostValues(long run, int limit);

    /** The properties of which a run could not keep all values, sorted, as {@code Type.property}. */
    List<String> lostProperties(long run);

    /** A recorded run with its plan. */
    Optional<RunRecord> run(long id);

    /** Tells of what is recorded as having stood before each of the runs that followed one, the oldest first. */
    void eachRunAfter(long run, BeforeRunReader reader);

    /** The applications of a store's rules to items, the newest first; none where there is no schema. */
    List<RuleRunRecord> ruleRuns(String ofStore, int limit);

    /** Those that have not ended, the newest first. */
    List<RuleRunRecord> unfinishedRuleRuns(String ofStore);

    /**
     * The items that an application of rules left as they are, in the order of their ids.
     *
     * @param after the id behind which to go on, or null
     */
    List<RuleRefusal> ruleRefusals(long run, @Nullable UUID after, int limit);

    /** What failed after saves, the newest first; nothing where there is no schema. */
    List<SaveFailure> saveFailures(int limit);

    /** How many failures are kept. */
    long countSaveFailures();

    /** Deletes what is said of failures; those that are not there are left out of account. */
    void deleteSaveFailures(Collection<Long> ids);

    /** What is to be done elsewhere. */
    TaskQueue tasks();

    /** What nodes tell each other of their saves. */
    NodeEvents nodeEvents();

    /** Is told of a run. */
    @FunctionalInterface
    interface BeforeRunReader {
        /**
         * Reads what stood before a run.
         *
         * @param run its id
         * @param before see {@link RunRecord#before()}
         */
        void read(long run, String before);
    }
}
