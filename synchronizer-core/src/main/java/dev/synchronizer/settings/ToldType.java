package dev.synchronizer.settings;

import dev.synchronizer.model.Address;
import dev.synchronizer.model.Origin;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredProperty;
import dev.synchronizer.model.StoredType;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All of one type that other servers are told of as administrators say it: the definitions that they have made, each with
 * what is structural about it, and the settings that they have saved for it and for its properties.
 *
 * <p>There is always something at an address for which settings can be saved, be it that none is: two servers that both save
 * the first ones there have changed the same thing, and not made two.
 *
 * @param type the type; null where there is none of this name
 * @param saved what is saved for it and for its properties
 */
record ToldType(String name, @Nullable StoredType type, List<SettingOverride> saved) {
    static ToldType read(StoredReads reads, String name) {
        StoredType type = reads.type(name).orElse(null);
        return new ToldType(name, type, type == null ? List.of() : reads.overrides(type.id()));
    }

    /** What something is; null where there is no such definition. */
    @Nullable
    SubjectState state(TaskKey key) {
        String property = Address.parse(key.id()).property();
        return key.kind().equals(TaskKey.DEFINITION) ? definition(property) : overrides(property);
    }

    /** What is defined of the type itself or a property; null where administrators have made no such thing. */
    @Nullable
    SubjectState definition(@Nullable String property) {
        StoredType known = type;
        if (known == null) {
            return null;
        }
        if (property == null) {
            return known.origin() == Origin.ADMIN ? StateValues.state(known.ownSettings()) : null;
        }
        return known.property(property)
                .filter(own -> own.origin() == Origin.ADMIN)
                .map(own -> StateValues.state(DefinedPart.said(own)))
                .orElse(null);
    }

    /** What is saved for the type itself or a property. */
    SubjectState overrides(@Nullable String property) {
        Map<String, String> places = new TreeMap<>();
        owner(property)
                .ifPresent(owner -> saved.stream()
                        .filter(override -> override.ownerId() == owner)
                        .forEach(override -> places.put(override.setting(), StateValues.json(override.value()))));
        return SubjectState.of(places);
    }

    private Optional<Long> owner(@Nullable String property) {
        StoredType known = type;
        if (known == null || property == null) {
            return Optional.ofNullable(known).map(StoredType::id);
        }
        return known.property(property).map(StoredProperty::id);
    }

    /** Whether there is the property, or where none is named, the type itself. */
    boolean has(@Nullable String property) {
        return owner(property).isPresent();
    }

    /** The keys of all of it, definitions before what is saved for what they define. */
    List<TaskKey> keys() {
        List<TaskKey> keys = new ArrayList<>();
        for (String kind : List.of(TaskKey.DEFINITION, TaskKey.OVERRIDES)) {
            keys.add(new TaskKey(kind, name));
            if (type != null) {
                type.properties().forEach(property -> keys.add(key(kind, property.name())));
            }
        }
        return keys;
    }

    TaskKey key(String kind, String property) {
        return new TaskKey(kind, Address.ofProperty(name, property).toString());
    }

    About about(StoredReads reads) {
        StoredType known = type;
        if (known == null) {
            return new About(name, null, null, null, new TreeSet<>());
        }
        String module = known.origin() == Origin.CODE ? known.module() : null;
        String version = module == null
                ? null
                : reads.moduleVersions().getOrDefault(module, Optional.empty()).orElse(null);
        return new About(name, known.guid().toString(), module, version, new TreeSet<>());
    }
}
