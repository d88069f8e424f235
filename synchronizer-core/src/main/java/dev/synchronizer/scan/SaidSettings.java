package dev.synchronizer.scan;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Collects what annotations say, the nearest first: what is said once stays, and empty is unsaid. */
final class SaidSettings {
    private final Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);

    void put(SettingKey key, SettingValue value) {
        if (!value.isEmpty()) {
            values.putIfAbsent(key, value);
        }
    }

    /** Takes over the elements of an annotation that are settings of the same name. */
    void putAll(Annotation annotation, Set<SettingKey> keys) {
        for (String element : annotation.values().keySet()) {
            SettingKey key = SettingKey.byLabel(element);
            if (key != null && keys.contains(key)) {
                put(annotation, key);
            }
        }
    }

    private void put(Annotation annotation, SettingKey key) {
        String element = key.label();
        switch (key.kind()) {
            case FLAG -> {
                Boolean flag = annotation.flag(element);
                if (flag != null) {
                    put(key, SettingValue.of(flag));
                }
            }
            case NUMBER -> {
                Number number = annotation.number(element);
                if (number != null) {
                    put(key, SettingValue.of(number.longValue()));
                }
            }
            case TEXT -> put(key, SettingValue.of(annotation.text(element)));
            case LIST -> put(key, SettingValue.list(annotation.texts(element)));
            case SET -> put(key, SettingValue.set(annotation.texts(element)));
        }
    }

    Map<SettingKey, SettingValue> values() {
        return values;
    }
}
