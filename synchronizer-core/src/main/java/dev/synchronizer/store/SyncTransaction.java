package dev.synchronizer.store;

import dev.synchronizer.model.ExecutedStep;
import dev.synchronizer.model.SettingOverride;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What can be done while the store's lock is held. Valid only within {@link SyncStore#inTransaction}. */
public interface SyncTransaction extends StoredReads {
    /** The first of {@code count} ids for types and properties that nobody else gets. */
    long reserveIds(int count);

    /**
     * Writes rows, and raises the store's revision by one.
     *
     * @param progress is told of every batch
     * @return the revision that it was raised to
     */
    long write(RowChanges changes, WriteProgress progress);

    /** The stored content, which is written in this transaction. */
    @Override
    ContentTransaction content();

    /**
     * Waits for those who are saving content of these types, and keeps all others from it until this transaction ends: what
     * is counted from now on stays as it is.
     */
    void lockTypes(Collection<Long> types);

    /** Adds a step to the ledger. */
    void recordStep(ExecutedStep step);

    /** The id that the next recorded run gets. */
    long nextRun();

    /** Keeps values as they were that the run of this id could not keep, or not all that they said. */
    void recordLost(long run, Collection<LostValue> values);

    /** Inserts overrides, or replaces those of the same owners and settings. */
    void saveOverrides(Collection<SettingOverride> overrides);

    /** Deletes the overrides of these owners and settings; those that are not there are left out of account. */
    void deleteOverrides(Collection<SettingOverride> overrides);

    /** Inserts a rule, or replaces the one of the same name. */
    void saveRule(StoredRule rule);

    /** Deletes the rule of a name, and says whether there was one. */
    boolean deleteRule(String name);

    /** Inserts a channel, or replaces the one of the same kind and name. */
    void saveChannel(StoredChannel channel);

    /** Deletes a channel, and says whether there was one. */
    boolean deleteChannel(StoredChannel.Kind kind, String name);

    /** The identity of this server, which is made when it is first asked for. */
    String requireSelf();

    /** Seals types, by their ids. */
    void saveTypeChecksums(Map<Long, Long> checksums);

    /**
     * Logs changes under the numbers that follow the store's last one, and wakes the nodes that listen, once this is
     * committed.
     *
     * @param changes their numbers are ignored
     * @return the number of the last one
     */
    long log(List<ChangeRecord> changes);

    /**
     * Records a run.
     *
     * @param run its id is ignored
     * @return the id that it got
     */
    long record(RunRecord run);

    /**
     * Remembers that a start under this key has nothing to do at the store's present revision, in place of all that was
     * remembered at former ones.
     *
     * @param startKey identifies all that a comparison would depend on beside the store
     * @param settledPlan what such a start reports, as text
     * @param emptyJars fingerprints of jars that declare no types, added to those already known
     */
    void remember(String startKey, String settledPlan, Collection<String> emptyJars);

    /** Has the next starts compare in full: the rows are not those any more of which a start had nothing to do. */
    void forgetStarts();
}
