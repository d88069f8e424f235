package dev.synchronizer.content;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.Kept;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SaveOrigin;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SubjectKind;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.saving.Validators;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        kept = new KeptFindings(unit.content(), now);
    }

    /** The same unit, where what is saved is what rules set, and brings about no rules. */
    ItemUnit ofRules() {
        return new ItemUnit(unit, types, path, options.from(SaveOrigin.RULE), now, true);
    }

    TypeView types() {
        return types;
    }

    ContentTransaction transaction() {
        return unit.content();
    }

    /** What handlers have saved meanwhile, so that who began it all is told of the last state. */
    private static final class Nested {
        private final Map<UUID, HeldItem> latest = new HashMap<>();
        private long writes;

        void wrote(ItemDraft draft) {
            latest.put(draft.row().id(), draft.wanted());
            writes++;
        }
    }

    /** Whether somebody looks at what items of a type were before they are saved. */
    boolean observes(ItemType type) {
        return path.observes(SubjectKind.ITEM, type.name()) || hasRules(type);
    }

    private boolean hasRules(ItemType type) {
        return !types.rules().forType(type.name()).isEmpty();
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

    /** @throws dev.synchronizer.problem.ProblemsException if one of these is on its way in this unit and not written yet */
    void requireNotUnderWay(Collection<StoredItem> rows) {
        for (StoredItem row : rows) {
            if (underWay(row.id()) != null) {
                throw ItemProblems.refusal(
                        ProblemCode.SAVE_UNDER_WAY, row.named(), "it is being saved in the same unit of work");
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
        if (unit.isNested()) {
            Nested nested = unit.known(Nested.class, Nested::new);
            changed.forEach(nested::wrote);
        }
    }

    /** Takes drafts that were written through all that comes after the write. */
    void saved(List<ItemDraft> drafts) {
        kept.keep(drafts, this::kept);
        path.saved(unit, drafts, options, () -> applyRules(drafts));
    }

    /** Rules do not look at what is not changed, and what they found of it stays. */
    private Optional<Kept> kept(ItemDraft draft) {
        return path.kept(unit, draft)
                .map(found -> draft.isUnchanged()
                        ? found.leaving(name -> types.rules().names().contains(name))
                        : found);
    }

    /** Tells other nodes alone that drafts were written. */
    void leave(List<ItemDraft> drafts) {
        path.leave(unit, drafts, options);
    }

    /** What rules set is a save of its own, of that origin; it brings about no rules. */
    private void applyRules(List<ItemDraft> drafts) {
        if (ofRules || types.rules().isEmpty()) {
            return;
        }
        RuleStep step = new RuleStep(types.rules(), path, options);
        drafts.stream().filter(draft -> !draft.isUnchanged()).forEach(step::look);
        if (!step.set().isEmpty()) {
            ofRules().saveSet(step.set());
        }
        if (!step.kept().isEmpty()) {
            Map<UUID, List<Finding>> worth = new LinkedHashMap<>();
            step.kept().forEach((draft, findings) -> worth.put(draft.row().id(), findings));
            keepMore(worth);
        }
        step.act();
    }

    private void saveSet(Map<ItemDraft, Map<ValueKey, Optional<Object>>> set) {
        Map<UUID, Map.Entry<ItemDraft, Map<ValueKey, Optional<Object>>>> wanted = new LinkedHashMap<>();
        set.entrySet().forEach(entry -> wanted.put(entry.getKey().row().id(), entry));
        List<StoredItem> rows =
                transaction().items(wanted.keySet()).values().stream().toList();
        List<ItemDraft> drafts = new ArrayList<>();
        for (HeldItem held : Reading.Rows.of(rows, transaction()).held(types)) {
            Map.Entry<ItemDraft, Map<ValueKey, Optional<Object>>> entry =
                    Objects.requireNonNull(wanted.get(held.row().id()));
            Values values = held.own();
            for (Map.Entry<ValueKey, Optional<Object>> place : entry.getValue().entrySet()) {
                values = values.with(place.getKey(), place.getValue().orElse(null));
            }
            ItemDraft draft = ItemDraft.changed(entry.getKey().actor(), types, held, values, now.get());
            prepare(draft, new ItemChecks(this, new Violations(held.type().name())));
            drafts.add(draft);
        }
        write(drafts);
    }

    /** Keeps more of items than what was found when they were written. */
    void keepMore(Map<UUID, List<Finding>> findings) {
        kept.keepMore(findings);
    }

    /** What is kept of items. */
    KeptFindings keptFindings() {
        return kept;
    }

    /** Whether somebody is to be told that a draft was written. */
    boolean isFollowed(ItemDraft draft) {
        return path.isFollowed(unit, draft) || hasRules(draft.type());
    }

    /** How many items handlers have saved in this unit so far. */
    long nestedWrites() {
        Nested nested = unit.find(Nested.class);
        return nested == null ? 0 : nested.writes;
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
        HeldItem held = draft.held() != null && draft.isUnchanged() ? draft.held() : draft.wanted();
        Nested nested = unit.find(Nested.class);
        HeldItem latest = nested == null ? null : nested.latest.get(held.row().id());
        return (latest == null || latest.row().revision() <= held.row().revision() ? held : latest).item(types);
    }

    /** Saves one item. */
    Item save(ItemDraft draft, ItemCheck check) {
        prepare(draft, check);
        write(List.of(draft));
        return item(draft);
    }
}
