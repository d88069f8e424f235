package dev.synchronizer.content;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Kept;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.saving.UnitFailure;
import dev.synchronizer.saving.Validators;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items that are saved in a unit of work: the one way from a draft to its rows. Not thread-safe. */
final class ItemUnit {
    private final Unit unit;
    private final TypeView types;
    private final SavePath path;
    private final SaveOptions options;
    private final Supplier<Instant> now;
    private final KeptFindings kept;
    private final boolean ofRules;

    ItemUnit(Unit unit, TypeView types, SavePath path, SaveOptions options, Supplier<Instant> now) {
        this(unit, types, path, options, now, false);
    }

    private ItemUnit(
            Unit unit, TypeView types, SavePath path, SaveOptions options, Supplier<Instant> now, boolean ofRules) {
        this.unit = unit;
        this.types = types;
        this.path = path;
        this.options = options;
        this.now = now;
        this.ofRules = ofRules;
        kept = new KeptFindings(unit, path, now);
    }

    /** The same unit, where what is saved is what rules set, and brings about no rules. */
    ItemUnit ofRules() {
        return new ItemUnit(unit, types, path, options.from(SaveOrigin.RULE), now, true);
    }

    TypeView types() {
        return types;
    }

    /** Tells of what shows only behind the write. */
    void tell(Subject item, Finding finding) {
        path.tell(unit, item, options, finding);
    }

    ContentTransaction transaction() {
        return unit.content();
    }

    /** Whether somebody looks at what items of a type were before they are saved. */
    boolean observes(ItemType type) {
        return path.observes(SubjectKind.ITEM, type.name()) || hasRules(type) || path.tells(unit);
    }

    /** What is written from here on may be taken back before the unit ends. */
    void mayTakeBack() {
        path.mayTakeBack(unit);
    }

    /** What was written of an item is taken back. */
    void takenBack(UUID item) {
        path.takenBack(unit, item);
    }

    private boolean hasRules(ItemType type) {
        return !types.rules().forType(type.name()).isEmpty();
    }

    /** @throws Moved if types are known as of another moment than that at which they are kept from changing */
    void requireSameMoment() {
        Work.requireSameMoment(types, unit);
    }

    /**
     * The draft of an item that is on its way in this unit and not written yet; null where there is none.
     *
     * @see ItemDraft#take
     */
    @Nullable
    ItemDraft underWay(UUID id) {
        Draft draft = unit.underWay(id.toString());
        return draft instanceof ItemDraft item ? item : null;
    }

    /**
     * The draft that takes over what is saved of an item meanwhile, as the item is on its way in this unit; null where there is
     * none.
     *
     * @throws ProblemsException if it can take over nothing: it is of an item that is yet to be made, or is deleted or restored
     */
    @Nullable
    ItemDraft joined(UUID id) {
        ItemDraft draft = underWay(id);
        if (draft != null && (draft.held() == null || !draft.isOpen())) {
            throw ItemProblems.underWay(draft);
        }
        return draft;
    }

    /** @throws ProblemsException if one of these is on its way in this unit and not written yet */
    void requireNotUnderWay(Collection<UUID> ids) {
        for (UUID id : ids) {
            ItemDraft draft = underWay(id);
            if (draft != null) {
                throw ItemProblems.underWay(draft);
            }
        }
    }

    /**
     * Takes a draft through all that comes before the write.
     *
     * @throws InvalidItemException if anything is wrong that keeps it from being saved
     */
    void prepare(ItemDraft draft, ItemCheck check) {
        path.saving(unit, draft, options, judging(draft, check));
    }

    private Judging judging(ItemDraft draft, ItemCheck check) {
        return new Judging(draft, check, options, path.validators());
    }

    /** What is wrong with a draft and keeps it from being saved, without saving it. */
    Violations judge(ItemDraft draft, ItemCheck check) {
        Judging judging = judging(draft, check);
        judging.check();
        return judging.fatal();
    }

    /** How grave it is what validators find. */
    Validators validators() {
        return path.validators();
    }

    SaveOptions options() {
        return options;
    }

    /** What refers to a wrong type and was let through goes on being found, be it that nobody has touched it. */
    void checkFormer(ItemType type, List<Reference> added, Values now, Violations violations) {
        if (validators().severity(SettingKey.ALLOWED_TYPES.label()) != FindingSeverity.FATAL) {
            List<Reference> former = new ArrayList<>(References.added(type, Values.none(), now, types));
            former.removeAll(added);
            References.checkTypes(former, transaction(), types, violations);
        }
    }

    /** Drafts that are prepared are not written after all. */
    void drop(List<ItemDraft> drafts) {
        path.dropped(unit, drafts);
    }

    /** Writes drafts together, and takes them through all that comes after the write. */
    void write(List<ItemDraft> drafts) {
        writeOnly(drafts);
        saved(drafts);
    }

    /** Writes drafts together, as far as anything is to be written. */
    void writeOnly(List<ItemDraft> drafts) {
        path.writing(unit, drafts);
        List<ItemDraft> changed =
                drafts.stream().filter(draft -> !draft.isUnchanged()).toList();
        writeRows(changed);
        path.written(unit, changed, options);
        if (unit.isNested()) {
            changed.forEach(NestedWrites.of(unit)::add);
        }
        long moment = moment();
        drafts.forEach(draft -> draft.writtenAt(moment));
    }

