package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.TypeGuid;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Types and properties that administrators have made, as other servers have them: each type and each property by itself, with
 * what is structural about it. What is saved beside a definition is told by the overrides of its address. Safe for use by
 * many threads.
 */
public final class StagedDefinitions implements StagedSubjects {
    private final Definitions definitions;

    public StagedDefinitions(Definitions definitions) {
        this.definitions = definitions;
    }

    /** A type is made where it is missing; a property needs its type. */
    @Override
    public <T> Optional<T> within(TaskKey key, About about, SaveOptions options, Function<StagedSubject, T> action) {
        Definitions saving = definitions.with(options);
        return saving.inUnit(unit -> ToldTypes.isLacking(about, unit.definitions())
                ? Optional.empty()
                : Optional.of(action.apply(new One(key, about, saving, unit))));
    }

    @Override
    public Optional<Told> whole(TaskKey key) {
        return definitions.reading(reads -> {
            ToldType type = ToldType.read(reads, Address.parse(key.id()).type());
            return Optional.ofNullable(Telling.whole(key, type, reads));
        });
    }

    /** One type or property. */
    private record One(TaskKey key, About about, Definitions definitions, Unit unit) implements StagedSubject {
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
        public @Nullable SubjectState current() {
            return type().definition(property());
        }

        @Override
        public Obstacles obstacles(@Nullable SubjectState wanted) {
            ToldType type = type();
            String property = property();
            if (wanted == null) {
                return Obstacles.missing(Dependents.of(type, property, unit));
            }
            return property != null && !type.has(null)
                    ? Obstacles.missing(List.of(TaskKey.definition(type.name()).toString()))
                    : Obstacles.missing(TypeNeeds.missing(key, wanted, type, reads()));
        }

        @Override
        public void save(String actor, @Nullable SubjectState wanted) {
            SubjectState current = current();
            ToldType type = type();
            if (wanted != null) {
                UUID guid = about.guid() == null ? null : TypeGuid.parse(about.guid());
                definitions.define(actor, definition(type.name(), current, wanted), guid);
            } else if (current != null) {
                definitions.undefine(actor, new Address(type.name(), property(), null));
            }
        }

        /** What is no longer said is said to be nothing, as what is not named stays as it is. */
        private Definition definition(String type, @Nullable SubjectState current, SubjectState wanted) {
            SubjectState before = current == null ? SubjectState.empty() : current;
            NewSettings said = StateValues.changed(before, wanted.with(SettingKey.DATA_TYPE.label(), null));
            for (String setting : before.places().keySet()) {
                if (wanted.at(setting).isEmpty() && !setting.equals(SettingKey.DATA_TYPE.label())) {
                    said = said.withNothing(setting);
                }
            }
            String property = property();
            SettingValue dataType = StateValues.at(wanted, SettingKey.DATA_TYPE);
            return property == null
                    ? Definition.of(type).withSettings(said)
                    : Definition.of(type)
                            .withProperty(new PropertyDefinition(
                                    property, dataType == null ? null : dataType.toString(), said));
        }
    }
}
