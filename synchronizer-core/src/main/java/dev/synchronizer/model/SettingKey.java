package dev.synchronizer.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of types and properties: its name in JSON and on the command line, what it belongs to, the kind of its
 * value, whether administrators can override it (E5), and its built-in default.
 */
public enum SettingKey {
    DISPLAY_NAME("displayName", Kind.TEXT, true, Scope.TYPE, Scope.PROPERTY),
    DESCRIPTION("description", Kind.TEXT, true, Scope.TYPE, Scope.PROPERTY),
    GROUP_NAME("groupName", Kind.TEXT, true, Scope.TYPE, Scope.PROPERTY),
    ORDER("order", Kind.NUMBER, true, Scope.TYPE, Scope.PROPERTY),
    LOCKED("locked", Kind.SET, false, Scope.TYPE, Scope.PROPERTY),

    KIND("kind", Kind.TEXT, false, Scope.TYPE),
    ABSTRACT("abstract", Kind.FLAG, false, Scope.TYPE),
    ICON("icon", Kind.TEXT, true, Scope.TYPE),
    ACCESS("access", Kind.SET, true, Scope.TYPE),
    AVAILABLE_IN_EDIT_MODE("availableInEditMode", Kind.FLAG, true, Scope.TYPE),
    ALLOWED_PARENTS("allowedParents", Kind.SET, false, Scope.TYPE),
    ALLOWED_CHILDREN("allowedChildren", Kind.SET, false, Scope.TYPE),
    NAME("name", Kind.TEXT, false, Scope.TYPE, Scope.PROPERTY),
    GUID("guid", Kind.TEXT, false, Scope.TYPE),
    CLASS("class", Kind.TEXT, false, Scope.TYPE),
    MODULE("module", Kind.TEXT, false, Scope.TYPE),

    DATA_TYPE("dataType", Kind.TEXT, false, Scope.PROPERTY),
    REQUIRED("required", Kind.FLAG, true, Scope.PROPERTY),
    SEARCHABLE("searchable", Kind.FLAG, true, Scope.PROPERTY),
    LOCALIZED("localized", Kind.FLAG, false, Scope.PROPERTY),
    VISIBLE("visible", Kind.FLAG, true, Scope.PROPERTY),
    EDITABLE("editable", Kind.FLAG, true, Scope.PROPERTY),
    PROMPT("prompt", Kind.TEXT, true, Scope.PROPERTY),
    EDITOR_HINT("editorHint", Kind.TEXT, true, Scope.PROPERTY),
    DEFAULT_VALUE("defaultValue", Kind.TEXT, false, Scope.PROPERTY),
    MIN_LENGTH("minLength", Kind.NUMBER, false, Scope.PROPERTY),
    MAX_LENGTH("maxLength", Kind.NUMBER, false, Scope.PROPERTY),
    MIN_ITEMS("minItems", Kind.NUMBER, false, Scope.PROPERTY),
    MAX_ITEMS("maxItems", Kind.NUMBER, false, Scope.PROPERTY),
    MIN("min", Kind.NUMBER, false, Scope.PROPERTY),
    MAX("max", Kind.NUMBER, false, Scope.PROPERTY),
    EXCLUSIVE_MIN("exclusiveMin", Kind.NUMBER, false, Scope.PROPERTY),
    EXCLUSIVE_MAX("exclusiveMax", Kind.NUMBER, false, Scope.PROPERTY),
    INTEGER_DIGITS("integerDigits", Kind.NUMBER, false, Scope.PROPERTY),
    FRACTION_DIGITS("fractionDigits", Kind.NUMBER, false, Scope.PROPERTY),
    PATTERN("pattern", Kind.TEXT, false, Scope.PROPERTY),
    ALLOWED_TYPES("allowedTypes", Kind.SET, false, Scope.PROPERTY),
    ALLOWED_VALUES("allowedValues", Kind.LIST, false, Scope.PROPERTY),
    REPLACED_BY("replacedBy", Kind.TEXT, false, Scope.PROPERTY);

    /** What a setting belongs to. */
    public enum Scope {
        TYPE,
        PROPERTY
    }

    /** The kind of a setting's value; a {@code SET} is kept sorted, a {@code LIST} in the order of the code. */
    public enum Kind {
        FLAG,
        NUMBER,
        TEXT,
        LIST,
        SET
    }

    private static final Map<String, SettingKey> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SettingKey::label, Function.identity()));

    private final String label;
    private final Kind kind;
    private final boolean overridable;
    private final boolean ofTypes;
    private final boolean ofProperties;

    SettingKey(String label, Kind kind, boolean overridable, Scope first, Scope... more) {
        this.label = label;
        this.kind = kind;
        this.overridable = overridable;
        Set<Scope> scopes = EnumSet.of(first, more);
        this.ofTypes = scopes.contains(Scope.TYPE);
        this.ofProperties = scopes.contains(Scope.PROPERTY);
    }

    /** The name in annotations, JSON and on the command line. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether administrators can override it; every other setting is structural. */
    public boolean isOverridable() {
        return overridable;
    }

    /** How many characters a text of it may have, or each of several texts. */
    public int maxLength() {
        return switch (this) {
            case PROMPT -> 1_000;
            case DESCRIPTION, DEFAULT_VALUE, PATTERN -> 10_000;
            default -> ColumnText.MAX_NAME;
        };
    }

    public boolean appliesTo(Scope scope) {
        return scope == Scope.TYPE ? ofTypes : ofProperties;
    }

    /** What holds where neither code nor an administrator says anything; absent means no value at all. */
    public Optional<SettingValue> builtInDefault(Scope scope) {
        return Optional.ofNullable(
                switch (this) {
                    case ORDER -> SettingValue.of(scope == Scope.TYPE ? 100L : 0L);
                    case KIND -> SettingValue.of("PAGE");
                    case AVAILABLE_IN_EDIT_MODE, VISIBLE, EDITABLE -> SettingValue.of(true);
                    case ABSTRACT, REQUIRED, SEARCHABLE, LOCALIZED -> SettingValue.of(false);
                    default -> null;
                });
    }

    /** Finds a setting by its name in annotations, JSON and on the command line. */
    public static @Nullable SettingKey byLabel(String label) {
        return BY_LABEL.get(label);
    }
}
