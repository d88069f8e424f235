package dev.synchronizer.content;

import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.task.TaskKey;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Items that other systems bring in, along with whatever else is to be committed with them. Safe for use by many threads. */
public final class BroughtItems {
    private final Work work;

    public BroughtItems(Work work) {
        this.work = work;
    }

    /**
     * Works in a unit of work of its own. It may be called more than once, where the unit begins again.
     *
     * @throws IllegalStateException if a unit of work is under way on this thread
     */
    public <T> T within(SaveOptions options, Function<Opened, T> action) {
        work.requireNoUnit("what another system brings in");
        return work.writing(options, types -> types, (types, items) -> action.apply(new Opened(items, options)));
    }

    /** Items in a unit of work. Of use only within it. */
    public final class Opened {
        private final ItemUnit items;
        private final SaveOptions options;

        private Opened(ItemUnit items, SaveOptions options) {
            this.items = items;
            this.options = options;
        }

        public Unit unit() {
            return Objects.requireNonNull(work.unit());
        }

        /**
         * Saves an item in one go, and takes it out of the recycle bin where it is there.
         *
         * @param id null where it is yet to be made
         * @param arrival where it comes from
         * @return its id, another one than was given where there is no such item any more
         * @throws dev.synchronizer.problem.ProblemsException if it cannot be saved so
         */
        public UUID save(String actor, @Nullable UUID id, BroughtItem wanted, Arrival arrival) {
            ItemType type = work.require(wanted.type(), items.types());
            TypesInUse.keep(List.of(type), items);
            StagedItem there = id == null ? null : locked(id, type, wanted);
            if (there == null || there.held() == null) {
                UUID made = work.newId();
                expect(made, arrival);
                NewItem item = new NewItem(
                        wanted.type(),
                        wanted.name(),
                        wanted.parent().orElse(null),
                        over(Values.none(), wanted.values()));
                new Creating(work, options).create(made, actor, item, (any, types) -> item.values());
                return made;
            }
            change(actor, there, there.held(), wanted, arrival);
            return there.held().row().id();
        }

        /** Nobody else moves it, nor what it is to stand below. */
        private StagedItem locked(UUID id, ItemType type, BroughtItem wanted) {
            Moving.locked(id, Moving.above(wanted.parent().orElse(null), items), items.transaction());
            return StagedItem.open(id, type, items, unit());
        }

        private void change(String actor, StagedItem there, HeldItem held, BroughtItem wanted, Arrival arrival) {
            ItemType type = held.type();
            if (!type.name().equals(wanted.type())) {
                throw StagedItems.otherType(held.row().id(), type.name(), wanted.type());
            }
            Violations violations = new Violations(type.name());
            violations.checkName(wanted.name());
            Succession succession = new Succession(type, items.types());
            Values given = GivenValues.canonical(
                    type, over(succession.seen(held.own()), wanted.values()), items.types(), violations);
            Values own = succession.saved(held.own(), given, violations);
            UUID parent = wanted.parent().orElse(held.row().parent());
            if (held.row().deleted() != null) {
                Places.check(type, parent, items.transaction(), items.types(), violations);
            }
            StoredItem row =
                    held.row().saved(wanted.name(), parent, items.time(), actor).withDeleted(null);
            HeldItem item = HeldItem.wanted(row, type, own, held.orphaned());
            if (!violations.isEmpty() || !isSame(held, item)) {
                expect(row.id(), arrival);
                there.save(actor, item, violations);
            }
        }

        private boolean isSame(HeldItem held, HeldItem wanted) {
            StoredItem before = held.row();
            StoredItem after = wanted.row();
            return before.name().equals(after.name())
                    && Objects.equals(before.parent(), after.parent())
                    && before.deleted() == null
                    && held.own().equals(wanted.own());
        }

        private Values over(Values values, Map<ValueKey, Optional<Object>> others) {
            Values all = values;
            for (Map.Entry<ValueKey, Optional<Object>> each : others.entrySet()) {
                ValueKey key = each.getKey();
                all = all.with(key.property(), key.language(), each.getValue().orElse(null));
            }
            return all;
        }

        /** Puts an item into the recycle bin, with all that stands below it; nothing where it is there already, or gone. */
        public void delete(String actor, UUID id, Arrival arrival) {
            boolean there = items.transaction()
                    .item(id)
                    .filter(row -> row.deleted() == null)
                    .isPresent();
            if (there) {
                expect(id, arrival);
                ItemsBelow.expect(List.of(id), arrival, unit());
                new RecycleBin(work, options).delete(actor, List.of(id));
            }
        }

        private void expect(UUID id, Arrival arrival) {
            Arrivals.of(unit()).expect(TaskKey.item(id), arrival);
        }
    }
}
