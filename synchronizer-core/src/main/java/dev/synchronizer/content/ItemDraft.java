package dev.synchronizer.content;

import dev.synchronizer.content.Violations.Place;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.saving.Change;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.ChangedPlace;
import dev.synchronizer.saving.Draft;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.Subject;
import dev.synchronizer.saving.Told;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueForm;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An item on its way to be saved. Not thread-safe. */
public final class ItemDraft implements Draft {
    private final SaveOperation operation;
    private final String actor;
    private final TypeView types;
    private final ItemType type;
    private final @Nullable HeldItem before;
    private final Subject subject;
    private StoredItem row;
    private Values own;
    private Values orphaned;
    private Changes rows = new Changes();
    private boolean written;
    private long moment;
    private List<Finding> foreseen = List.of();
    private Set<Finding> confirmed = Set.of();
    private @Nullable ChangeSet changes;

    /**
     * An item that is to become another one.
     *
     * @param before the item as it is; null where there is none
     * @param wanted the item as it is to be
     */
    ItemDraft(SaveOperation operation, String actor, TypeView types, @Nullable HeldItem before, HeldItem wanted) {
        this.operation = operation;
        this.actor = actor;
        this.types = types;
        this.before = before;
        type = wanted.type();
        row = wanted.row();
        own = wanted.own();
        orphaned = wanted.orphaned();
        subject = Subject.ofItem(
                row.id(),
                type.name(),
                before == null ? row.name() : before.row().name());
    }

    /** An item that is to hold other values in use. */
    static ItemDraft changed(String actor, TypeView types, HeldItem held, Values own, Instant now) {
        StoredItem row = held.row();
        StoredItem saved = row.saved(row.name(), row.parent(), now, actor);
        HeldItem wanted = HeldItem.wanted(saved, held.type(), own, held.orphaned());
        return new ItemDraft(SaveOperation.UPDATE, actor, types, held, wanted);
    }