    /** Takes drafts that were written through all that comes after the write. */
    void saved(List<ItemDraft> drafts) {
        kept.keep(drafts.stream().filter(draft -> !isOutdated(draft)).toList(), this::kept);
        path.saved(unit, drafts, options, () -> applyRules(drafts));
    }

    /** Rules do not look at what is not changed, and what they found of it stays. */
    private Optional<Kept> kept(ItemDraft draft) {
        return path.kept(unit, draft)
                .map(found -> draft.isUnchanged()
                        ? found.leaving(name -> types.rules().names().contains(name))
                        : found);
    }

    private void applyRules(List<ItemDraft> drafts) {
        if (!ofRules && !types.rules().isEmpty()) {
            new RuleWrites(this, ofRules()).apply(drafts);
        }
    }

    /** See {@link RuleStep#requireAccepted}. */
    void requireAcceptedByRules(ItemDraft draft, Violations violations) {
        if (path.hasRules() && hasRules(draft.type()) && !ofRules) {
            ruleStep().requireAccepted(draft, violations);
        }
    }

    RuleStep ruleStep() {
        return new RuleStep(types.rules(), path, options);
    }

    Instant time() {
        return now.get();
    }

    /** Keeps more of items than what was found when they were written; nothing of those that are gone by now. */
    void keepMore(Map<UUID, List<Finding>> findings) {
        NestedWrites nested = unit.find(NestedWrites.class);
        Map<UUID, List<Finding>> there = new LinkedHashMap<>(findings);
        there.keySet().removeIf(id -> nested != null && nested.hasPurged(id));
        if (!there.isEmpty()) {
            kept.keepMore(there);
        }
    }

    /** What is kept of items. */
    KeptFindings keptFindings() {
        return kept;
    }

    /** Whether somebody is to be told that a draft was written. */
    boolean isFollowed(ItemDraft draft) {
        return path.isFollowed(unit, draft) || hasRules(draft.type());
    }

    /** What tells other nodes that a draft was written, once it is known to stay; null where there is nobody to be told. */
    @Nullable
    Runnable word(ItemDraft draft) {
        return path.word(unit, draft, options);
    }

    /** How many items handlers and rules have saved in this unit so far. */
    long moment() {
        return NestedWrites.momentOf(unit);
    }

    /** Whether handlers or rules have saved an item behind a moment. */
    boolean wroteSince(UUID item, long since) {
        NestedWrites nested = unit.find(NestedWrites.class);
        return nested != null && nested.wroteSince(item, since);
    }

    /** Whether somebody has saved an item after this draft of it was written. */
    boolean isOutdated(ItemDraft draft) {
        return wroteSince(draft.row().id(), draft.moment());
    }

    /**
     * The item's row before handlers first saved it in this unit, sealed with what it held; null where none has, or where it
     * was not there.
     */
    @Nullable
    StoredItem beforeNested(UUID item) {
        NestedWrites nested = unit.find(NestedWrites.class);
        return nested == null ? null : nested.before(item);
    }

    /** An item as it is by now; null where it is gone. */
    @Nullable
    HeldItem now(UUID id) {
        return transaction()
                .item(id)
                .map(row -> HeldItem.of(row, transaction().values(List.of(id)), types))
                .orElse(null);
    }

    /** Something is prepared, and is to be written before anything else is saved or read in the unit. */
    void holdsBack(Runnable write) {
        unit.holdsBack(write);
    }

    /** What made any part of the unit fail. */
    UnitFailure failure() {
        return unit.failure();
    }

    private void writeRows(List<ItemDraft> drafts) {
        List<StoredItem> inserted = new ArrayList<>();
        List<StoredItem> updated = new ArrayList<>();
        List<UUID> deleted = new ArrayList<>();
        Changes values = new Changes();
        for (ItemDraft draft : drafts) {
            if (draft.operation() == SaveOperation.PURGE) {
                deleted.add(draft.row().id());
            } else {
                (draft.held() == null ? inserted : updated).add(Sealing.sealed(draft));
                values.add(draft.rows());
            }
        }
        if (!inserted.isEmpty()) {
            transaction().insertItems(inserted);
        }
        if (!updated.isEmpty()) {
            transaction().updateItems(updated);
        }
        values.write(transaction());
        if (!deleted.isEmpty()) {
            transaction().deleteItems(deleted);
        }
    }

    /** The item as it is by now, after all that its save has brought about. */
    Item item(ItemDraft draft) {
        HeldItem latest = isOutdated(draft) ? now(draft.row().id()) : null;
        HeldItem held = draft.held() != null && draft.isUnchanged() ? draft.held() : draft.wanted();
        return (latest == null ? held : latest).item(types);
    }

    /** Saves one item. */
    Item save(ItemDraft draft, ItemCheck check) {
        prepare(draft, check);
        write(List.of(draft));
        return item(draft);
    }
}
