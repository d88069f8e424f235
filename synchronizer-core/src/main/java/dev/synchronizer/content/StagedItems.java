package dev.synchronizer.content;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.TaskKey;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Items as other servers and systems have them: each is read and saved as a whole. Safe for use by many threads. */
public final class StagedItems implements StagedSubjects {
    private final Work work;

    public StagedItems(Work work) {
        this.work = work;
    }

    @Override
    public <T> Optional<T> within(TaskKey key, About about, SaveOptions options, Function<StagedSubject, T> action) {
        UUID id = UUID.fromString(key.id());
        return work.writing(options, types -> type(about, types), (type, items) -> {
            if (type.isEmpty()) {
                return Optional.empty();
            }
            TypesInUse.keep(List.of(type.get()), items);
            items.requireNotUnderWay(List.of(id));
            Unit unit = Objects.requireNonNull(work.unit());
            return Optional.of(action.apply(StagedItem.open(id, type.get(), items, unit)));
        });
    }

    /** By its name, or else by its GUID, where it has got another name. */
    private static Optional<ItemType> type(About about, TypeView types) {
        Optional<ItemType> named = types.type(about.type());
        if (named.isPresent() || about.guid() == null) {
            return named;
        }
        types.loadAll();
        return types.all().stream()
                .filter(type -> type.effective() != null
                        && type.effective().guid().toString().equals(about.guid()))
                .findFirst();
    }

    @Override
    public Optional<Told> whole(TaskKey key) {
        return new Reading(work).one(UUID.fromString(key.id()), ToldItem::whole);
    }

    /**
     * Tells of items as they are, those in the recycle bin too, in the order of their ids and all as of one moment, for which a
     * transaction stays open.
     *
     * @param root the item that they stand below or are; null for all
     * @param moment is given the number of the last change of definitions at that moment before any item; what it throws ends it
     */
    public void each(@Nullable UUID root, LongConsumer moment, Consumer<Told> action) {
        work.requireNoUnit("an export to a directory");
        new Reading(work).allOfOneMoment(root, moment, ToldItem::whole, action);
    }

    /** Goes through an item and all that stands below it and is not in the recycle bin, from above to below. */
    public void subtree(UUID root, Consumer<UUID> each) {
        List<UUID> level = List.of(root);
        Set<UUID> seen = new HashSet<>(level);
        while (!level.isEmpty()) {
            level.forEach(each);
            List<UUID> above = level;
            level = work.reading(reads -> reads.children(above), (types, rows) -> rows).stream()
                    .filter(row -> row.deleted() == null && seen.add(row.id()))
                    .map(StoredItem::id)
                    .toList();
        }
    }

    static ProblemsException otherType(UUID id, String here, String there) {
        return new ProblemsException(
                Problem.of(
                        ProblemCode.IMPORT_CONFLICT,
                        id.toString(),
                        "the item is of the type " + here + " here, and of the type " + there + " where it comes from"),
                null);
    }
}
