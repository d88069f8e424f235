package dev.synchronizer.content;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which items stand below one: whatever else does there goes into the recycle bin. Safe for use by many threads. */
public final class StagedChildren implements StagedSubjects {
    private static final String PLACE = "children";

    private final Work work;

    public StagedChildren(Work work) {
        this.work = work;
    }

    @Override
    public <T> Optional<T> within(TaskKey key, About about, SaveOptions options, Function<StagedSubject, T> action) {
        UUID parent = UUID.fromString(key.id());
        return work.writing(options, types -> parent, (id, items) -> {
            Unit unit = Objects.requireNonNull(work.unit());
            return Optional.of(action.apply(new Below(id, unit, new Items(work, options))));
        });
    }

    @Override
    public Optional<Told> whole(TaskKey key) {
        UUID parent = UUID.fromString(key.id());
        return work.reading(
                reads -> reads.item(parent).map(row -> told(key, row, living(parent, reads))), (types, told) -> told);
    }

    private static Told told(TaskKey key, StoredItem row, Set<String> children) {
        return new Told(
                key,
                row.name(),
                SaveOperation.UPDATE,
                new About("", null, null, null, new TreeSet<>()),
                new StateChange(null, state(children)),
                row.revision(),
                List.of(TaskKey.item(row.id()).toString()));
    }

    private static Set<String> living(UUID parent, ContentReads reads) {
        Set<String> ids = new TreeSet<>();
        reads.children(List.of(parent)).stream()
                .filter(child -> child.deleted() == null)
                .forEach(child -> ids.add(child.id().toString()));
        return ids;
    }

    private static SubjectState state(Collection<String> children) {
        return SubjectState.empty().with(PLACE, JsonOut.compact(out -> out.array(children, out::text)));
    }

    /** Those below one item. */
    private record Below(UUID parent, Unit unit, Items items) implements StagedSubject {
        @Override
        public SubjectState current() {
            return state(living(parent, unit.content()));
        }

        @Override
        public Obstacles obstacles(@Nullable SubjectState wanted) {
            return unit.content().item(parent).isPresent()
                    ? Obstacles.NONE
                    : Obstacles.missing(List.of(TaskKey.item(parent).toString()));
        }

        @Override
        public void save(String actor, @Nullable SubjectState wanted) {
            Set<String> extra = new HashSet<>(living(parent, unit.content()));
            String kept = wanted == null ? "[]" : wanted.at(PLACE).orElse("[]");
            JsonIn.read(kept, JsonIn::texts).forEach(extra::remove);
            if (!extra.isEmpty()) {
                items.delete(
                        actor, extra.stream().map(UUID::fromString).sorted().toList());
            }
        }
    }
}
