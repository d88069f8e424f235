package dev.synchronizer.content;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.task.Places;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.value.Languages;
import dev.synchronizer.value.UnfitValueException;
import dev.synchronizer.value.ValueJson;
import dev.synchronizer.value.ValueKey;
import dev.synchronizer.value.Values;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of a state, read by the data types of their properties; what is wrong with each is said of it. */
final class StagedValues {
    private final ItemType type;
    private final TypeView types;
    private final Violations violations;
    private final Map<ValueKey, Object> own = new TreeMap<>();
    private final Map<ValueKey, Object> orphaned = new TreeMap<>();

    StagedValues(ItemType type, TypeView types, Violations violations) {
        this.type = type;
        this.types = types;
        this.violations = violations;
    }

    /** The properties of which a state holds something, and the type has none of them. */
    static Set<String> unknown(ItemType type, SubjectState state) {
        Set<String> unknown = new TreeSet<>();
        for (String place : state.places().keySet()) {
            String property = Places.property(place);
            if (property != null && type.property(property).isEmpty()) {
                unknown.add(property);
            }
        }
        return unknown;
    }

    StagedValues read(SubjectState state) {
        state.places().forEach((place, json) -> {
            String name = Places.property(place);
            if (name != null) {
                type.property(name)
                        .ifPresentOrElse(
                                property -> read(property, Places.language(place), json),
                                () -> violations.addUnknownProperty(type, name));
            }
        });
        return this;
    }

    private void read(ItemProperty property, String language, String json) {
        try {
            ValueKey key = new ValueKey(property.name(), Languages.canonical(language));
            Object value = JsonIn.read(json, in -> new Read(ValueJson.read(property.type(), in, types)))
                    .value();
            if (value != null) {
                (property.inUse() ? own : orphaned).put(key, value);
            }
        } catch (UnfitValueException e) {
            violations.addUnfit(property, language, "", e.getMessage());
        } catch (UncheckedIOException e) {
            violations.addUnfit(property, language, "", JsonIn.excess(e).orElse("is no value"));
        }
    }

    private record Read(@Nullable Object value) {}

    Values own() {
        return Values.of(own);
    }

    Values orphaned() {
        return Values.of(orphaned);
    }
}
