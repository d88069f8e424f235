package dev.synchronizer.persistence;

import dev.synchronizer.store.ContentState;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.NodeEvent;
import dev.synchronizer.store.RuleRefusal;
import dev.synchronizer.store.RuleRunRecord;
import dev.synchronizer.store.SaveFailure;
import dev.synchronizer.store.StoredFinding;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.store.TaskWrites;
import dev.synchronizer.value.StoredValue;
import dev.synchronizer.value.ValueColumn;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes content in somebody's transaction. */
final class ContentWriter extends ContentReader implements ContentTransaction {
    private final TypeLocks locks;
    private final RuleRunRows ruleRuns;
    private final TaskWriter tasks;
    private boolean holdsTypes;
    private @Nullable ContentState known;

    /** @param holdsTypes whether the transaction locks types by itself before it locks items */
    ContentWriter(Steps steps, Supplier<ContentState> state, boolean holdsTypes) {
        super(steps, state, new HashMap<>());
        this.holdsTypes = holdsTypes;
        ruleRuns = new RuleRunRows(steps.database());
        tasks = new TaskWriter(steps);
        locks = new TypeLocks(steps.database());
    }

    @Override
    public ContentState state() {
        ContentState read = super.state();
        known = read;
        return read;
    }

    @Override
    public ContentState knownState() {
        return known == null ? state() : known;
    }

    @Override
    public TaskWrites tasks() {
        return tasks;
    }

    @Override
    public StoredReads definitions() {
        return steps.get(
                () -> StoredReader.begin(steps.database(), new StateQuery()).orElseThrow());
    }

    @Override
    public Set<Long> keepTypes(Collection<Long> types) {
        return steps.get(() -> keep(types));
    }

    private Set<Long> keep(Collection<Long> types) throws SQLException {
        holdsTypes |= !types.isEmpty();
        return locks.keep(types);
    }

    @Override
    public List<StoredItem> lockItems(Collection<UUID> ids) {
        return steps.get(() -> {
            if (!holdsTypes) {
                // A run that works on items holds all types before it locks the first of them.
                keep(items.types(ids));
            }
            return items.lock(ids);
        });
    }

    @Override
    public void insertItems(Collection<StoredItem> inserted) {
        steps.run(() -> items.insert(inserted));
    }

    @Override
    public void updateItems(Collection<StoredItem> updated) {
        steps.run(() -> items.update(updated));
    }

    @Override
    public void deleteItems(Collection<UUID> deleted) {
        steps.run(() -> items.delete(deleted));
    }

    @Override
    public void insertValues(Collection<StoredValue> inserted) {
        steps.run(() -> values.insert(inserted));
    }

    @Override
    public void saveValues(Collection<StoredValue> saved) {
        steps.run(() -> {
            values.delete(saved);
            values.insert(saved);
        });
    }

    @Override
    public void updateValues(Collection<StoredValue> updated) {
        steps.run(() -> values.update(updated));
    }

    @Override
    public void replaceValues(Collection<StoredValue> replaced, ValueColumn before) {
        steps.run(() -> values.replace(replaced, before));
    }

    @Override
    public void deleteValues(Collection<StoredValue> deleted) {
        steps.run(() -> values.delete(deleted));
    }

    @Override
    public void changeSeals(Map<UUID, Long> differences) {
        steps.run(() -> new ItemSeals(steps.database()).change(differences));
    }

    @Override
    public void seal(Map<UUID, Long> checksums) {
        steps.run(() -> new ItemSeals(steps.database()).save(checksums));
    }

    @Override
    public void replaceFindings(Collection<UUID> ofItems, Collection<StoredFinding> found) {
        steps.run(() -> findings.replace(ofItems, found));
    }

    @Override
    public List<UUID> foundBy(String validator, @Nullable UUID after, int limit) {
        return steps.get(() -> findings.itemsOf(validator, after, limit));
    }

    @Override
    public List<UUID> lockForFindings(Collection<UUID> ofItems, boolean waiting) {
        return steps.get(() -> findings.lock(ofItems, waiting));
    }

    @Override
    public void deleteFindings(String validator, Collection<UUID> ofItems) {
        steps.run(() -> findings.deleteOf(validator, ofItems));
    }

    @Override
    public long beginRuleRun(RuleRunRecord run) {
        return steps.get(() -> ruleRuns.add(run));
    }

    @Override
    public void forgetRuleRuns(RuleRunRecord like, int kept) {
        steps.run(() -> ruleRuns.forget(like, kept));
    }

    @Override
    public List<RuleRunRecord> unfinishedRuleRuns(String ofStore) {
        return steps.get(() -> ruleRuns.unfinished(ofStore));
    }

    @Override
    public Optional<RuleRunRecord> lockRuleRun(long id) {
        return steps.get(() -> ruleRuns.lock(id));
    }

    @Override
    public void advanceRuleRun(long id, UUID lastItem, long looked, long changed, long refused) {
        steps.run(() -> ruleRuns.advance(id, lastItem, looked, changed, refused));
    }

    @Override
    public void addRuleRefusals(long run, Collection<RuleRefusal> refusals) {
        steps.run(() -> new RuleRefusalRows(steps.database()).add(run, refusals));
    }

    @Override
    public void endRuleRun(long id, RuleRunRecord.State state, Instant at, @Nullable String message) {
        steps.run(() -> ruleRuns.end(id, state, at, message));
    }

    @Override
    public void recordFailure(SaveFailure failure) {
        steps.run(() -> new SaveFailureRows(steps.database()).add(failure));
    }

    @Override
    public void announce(Collection<NodeEvent> events) {
        steps.run(() -> new NodeEventRows(steps.database()).add(events));
    }
}
