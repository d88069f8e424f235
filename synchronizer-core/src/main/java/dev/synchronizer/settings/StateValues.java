package dev.synchronizer.settings;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.settings.NewSettings.NewValue;
import dev.synchronizer.task.SubjectState;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings as states that are told to other servers: a place for each, named like the setting. */
final class StateValues {
    private StateValues() {}

    static SubjectState state(Settings settings) {
        Map<String, String> places = new TreeMap<>();
        settings.forEach((key, value) -> places.put(key.label(), json(value)));
        return SubjectState.of(places);
    }

    static String json(@Nullable SettingValue value) {
        return JsonOut.compact(out -> ModelJson.writeValue(value, out));
    }

    /** What stands at a place; null where that is nothing, be it said or not. */
    static @Nullable SettingValue at(SubjectState state, SettingKey key) {
        String json = state.at(key.label()).orElse(null);
        return json == null ? null : value(json);
    }

    private static @Nullable SettingValue value(String json) {
        return JsonIn.read(json, in -> new NewValue(ModelJson.readValue(in), false))
                .value();
    }

    /** What a state says otherwise than another one, or says alone. */
    static NewSettings changed(SubjectState from, SubjectState to) {
        NewSettings changed = NewSettings.none();
        for (Map.Entry<String, String> place : to.places().entrySet()) {
            String setting = place.getKey();
            if (from.at(setting).filter(place.getValue()::equals).isEmpty()) {
                changed = changed.and(setting, new NewValue(value(place.getValue()), false));
            }
        }
        return changed;
    }
}
