package dev.synchronizer.settings;

import dev.synchronizer.model.SettingValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings that somebody wants to save, by name. Immutable. */
public final class NewSettings {
    private static final NewSettings NONE = new NewSettings(Map.of());

    private final Map<String, NewValue> values;

    private NewSettings(Map<String, NewValue> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * A value that is to be saved.
     *
     * @param value the value; null is a value too
     * @param written whether it is a text that is to be read by the setting's kind
     */
    record NewValue(@Nullable SettingValue value, boolean written) {}

    public static NewSettings none() {
        return NONE;
    }

    /** Settings in the form of the command line, each to be read by its kind. */
    public static NewSettings ofTexts(Map<String, String> texts) {
        NewSettings settings = NONE;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            settings = settings.withText(text.getKey(), text.getValue());
        }
        return settings;
    }

    public NewSettings with(String setting, boolean value) {
        return with(setting, SettingValue.of(value));
    }

    public NewSettings with(String setting, long value) {
        return with(setting, SettingValue.of(value));
    }

    /** With a text as it is; the empty text is a value of its own. */
    public NewSettings with(String setting, String value) {
        return with(setting, SettingValue.of(value));
    }

    public NewSettings with(String setting, Collection<String> values) {
        return with(setting, SettingValue.list(List.copyOf(values)));
    }

    public NewSettings with(String setting, SettingValue value) {
        return and(setting, new NewValue(value, false));
    }

    /** With no value at all, where a default would hold without it. */
    public NewSettings withNothing(String setting) {
        return and(setting, new NewValue(null, false));
    }

    /** With a value in the form of the command line: {@code true}, {@code 10}, a text, or names separated by commas. */
    public NewSettings withText(String setting, String text) {
        return and(setting, new NewValue(SettingValue.of(text), true));
    }

    NewSettings and(String setting, NewValue value) {
        Map<String, NewValue> more = new TreeMap<>(values);
        more.put(setting, value);
        return new NewSettings(more);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Sorted by name. */
    Map<String, NewValue> values() {
        return values;
    }
}
