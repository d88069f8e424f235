package dev.synchronizer.content;

import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredFinding;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Applies rules to some items in one transaction. Not thread-safe. */
final class RuleApplying {
    private final ItemUnit items;
    private final RuleChoice choice;
    private final RuleLook look;
    private final Batch batch;
    private final List<RuleLook.Looked> looked = new ArrayList<>();
    private final List<RuleLook.Looked> done = new ArrayList<>();
    private final List<RefusedItem> refusals = new ArrayList<>();

    RuleApplying(ItemUnit items, RuleChoice choice, RuleLook look) {
        this.items = items;
        this.choice = choice;
        this.look = look;
        batch = new Batch(items, this::write);
    }

    static RefusedItem refused(HeldItem held, Throwable failure) {
        return ItemFailure.refused(held.row(), held.type().name(), failure);
    }

    /**
     * Reads items anew under their locks, those of their types first.
     *
     * @param page the items as they were found
     * @return those that are there by now, are not in the recycle bin, and that a rule is for
     */
    List<StoredItem> locked(List<StoredItem> page) {
        TypeView types = items.types();
        ContentTransaction transaction = items.transaction();
        List<StoredItem> served = page.stream()
                .filter(row -> choice.serves(types.type(row.type())))
                .toList();
        if (served.isEmpty()) {
            return List.of();
        }
        TypesInUse.keep(
                served.stream().map(row -> types.type(row.type())).distinct().toList(), items);
        return transaction.lockItems(served.stream().map(StoredItem::id).toList()).stream()
                .filter(row -> row.deleted() == null)
                .toList();
    }

    /**
     * Reads what items hold.
     *
     * @param leftOut one that is refused already
     * @return those that can be read; the others are refused
     */
    List<HeldItem> held(List<StoredItem> rows, @Nullable RefusedItem leftOut) {
        if (leftOut != null) {
            refusals.add(leftOut);
        }
        List<StoredItem> wanted = rows.stream()
                .filter(row -> leftOut == null || !leftOut.id().equals(row.id()))
                .toList();
        TypeView types = items.types();
        return Reading.Rows.of(wanted, items.transaction())
                .held(
                        types,
                        (row, failure) -> refusals.add(
                                ItemFailure.refused(row, types.type(row.type()).name(), failure)));
    }

    /**
     * Has rules look at items one after the other. What handlers have saved of one of them before its turn has come is what
     * they look at; what is gone by then, or in the recycle bin, they pass over.
     *
     * @param held the items as they were when they were locked
     * @param timeIsUp whether no further item is to be begun; one is in any case
     * @return the last item that was begun, where others are left for another time
     */
    Optional<UUID> apply(List<HeldItem> held, BooleanSupplier timeIsUp) {
        long since = items.moment();
        UUID brokenOffAt = null;
        for (HeldItem each : held) {
            UUID id = each.row().id();
            HeldItem now = items.wroteSince(id, since) ? items.now(id) : each;
            if (now != null && now.row().deleted() == null) {
                look(now);
            }
            if (timeIsUp.getAsBoolean()) {
                brokenOffAt = id;
                break;
            }
        }
        batch.write();
        write(List.of());
        return Optional.ofNullable(brokenOffAt);
    }

    /** Does all that is to be done with those that were looked at by now, be it that they are as they were. */
    private void write(List<ItemDraft> drafts) {
        List<RuleLook.Looked> now = looked.stream()
                .filter(each -> each.isChanged() || !items.isOutdated(each.draft()))
                .toList();
        looked.clear();
        done.addAll(now);
        Map<UUID, List<StoredFinding>> former = former(now);
        items.write(drafts);
        now.forEach(look::act);
        keep(now, former);
    }

    private void look(HeldItem held) {
        RuleLook.Looked found;
        try {
            found = look.at(held, items.types());
        } catch (ProblemsException e) {
            if (!ItemFailure.is(e)) {
                throw e;
            }
            refusals.add(refused(held, e));
            return;
        }
        if (!found.isChanged() || prepare(found)) {
            found.draft().writtenAt(items.moment());
            looked.add(found);
        }
    }

    private boolean prepare(RuleLook.Looked found) {
        HeldItem held = found.held();
        try {
            ItemChecks checks = new ItemChecks(items, new Violations(held.type().name()));
            batch.add(found.draft(), checks);
            return true;
        } catch (SaveVetoedException | InvalidItemException e) {
            // What was saved before it was refused is taken back with the whole transaction.
            if (batch.isBound()) {
                throw e;
            }
            refusals.add(refused(held, found.set().named(e)));
            return false;
        }
    }

    private Map<UUID, List<StoredFinding>> former(List<RuleLook.Looked> now) {
        return items.keptFindings()
                .stored(now.stream()
                        .filter(each -> each.held().row().findings() > 0)
                        .map(each -> each.held().row().id())
                        .toList());
    }

    private void keep(List<RuleLook.Looked> now, Map<UUID, List<StoredFinding>> former) {
        Map<UUID, List<Finding>> found = new LinkedHashMap<>();
        for (RuleLook.Looked each : now) {
            if (!each.findings().isEmpty()) {
                found.put(each.held().row().id(), each.findings());
            }
        }
        if (!former.isEmpty() || !found.isEmpty()) {
            items.keptFindings()
                    .keepOfRules(
                            choice.all(),
                            former,
                            found,
                            Set.copyOf(choice.rules().names()));
        }
    }

    long changed() {
        return done.stream().filter(RuleLook.Looked::isSaved).count();
    }

    /** The first few. */
    List<ItemChange> changes() {
        return done.stream()
                .filter(RuleLook.Looked::isSaved)
                .limit(RuleBatch.LISTED)
                .map(RuleLook.Looked::change)
                .toList();
    }

    List<RefusedItem> refusals() {
        return refusals;
    }
}
