package dev.synchronizer.store;

import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes content; all that is written within one is committed or rolled back together. */
public interface ContentTransaction extends ContentReads {
    /** What was last read of the state in this transaction; read now where nothing was. */
    default ContentState knownState() {
        return state();
    }

    /** Definitions as they are now; what is read one after the other may be of several moments. */
    StoredReads definitions();

    /**
     * Keeps types and their properties from being changed or deleted until this transaction ends; others that save content
     * are not held up, where the product can tell them apart. All that are needed are to be kept at once, and before items
     * are locked: in this order nobody waits in a circle with a run.
     *
     * @return the ids of those that are there
     */
    Set<Long> keepTypes(Collection<Long> types);

    /**
     * Reads items in the order of their ids, and keeps others from saving them until this transaction ends. Where it keeps no
     * types yet, it first keeps those of these items.
     */
    List<StoredItem> lockItems(Collection<UUID> ids);

    void insertItems(Collection<StoredItem> items);

    /** Writes items' own rows anew. */
    void updateItems(Collection<StoredItem> items);

    /** Deletes items with all of their values; an item may go only before the one that it stands below. */
    void deleteItems(Collection<UUID> items);

    /** Inserts values that were not there. */
    void insertValues(Collection<StoredValue> values);

    /** Replaces values that are there, or inserts them. */
    void saveValues(Collection<StoredValue> values);

    /** Replaces values that are all there, each in the row in which it stands. */
    void updateValues(Collection<StoredValue> values);

    /**
     * Replaces values that are all there, and stand in one column.
     *
     * @param before the column in which they stand
     */
    void replaceValues(Collection<StoredValue> values, ValueColumn before);

    /** Deletes the values at the places of these. */
    void deleteValues(Collection<StoredValue> values);

    /**
     * Changes the seals of items, by their ids, along with values of theirs: each by exclusive or with this. Those that are
     * not sealed stay so.
     */
    void changeSeals(Map<UUID, Long> differences);

    /** Seals items, by their ids. */
    void seal(Map<UUID, Long> checksums);

    /**
     * Keeps findings of items in place of all that were kept of them, and counts them in the items' rows, which have to be
     * there.
     *
     * @param items those that have findings, or are to have some
     * @param findings of these items alone
     */
    void replaceFindings(Collection<UUID> items, Collection<StoredFinding> findings);

    /**
     * The ids of items in which one validator has found something, in their order.
     *
     * @param after the id behind which to go on, or null
     */
    List<UUID> foundBy(String validator, @Nullable UUID after, int limit);

    /**
     * Locks items, so that nobody else changes what is kept of them.
     *
     * @param waiting whether to wait for those that somebody else has locked, however long that takes; they are passed over
     *     otherwise
     * @return those that are locked now
     */
    List<UUID> lockForFindings(Collection<UUID> items, boolean waiting);

    /** Takes away what one validator has found in items that are locked. */
    void deleteFindings(String validator, Collection<UUID> items);

    /**
     * Begins to apply rules anew.
     *
     * @param run its id is ignored
     * @return the id that it got
     */
    long beginRuleRun(RuleRunRecord run);

    /**
     * Forgets the applications that have ended of the same rules and types of the same store as this one, but for the newest
     * ones, and what they left as it was.
     */
    void forgetRuleRuns(RuleRunRecord like, int kept);

    /** The applications of a store's rules that have not ended, the newest first. */
    List<RuleRunRecord> unfinishedRuleRuns(String ofStore);

    /**
     * Reads how far an application of rules has come, and keeps others from advancing it until this transaction ends. It is
     * locked before any type or item.
     */
    Optional<RuleRunRecord> lockRuleRun(long id);

    /**
     * Says how far an application of rules has come with what is written in this transaction.
     *
     * @param lastItem the last item that it is done with
     * @param looked how many items it is done with by now
     * @param changed how many of them it changed
     * @param refused how many of them it left as they are, for something was in the way
     */
    void advanceRuleRun(long id, UUID lastItem, long looked, long changed, long refused);

    /** Keeps which items an application of rules leaves as they are, and why. */
    void addRuleRefusals(long run, Collection<RuleRefusal> refusals);

    /**
     * Ends an application of rules.
     *
     * @param message what it failed with, or null
     */
    void endRuleRun(long id, RuleRunRecord.State state, Instant at, @Nullable String message);

    /** What is to be done elsewhere about what is saved in this transaction. */
    TaskWrites tasks();

    /** Records what failed after a save; its id is ignored. */
    void recordFailure(SaveFailure failure);

    /**
     * Tells other nodes of saves once this is committed, and wakes those that listen.
     *
     * @param events their ids are ignored
     */
    void announce(Collection<NodeEvent> events);
}
