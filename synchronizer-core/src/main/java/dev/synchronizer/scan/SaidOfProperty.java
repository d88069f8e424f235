package dev.synchronizer.scan;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.List;
import java.util.Set;

/** What our annotations say of a property; whatever is said first, stays. */
final class SaidOfProperty {
    private static final Set<SettingKey> OF_PROPERTY = Set.of(
            SettingKey.DISPLAY_NAME,
            SettingKey.DESCRIPTION,
            SettingKey.GROUP_NAME,
            SettingKey.ORDER,
            SettingKey.REQUIRED,
            SettingKey.SEARCHABLE,
            SettingKey.LOCALIZED,
            SettingKey.VISIBLE,
            SettingKey.EDITABLE,
            SettingKey.PROMPT,
            SettingKey.EDITOR_HINT,
            SettingKey.DEFAULT_VALUE,
            SettingKey.LOCKED);
    private static final String UNDECIDED = "AUTO";

    private final ContentNames names;
    private final SaidSettings settings = new SaidSettings();
    private String name = "";
    private String dataType = "";
    private List<String> formerNames = List.of();
    private List<String> suppressed = List.of();

    SaidOfProperty(ContentNames names) {
        this.names = names;
    }

    void add(List<Annotation> annotations) {
        if (formerNames.isEmpty()) {
            formerNames = SharedAnnotations.formerNames(annotations);
        }
        if (suppressed.isEmpty()) {
            suppressed = SharedAnnotations.suppressed(annotations);
        }
        annotations.forEach(this::add);
    }

    private void add(Annotation annotation) {
        if (annotation.is(OurAnnotations.PROPERTY)) {
            settings.putAll(annotation, OF_PROPERTY);
            name = name.isEmpty() ? annotation.text("name") : name;
            String type = annotation.text("type");
            dataType = dataType.isEmpty() && !type.equals(UNDECIDED) ? type : dataType;
        } else if (annotation.is(OurAnnotations.ALLOWED_TYPES)) {
            settings.put(SettingKey.ALLOWED_TYPES, SettingValue.set(names.of(annotation.classes("value"))));
        } else if (annotation.is(OurAnnotations.REPLACED_BY)) {
            settings.put(SettingKey.REPLACED_BY, SettingValue.of(annotation.text("value")));
        }
    }

    SaidSettings settings() {
        return settings;
    }

    /** The name in the store, empty where it is unsaid. */
    String name() {
        return name;
    }

    /** The name of the data type, empty where it is unsaid. */
    String dataType() {
        return dataType;
    }

    List<String> formerNames() {
        return formerNames;
    }

    List<String> suppressed() {
        return suppressed;
    }
}
