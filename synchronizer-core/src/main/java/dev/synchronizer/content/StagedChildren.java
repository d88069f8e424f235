package dev.synchronizer.content;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.saving.Arrivals;
import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.StoredItem;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.StateChange;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which items stand below one: whatever else does there goes into the recycle bin. Safe for use by many threads. */
public final class StagedChildren implements StagedSubjects {
    private static final String PLACE = "children";

    /** When it was looked at: what has come there later is none of what it tells. */
    private static final String LISTED = "listed";

    private final Work work;

    public StagedChildren(Work work) {
        this.work = work;
    }

    @Override
    public <T> Optional<T> within(TaskKey key, About about, SaveOptions options, Function<StagedSubject, T> action) {
        UUID parent = UUID.fromString(key.id());
        return work.writing(options, types -> parent, (id, items) -> {
            Unit unit = Objects.requireNonNull(work.unit());
            // Nothing comes to stand below it meanwhile.
            unit.content().lockItems(List.of(id));
            return Optional.of(action.apply(new Below(id, unit, new Items(work, options), work.now())));
        });
    }

    @Override
    public Optional<Told> whole(TaskKey key) {
        UUID parent = UUID.fromString(key.id());
        return work.reading(
                reads -> reads.item(parent).map(row -> told(key, row, state(living(parent, reads), work.now()))),
                (types, told) -> told);
    }

    private static Told told(TaskKey key, StoredItem row, SubjectState children) {
        return new Told(
                key,
                row.name(),
                SaveOperation.UPDATE,
                new About("", null, null, null, new TreeSet<>()),
                new StateChange(null, children),
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

    private static SubjectState state(Collection<String> children, Instant now) {
        return SubjectState.empty()
                .with(PLACE, JsonOut.compact(out -> out.array(children, out::text)))
                .with(LISTED, JsonOut.compact(out -> out.text(now.toString())));
    }

    /** Those below one item. */
    private record Below(UUID parent, Unit unit, Items items, Instant now) implements StagedSubject {
        @Override
        public SubjectState current() {
            return state(living(parent, unit.content()), now);
        }

        @Override
        public Obstacles obstacles(@Nullable SubjectState wanted) {
            return unit.content().item(parent).isPresent()
                    ? Obstacles.NONE
                    : Obstacles.missing(List.of(TaskKey.item(parent).toString()));
        }

        /** @throws IllegalArgumentException if it does not say which are to stay */
        @Override
        public void save(String actor, @Nullable SubjectState wanted) {
            String kept = wanted == null ? null : wanted.at(PLACE).orElse(null);
            if (wanted == null || kept == null) {
                throw new IllegalArgumentException("it does not say which items are to stay below " + parent);
            }
            Set<String> extra = new TreeSet<>(living(parent, unit.content()));
            JsonIn.read(kept, JsonIn::texts).forEach(extra::remove);
            wanted.at(LISTED)
                    .map(json -> Instant.parse(JsonIn.read(json, JsonIn::text)))
                    .ifPresent(listed -> extra.removeAll(later(extra, listed)));
            List<UUID> gone = extra.stream().map(UUID::fromString).toList();
            if (!gone.isEmpty()) {
                expect(gone);
                items.delete(actor, gone);
            }
        }

        private Set<String> later(Set<String> ids, Instant listed) {
            Map<String, String> keys = new TreeMap<>();
            ids.forEach(id -> keys.put(TaskKey.item(id).toString(), id));
            Set<String> later = new TreeSet<>();
            unit.content().tasks().stamps(keys.keySet()).forEach((key, json) -> {
                Stamps stamps = Stamps.of(json);
                boolean came = Stream.of(
                                Stamps.EXISTENCE,
                                dev.synchronizer.task.Places.PARENT,
                                dev.synchronizer.task.Places.DELETED)
                        .map(stamps::at)
                        .anyMatch(stamp -> stamp != null && stamp.at().isAfter(listed));
                if (came) {
                    later.add(keys.getOrDefault(key, ""));
                }
            });
            return later;
        }

        /** That they go here is not told back to where it comes from. */
        private void expect(List<UUID> gone) {
            Arrivals arrivals = Arrivals.of(unit);
            arrivals.expected(new TaskKey(TaskKey.CHILDREN, parent.toString())).ifPresent(arrival -> {
                Arrival consequence = Arrival.consequence(arrival.passed());
                gone.forEach(id -> arrivals.expect(TaskKey.item(id), consequence));
                ItemsBelow.expect(gone, consequence, unit);
            });
        }
    }
}
