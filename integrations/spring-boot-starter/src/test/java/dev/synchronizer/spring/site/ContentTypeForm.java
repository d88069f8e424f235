package dev.synchronizer.spring.site;

import dev.synchronizer.catalog.EffectiveProperty;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.model.SettingKey;
import java.util.List;

/** What an editor sees of a content type. */
record ContentTypeForm(String title, List<Field> fields) {
    static ContentTypeForm of(EffectiveType type) {
        return new ContentTypeForm(
                type.settings().text(SettingKey.DISPLAY_NAME),
                type.properties().stream().map(Field::of).toList());
    }

    record Field(String name, String prompt, boolean required) {
        static Field of(EffectiveProperty property) {
            return new Field(
                    property.name(),
                    property.settings().text(SettingKey.PROMPT),
                    property.settings().flag(SettingKey.REQUIRED));
        }
    }
}