    /** The same one, which is written even where it differs in nothing but who saved it and when. */
    ItemDraft written() {
        written = true;
        return this;
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public SaveOperation operation() {
        return operation;
    }

    @Override
    public String actor() {
        return actor;
    }

    @Override
    public long revision() {
        return row.revision();
    }

    /** The item as it is; null where there is none. */
    public @Nullable HeldItem held() {
        return before;
    }

    /** The item as it is to be. */
    public HeldItem wanted() {
        return HeldItem.wanted(row, type, own, orphaned);
    }

    ItemType type() {
        return type;
    }

    StoredItem row() {
        return row;
    }

    /** The rows of values to be written, as far as they are known. */
    Changes rows() {
        return rows;
    }

    /** From now on, these are the rows of values to be written. */
    void rows(Changes others) {
        rows = others;
    }

    @Override
    public List<Finding> foreseen() {
        return foreseen;
    }

    void foresee(List<Finding> findings) {
        foreseen = findings;
    }

    @Override
    public void confirm(List<Finding> findings) {
        Set<Finding> all = new HashSet<>(confirmed);
        all.addAll(findings);
        confirmed = all;
    }

    /** What somebody has confirmed of the save that brings this one about, they need not confirm again. */
    void confirmAs(ItemDraft cause) {
        confirm(List.copyOf(cause.confirmed));
    }

    @Override
    public boolean isConfirmed(Finding finding) {
        return confirmed.contains(finding);
    }

    /** When it was written, among what handlers have saved. */
    long moment() {
        return moment;
    }

    void writtenAt(long when) {
        moment = when;
    }

    /** Whether there is nothing to write. */
    boolean isUnchanged() {
        return before != null
                && !written
                && operation != SaveOperation.PURGE
                && rows.isEmpty()
                && row.name().equals(before.row().name())
                && Objects.equals(row.parent(), before.row().parent())
                && Objects.equals(row.deleted(), before.row().deleted());
    }

    /** Whether the item is to be gone for good. */
    boolean isGone() {
        return operation == SaveOperation.PURGE;
    }

    @Override
    public Told told() {
        return ToldItem.of(this, types);
    }

    @Override
    public Values before() {
        return before == null ? Values.none() : before.own();
    }

    @Override
    public Values after() {
        return operation == SaveOperation.PURGE ? Values.none() : own;
    }

    @Override
    public ChangeSet changes() {
        ChangeSet known = changes;
        if (known == null) {
            known = compared();
            changes = known;
        }
        return known;
    }

    private ChangeSet compared() {
        boolean gone = operation == SaveOperation.PURGE;
        StoredItem former = before == null ? null : before.row();
        StoredItem later = gone ? null : row;
        List<Change> fields = new ArrayList<>();
        field(ChangedPlace.NAME, StoredItem::name, former, later, fields);
        field(ChangedPlace.PARENT, StoredItem::parent, former, later, fields);
        field(ChangedPlace.DELETED, ItemDraft::deletedAt, former, later, fields);
        ChangeSet ofOwn = ChangeSet.between(before(), after());
        Values formerOrphaned = before == null ? Values.none() : before.orphaned();
        return ofOwn.and(ChangeSet.between(formerOrphaned, gone ? Values.none() : orphaned)
                        .all())
                .and(fields);
    }

    private static @Nullable Object deletedAt(StoredItem item) {
        return item.deleted() == null ? null : item.deleted().at();
    }

    private static void field(
            ChangedPlace place,
            Function<StoredItem, @Nullable Object> field,
            @Nullable StoredItem former,
            @Nullable StoredItem later,
            List<Change> fields) {
        Object from = former == null ? null : field.apply(former);
        Object to = later == null ? null : field.apply(later);
        ChangeSet.at(place, from, to).ifPresent(fields::add);
    }

    @Override
    public boolean hasProperty(String name) {
        return type.property(name).filter(ItemProperty::inUse).isPresent();
    }

    @Override
    public boolean hasFindings() {
        return before != null && before.row().findings() > 0;
    }

    @Override
    public boolean isOpen() {
        return switch (operation) {
            case CREATE, UPDATE, RENAME, MOVE, DUPLICATE -> true;
            case DELETE, RESTORE, PURGE -> false;
        };
    }

    @Override
    public void set(ChangedPlace place, @Nullable Object value) {
        if (place.equals(ChangedPlace.NAME) && value instanceof String name) {
            row = row.withName(ItemProblems.checkedName(name));
        } else if (place.kind() == ChangedPlace.Kind.VALUE) {
            setValue(new ValueKey(place.name(), place.language()), value);
        } else {
            throw new IllegalArgumentException("an item's " + place + " cannot be set to " + value);
        }
        changes = null;
    }

    private void setValue(ValueKey key, @Nullable Object value) {
        Violations violations = new Violations(type.name());
        Place at = new Place(key.property(), key.language());
        ItemProperty property = GivenValues.require(type, at, violations);
        Object canonical = property == null || value == null ? null : canonical(property, key, value, violations);
        violations.throwIfAny();
        Succession succession = new Succession(type, types);
        own = succession.saved(own, succession.seen(own).with(key, canonical), violations);
        violations.throwIfAny();
    }

    private @Nullable Object canonical(ItemProperty property, ValueKey key, Object value, Violations violations) {
        Place at = new Place(key.property(), key.language());
        try {
            return GivenValues.hasLanguage(property, at, violations)
                    ? ValueForm.canonical(property.type(), value, types)
                    : null;
        } catch (UnfitValueException e) {
            violations.add(ProblemCode.UNFIT_VALUE, at, "", property.type().toString(), "the value " + e.getMessage());
            return null;
        }
    }

    /** Takes over what somebody else has changed of the same item meanwhile, and wins where both changed something. */
    void take(Values otherOwn, Values otherOrphaned) {
        own = Merging.merged(before(), otherOwn, own);
        orphaned = Merging.merged(before == null ? Values.none() : before.orphaned(), otherOrphaned, orphaned);
        changes = null;
    }

    /** Gives the item another name. */
    void takeName(String name) {
        row = row.withName(name);
        changes = null;
    }

    /** Gives the item another place. */
    void takeParent(@Nullable UUID parent) {
        row = row.below(parent);
        changes = null;
    }
}
