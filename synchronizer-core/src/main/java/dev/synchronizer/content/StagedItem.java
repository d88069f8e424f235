package dev.synchronizer.content;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.Looked;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import dev.synchronizer.value.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One item that is to become what another server says, in the unit of work in which it is locked. Not thread-safe. */
final class StagedItem implements StagedSubject {
    private final UUID id;
    private final ItemType type;
    private final ItemUnit items;
    private final Unit unit;
    private final @Nullable HeldItem held;
    private Spared spared;

    private StagedItem(UUID id, ItemType type, ItemUnit items, Unit unit, @Nullable HeldItem held) {
        this.id = id;
        this.type = type;
        this.items = items;
        this.unit = unit;
        this.held = held;
        spared = Spared.onArrival(id);
    }

    static StagedItem open(UUID id, ItemType type, ItemUnit items, Unit unit) {
        ContentTransaction transaction = items.transaction();
        HeldItem held = transaction.lockItems(List.of(id)).stream()
                .findFirst()
                .map(row -> HeldItem.of(row, transaction.values(List.of(id)), items.types()))
                .orElse(null);
        return new StagedItem(id, type, items, unit, held);
    }

    /** The item as it is, which nobody else saves meanwhile; null where there is none. */
    @Nullable
    HeldItem held() {
        return held;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public @Nullable SubjectState current() {
        return held == null ? null : ToldItem.state(held, items.types());
    }

    @Override
    public Set<String> unknownProperties(SubjectState state) {
        return StagedValues.unknown(type, state);
    }

    @Override
    public void spare(Set<String> keys) {
        spared = spared.and(keys.stream()
                .map(TaskKey::parse)
                .filter(key -> key.kind().equals(TaskKey.ITEM))
                .map(key -> UUID.fromString(key.id()))
                .collect(Collectors.toSet()));
    }

    @Override
    public Obstacles obstacles(@Nullable SubjectState wanted) {
        List<String> missing = new ArrayList<>(below(wanted));
        if (wanted == null) {
            return Obstacles.missing(missing);
        }
        UUID parent = parent(wanted);
        Map<UUID, StoredItem> there = needed(wanted, parent, missing);
        StoredItem above = parent == null ? null : there.get(parent);
        Deleted bin = above == null ? null : above.deleted();
        if (above == null || bin == null || isDeleted(wanted)) {
            return Obstacles.missing(missing);
        }
        return new Obstacles(
                missing,
                Optional.of(TaskKey.item(above.id()).toString()),
                Optional.of(ToldItem.text(bin.with().toString())));
    }

    private static boolean isDeleted(SubjectState wanted) {
        return wanted.at(Places.DELETED).isPresent();
    }

    /** Nothing lives below what is deleted, and nothing at all below what is gone. */
    private List<String> below(@Nullable SubjectState wanted) {
        boolean gone = wanted == null;
        if (held == null || wanted != null && !isDeleted(wanted)) {
            return List.of();
        }
        return items.transaction().children(List.of(id)).stream()
                .filter(child -> gone || child.deleted() == null)
                .map(child -> TaskKey.item(child.id()).toString())
                .toList();
    }

    /** What it is to stand below and to refer to, as far as it did not before. */
    private Map<UUID, StoredItem> needed(SubjectState wanted, @Nullable UUID parent, List<String> missing) {
        Set<UUID> needed = new LinkedHashSet<>();
        StagedValues values = new StagedValues(type, items.types(), new Violations(type.name())).read(wanted);
        Values known = held == null || held.row().type() != type.id() ? Values.none() : held.own();
        References.added(type, known, values.own(), items.types()).forEach(added -> needed.add(added.target()));
        needed.removeAll(spared.missing());
        if (parent != null) {
            needed.add(parent);
        }
        Map<UUID, StoredItem> there =
                needed.isEmpty() ? Map.of() : items.transaction().items(needed);
        needed.stream()
                .filter(each -> !there.containsKey(each))
                .forEach(each -> missing.add(TaskKey.item(each).toString()));
        return there;
    }

    @Override
    public void binBelow(String actor, SubjectState wanted) {
        UUID with = UUID.fromString(text(wanted, Places.DELETED).orElseThrow());
        Deleted deleted = new Deleted(items.time(), actor, with);
        List<UUID> level = List.of(id);
        while (!level.isEmpty()) {
            List<UUID> below = items.transaction().children(level).stream()
                    .filter(child -> child.deleted() == null)
                    .map(StoredItem::id)
                    .toList();
            for (StoredItem row : items.transaction().lockItems(below)) {
                HeldItem child = HeldItem.of(row, items.transaction().values(List.of(row.id())), items.types());
                HeldItem binned =
                        HeldItem.wanted(row.withDeleted(deleted), child.type(), child.own(), child.orphaned());
                write(new ItemDraft(SaveOperation.DELETE, actor, items.types(), child, binned));
            }
            level = below;
        }
    }

    @Override
    public void freeBelow(String actor) {
        Deleted deleted = new Deleted(items.time(), actor, id);
        lockedBelow(List.of(id)).forEach(row -> {
            Deleted bin = row.deleted() == null ? deleted : row.deleted();
            update(actor, row, row.saved(row.name(), null, items.time(), actor).withDeleted(bin));
        });
    }

    @Override
    public List<String> circle(SubjectState wanted) {
        UUID parent = parent(wanted);
        if (held == null || parent == null || parent.equals(held.row().parent())) {
            return List.of();
        }
        List<String> circle = new ArrayList<>();
        for (StoredItem above : Moving.above(parent, items)) {
            if (above.id().equals(id)) {
                return circle;
            }
            circle.add(TaskKey.item(above.id()).toString());
        }
        return List.of();
    }

    @Override
    public void free(String actor, String key) {
        UUID other = UUID.fromString(TaskKey.parse(key).id());
        items.transaction().lockItems(List.of(other)).forEach(row -> {
            StoredItem freed = row.saved(row.name(), null, items.time(), actor);
            update(actor, row, freed.withDeleted(row.deleted()));
        });
    }

    private List<StoredItem> lockedBelow(List<UUID> level) {
        return items.transaction()
                .lockItems(items.transaction().children(level).stream()
                        .map(StoredItem::id)
                        .toList());
    }

    /** Only its row becomes another one. */
    private void update(String actor, StoredItem row, StoredItem wanted) {
        HeldItem there = HeldItem.of(row, items.transaction().values(List.of(row.id())), items.types());
        HeldItem next = HeldItem.wanted(wanted, there.type(), there.own(), there.orphaned());
        write(new ItemDraft(operation(there, next), actor, items.types(), there, next));
    }

    @Override
    public void save(String actor, @Nullable SubjectState wanted) {
        if (wanted == null) {
            purge(actor);
        } else {
            if (held != null && held.row().type() != type.id()) {
                throw StagedItems.otherType(id, held.type().name(), type.name());
            }
            saveAs(actor, wanted);
        }
    }

    private void saveAs(String actor, SubjectState wanted) {
        Violations violations = new Violations(type.name());
        String name = text(wanted, Places.NAME).orElse("");
        violations.checkName(name);
        StagedValues values = new StagedValues(type, items.types(), violations).read(wanted);
        Instant now = items.time();
        StoredItem row = row(name, parent(wanted), now, actor).withDeleted(deleted(wanted, now, actor));
        save(actor, HeldItem.wanted(row, type, values.own(), values.orphaned()), violations, spared);
    }

    /** @param violations what is wrong anyway, in what was asked for */
    void save(String actor, HeldItem item, Violations violations) {
        save(actor, item, violations, Spared.NOTHING);
    }

    private void save(String actor, HeldItem item, Violations violations, Spared excused) {
        SaveOperation operation = held == null ? SaveOperation.CREATE : operation(held, item);
        if (held == null) {
            TypesInUse.requireUsable(type);
        }
        requireNoCircle(item.row());
        ItemDraft draft = new ItemDraft(operation, actor, items.types(), held, item);
        if (operation == SaveOperation.DELETE || operation == SaveOperation.RESTORE) {
            items.prepare(draft, new ItemChecks(items, violations, excused));
            items.write(List.of(draft));
            return;
        }
        ItemChecks checks = new ItemChecks(items, violations, excused);
        checks.requireReadable(draft);
        items.save(draft, checks);
    }

    /** Nobody else moves those that it is to stand below until this is done. */
    private void requireNoCircle(StoredItem row) {
        if (held != null
                && row.parent() != null
                && !row.parent().equals(held.row().parent())) {
            Moving.locked(id, Moving.above(row.parent(), items), items.transaction());
        }
    }

    private StoredItem row(String name, @Nullable UUID parent, Instant now, String actor) {
        return held == null
                ? new StoredItem(id, type.id(), name, parent, 1, now, actor, now, actor, null)
                : held.row().saved(name, parent, now, actor);
    }

    private @Nullable Deleted deleted(SubjectState wanted, Instant now, String actor) {
        UUID with = text(wanted, Places.DELETED).map(UUID::fromString).orElse(null);
        if (with == null) {
            return null;
        }
        Deleted before = held == null ? null : held.row().deleted();
        return before != null && before.with().equals(with) ? before : new Deleted(now, actor, with);
    }

    private static SaveOperation operation(HeldItem there, HeldItem wanted) {
        StoredItem before = there.row();
        StoredItem after = wanted.row();
        boolean sameValues =
                there.own().equals(wanted.own()) && there.orphaned().equals(wanted.orphaned());
        boolean sameName = before.name().equals(after.name());
        boolean samePlace = Objects.equals(before.parent(), after.parent());
        boolean sameBin = Objects.equals(before.deleted(), after.deleted());
        if (sameValues && sameName && samePlace) {
            return after.deleted() == null ? SaveOperation.RESTORE : SaveOperation.DELETE;
        }
        if (sameValues && sameBin && samePlace) {
            return SaveOperation.RENAME;
        }
        return sameValues && sameBin && sameName ? SaveOperation.MOVE : SaveOperation.UPDATE;
    }

    private void purge(String actor) {
        if (held == null) {
            return;
        }
        HeldItem last = held;
        if (held.row().deleted() == null) {
            TaskKey key = TaskKey.item(id);
            Arrivals arrivals = Arrivals.of(unit);
            Optional<Arrival> purge = arrivals.expected(key);
            purge.ifPresent(arrival -> arrivals.expect(key, arrival.onTheWay()));
            Deleted deleted = new Deleted(items.time(), actor, id);
            last = HeldItem.wanted(held.row().withDeleted(deleted), held.type(), held.own(), held.orphaned());
            write(new ItemDraft(SaveOperation.DELETE, actor, items.types(), held, last));
            last = Objects.requireNonNull(items.now(id));
            purge.ifPresent(arrival -> arrivals.expect(key, arrival));
        }
        write(new ItemDraft(SaveOperation.PURGE, actor, items.types(), last, last));
    }

    private void write(ItemDraft draft) {
        items.prepare(draft, (each, violations) -> Looked.NOWHERE);
        items.write(List.of(draft));
    }

    private static @Nullable UUID parent(SubjectState wanted) {
        return text(wanted, Places.PARENT).map(UUID::fromString).orElse(null);
    }

    private static Optional<String> text(SubjectState state, String place) {
        return state.at(place).map(json -> JsonIn.read(json, JsonIn::text));
    }
}
