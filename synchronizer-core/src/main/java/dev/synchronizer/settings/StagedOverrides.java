package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.StagedSubject;
import dev.synchronizer.saving.StagedSubjects;
import dev.synchronizer.saving.Told;
import dev.synchronizer.saving.Unit;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is saved over what code says, as other servers have it: all settings of one type or property. Where none is saved
 * there, that is a state too, and no deletion. Safe for use by many threads.
 */
public final class StagedOverrides implements StagedSubjects {
    private final Overrides overrides;

    public StagedOverrides(Overrides overrides) {
        this.overrides = overrides;
    }

    @Override
    public <T> Optional<T> within(TaskKey key, About about, SaveOptions options, Function<StagedSubject, T> action) {
        Overrides saving = overrides.with(options);
        return saving.inUnit(unit -> ToldTypes.isLacking(about, unit.definitions())
                ? Optional.empty()
                : Optional.of(action.apply(new One(key, about, saving, unit))));
    }

    @Override
    public Optional<Told> whole(TaskKey key) {
        return overrides.reading(reads -> {
            Address address = Address.parse(key.id());
            ToldType type = ToldType.read(reads, address.type());
            return type.has(address.property())
                    ? Optional.ofNullable(Telling.whole(key, type, reads))
                    : Optional.empty();
        });
    }

    /** The settings of one address. */
    private record One(TaskKey key, About about, Overrides overrides, Unit unit) implements StagedSubject {
        private StoredReads reads() {
            return unit.definitions();
        }

        private ToldType type() {
            return ToldTypes.find(key, about, reads());
        }

        private @Nullable String property() {
            return Address.parse(key.id()).property();
        }

        @Override
        public SubjectState current() {
            ToldType type = type();
            return type.overrides(property());
        }

        /** Code of another release may declare what is not there; of the same one, administrators have made it. */
        @Override
        public Set<String> unknownProperties(SubjectState state) {
            ToldType type = type();
            String property = property();
            boolean lacks =
                    property != null && !type.has(property) && !state.places().isEmpty();
            boolean sameCode = Objects.equals(type.about(reads()).version(), about.version());
            return lacks && !sameCode ? Set.of(property) : Set.of();
        }

        @Override
        public Obstacles obstacles(@Nullable SubjectState wanted) {
            ToldType type = type();
            String property = property();
            if (wanted == null || wanted.places().isEmpty() || type.has(property)) {
                return Obstacles.NONE;
            }
            return Obstacles.missing(List.of(
                    property == null || !type.has(null)
                            ? TaskKey.definition(type.name()).toString()
                            : type.key(TaskKey.DEFINITION, property).toString()));
        }

        @Override
        public void save(String actor, @Nullable SubjectState wanted) {
            SubjectState current = current();
            SubjectState next = wanted == null ? SubjectState.empty() : wanted;
            Address address = new Address(type().name(), property(), null);
            Set<String> unwanted = new TreeSet<>(current.places().keySet());
            unwanted.removeAll(next.places().keySet());
            NewSettings changed = StateValues.changed(current, next);
            if (!changed.isEmpty()) {
                overrides.become(actor, address, changed, unwanted);
            } else if (!unwanted.isEmpty()) {
                overrides.revert(
                        actor,
                        RevertScope.at(
                                unwanted.stream().map(address::withSetting).toList()));
            }
        }
    }
}
