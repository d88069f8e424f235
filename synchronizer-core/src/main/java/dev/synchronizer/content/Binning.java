package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.saving.Looked;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.store.StoredItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Saves what becomes of items on their way into the recycle bin, out of it, or away for good. */
final class Binning {
    private static final int BATCH = 500;

    private final SaveOperation operation;
    private final String actor;
    private final ItemUnit items;

    Binning(SaveOperation operation, String actor, ItemUnit items) {
        this.operation = operation;
        this.actor = actor;
        this.items = items;
    }

    /**
     * An item.
     *
     * @param before its row as it is
     * @param after its row as it is to be
     */
    record Binned(StoredItem before, StoredItem after) {}

    /** In this order, a few at a time. */
    void save(List<Binned> all) {
        items.requireNotUnderWay(all.stream().map(Binned::before).toList());
        for (int from = 0; from < all.size(); from += BATCH) {
            List<ItemDraft> drafts = drafts(all.subList(from, Math.min(from + BATCH, all.size())));
            prepare(drafts);
            items.write(drafts);
        }
    }

    /** @throws dev.synchronizer.problem.ProblemsException if anything is wrong with one of them, with all of it */
    private void prepare(List<ItemDraft> drafts) {
        List<Problem> problems = new ArrayList<>();
        for (ItemDraft draft : drafts) {
            try {
                items.prepare(draft, (each, violations) -> Looked.NOWHERE);
            } catch (InvalidItemException e) {
                e.violations()
                        .forEach(violation ->
                                problems.add(violation.problem(draft.subject() + " " + violation.place())));
            }
        }
        Problems.of(problems).throwIfErrors();
    }

    /** Values are read where somebody looks at them. */
    private List<ItemDraft> drafts(List<Binned> some) {
        TypeView types = items.types();
        Map<UUID, HeldItem> held = new LinkedHashMap<>();
        some.forEach(each -> held.put(each.before().id(), HeldItem.of(each.before(), List.of(), types)));
        List<StoredItem> observed = some.stream()
                .map(Binned::before)
                .filter(row -> items.observes(types.type(row.type())))
                .toList();
        Reading.Rows.of(observed, items.transaction())
                .held(types)
                .forEach(each -> held.put(each.row().id(), each));
        List<ItemDraft> drafts = new ArrayList<>();
        for (Binned each : some) {
            HeldItem before = Objects.requireNonNull(held.get(each.before().id()));
            HeldItem wanted = HeldItem.wanted(each.after(), before.type(), before.own(), before.orphaned());
            drafts.add(new ItemDraft(operation, actor, types, before, wanted));
        }
        return drafts;
    }
}
