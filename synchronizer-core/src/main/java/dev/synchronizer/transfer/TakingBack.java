package dev.synchronizer.transfer;

import dev.synchronizer.content.BulkWriting;
import dev.synchronizer.content.HeldItem;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.ContentTransaction;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.transfer.Arrivals.Fate;
import dev.synchronizer.value.StoredValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes back what an import wrote of lines that turned out to be wrong afterwards. */
final class TakingBack {
    private static final int BATCH = 500;

    private final BulkWriting content;
    private final ContentTransaction transaction;
    private final Arrivals arrivals;
    private final ImportPlaces places;
    private final ImportProblems problems;
    private final Map<UUID, HeldItem> before = new HashMap<>();
    private final Map<UUID, Long> written = new HashMap<>();
    private final Set<UUID> bound = new HashSet<>();

    TakingBack(BulkWriting content, Arrivals arrivals, ImportPlaces places, ImportProblems problems) {
        this.content = content;
        transaction = content.transaction();
        this.arrivals = arrivals;
        this.places = places;
        this.problems = problems;
    }

    /**
     * Keeps what an item was: it may have to become that again.
     *
     * @param held the item as it is; null where there is none
     * @param savedMore whether handlers have saved something else for it
     */
    void keep(UUID id, @Nullable HeldItem held, boolean savedMore) {
        if (held != null) {
            before.put(id, held);
        }
        if (savedMore) {
            bound.add(id);
        }
    }

    /** An item that may have to be taken back is written now. */
    void written(UUID id, long moment) {
        written.put(id, moment);
    }

    /** What handlers have saved would stand there alone, or be lost. */
    private void requireAlone(UUID id) {
        Long moment = written.get(id);
        if (bound.contains(id)) {
            throw problems.inseparable(arrivals.line(id), id, ImportProblems.SAVED_MORE);
        }
        if (moment != null && content.isSavedSince(id, moment)) {
            throw problems.inseparable(arrivals.line(id), id, ImportProblems.SAVED_SINCE);
        }
    }

    /**
     * Takes items back, and what was put below those that are new with them.
     *
     * @return the new ones, which are gone now
     */
    List<UUID> takeBack(Set<UUID> items) {
        List<UUID> gone = new ArrayList<>();
        List<UUID> back = new ArrayList<>();
        Collection<UUID> level = items;
        while (!level.isEmpty()) {
            List<UUID> created = new ArrayList<>();
            for (UUID id : level) {
                Fate fate = arrivals.fate(id);
                if (arrivals.isWritten(id)) {
                    requireAlone(id);
                }
                if (fate == Fate.CREATED) {
                    created.add(id);
                } else if (fate == Fate.REPLACED) {
                    back.add(id);
                }
                arrivals.became(id, Fate.LEFT_OUT);
            }
            gone.addAll(created);
            level = below(created);
        }
        content.takenBack(back);
        content.takenBack(gone);
        inBatches(back, this::putBack);
        inBatches(gone, this::cutLoose);
        transaction.deleteItems(gone);
        return gone;
    }

    private List<UUID> below(List<UUID> created) {
        List<UUID> children = new ArrayList<>();
        for (StoredItem child : transaction.children(created)) {
            requireNotOfHandlers(child);
            if (arrivals.isWritten(child.id())) {
                problems.add(arrivals.line(child.id()), without(child.id(), Objects.requireNonNull(child.parent())));
                children.add(child.id());
            }
        }
        return children;
    }

    /** What handlers have put below what is taken back has nowhere to stand. */
    private void requireNotOfHandlers(StoredItem child) {
        Long moment = written.get(child.id());
        UUID parent = child.parent();
        if (parent != null && content.isSavedSince(child.id(), moment == null ? 0 : moment)) {
            throw problems.inseparable(
                    arrivals.line(parent), parent, "handlers have put " + child.named() + " below it");
        }
    }

    /** What is wrong with a line whose item would stand below that of another line, which was left out. */
    static Problem without(UUID id, UUID parent) {
        return Problem.of(
                ProblemCode.WRONG_PLACE,
                id.toString(),
                "the item " + parent + " that it was to stand below was left out");
    }

    private void putBack(List<UUID> ids) {
        List<StoredItem> rows = List.copyOf(transaction.items(ids).values());
        List<StoredValue> former = new ArrayList<>();
        for (StoredItem row : rows) {
            HeldItem held = Objects.requireNonNull(before.get(row.id()));
            places.change(row, held.row());
            former.addAll(held.rows());
        }
        transaction.updateItems(rows.stream()
                .map(row -> Objects.requireNonNull(before.get(row.id())).row())
                .toList());
        transaction.deleteValues(transaction.values(ids));
        transaction.insertValues(former);
    }

    /** So that they can go in any order. */
    private void cutLoose(List<UUID> ids) {
        transaction.updateItems(transaction.items(ids).values().stream()
                .map(row -> row.below(null))
                .toList());
    }

    private static void inBatches(List<UUID> ids, Consumer<List<UUID>> each) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            each.accept(ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
    }
}
