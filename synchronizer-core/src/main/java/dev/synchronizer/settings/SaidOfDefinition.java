package dev.synchronizer.settings;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.model.Address;
import dev.synchronizer.model.ColumnText;
import dev.synchronizer.model.Overlay;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import dev.synchronizer.model.Settings;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of one type or property: structural settings, which go to its row, and the others, which are
 * saved as overrides.
 *
 * @param structural what is said of it since, what had been said before included
 * @param overridable what is to be saved beside it
 */
record SaidOfDefinition(Settings structural, NewSettings overridable) {
    /** Settings that describe classes, or that protect code from administrators. */
    private static final Set<SettingKey> OF_CODE = EnumSet.of(
            SettingKey.LOCKED,
            SettingKey.ABSTRACT,
            SettingKey.NAME,
            SettingKey.GUID,
            SettingKey.CLASS,
            SettingKey.MODULE,
            SettingKey.DATA_TYPE);

    static SaidOfDefinition read(
            Address address,
            SettingKey.Scope scope,
            Settings before,
            NewSettings settings,
            Consumer<Problem> problems) {
        Map<SettingKey, SettingValue> structural = before.asMap();
        NewSettings overridable = NewSettings.none();
        for (Map.Entry<String, NewSettings.NewValue> said : settings.values().entrySet()) {
            SettingKey key = SettingKey.byLabel(said.getKey());
            Address setting = address.withSetting(said.getKey());
            if (key == null || !key.appliesTo(scope)) {
                problems.accept(SettingProblems.unknownSetting(setting, scope, labels(scope)));
            } else if (key.isOverridable()) {
                overridable = overridable.and(said.getKey(), said.getValue());
            } else if (OF_CODE.contains(key)) {
                problems.accept(ofCode(setting, key));
            } else {
                SettingValue earlier = structural.remove(key);
                SettingValue value = value(setting, key, said.getValue(), earlier, problems);
                if (value != null
                        && !Overlay.isSame(value, key.builtInDefault(scope).orElse(null))) {
                    structural.put(key, value);
                }
            }
        }
        return new SaidOfDefinition(Settings.of(structural), overridable);
    }

    private static List<String> labels(SettingKey.Scope scope) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.appliesTo(scope) && !OF_CODE.contains(key))
                .map(SettingKey::label)
                .toList();
    }

    /** Null takes away what had been said. What is no kind changes none, so that nobody hears of what embeds the type. */
    private static @Nullable SettingValue value(
            Address setting,
            SettingKey key,
            NewSettings.NewValue given,
            @Nullable SettingValue earlier,
            Consumer<Problem> problems) {
        if (given.value() == null) {
            return null;
        }
        SettingValue value = new ValueReader(setting, key, problems).read(given);
        if (key == SettingKey.KIND && value != null && !isKind(value)) {
            problems.accept(noKind(setting, value));
            return earlier;
        }
        return value;
    }

    private static boolean isKind(SettingValue value) {
        return Arrays.stream(ContentKind.values()).anyMatch(kind -> kind.name().equals(value.toString()));
    }

    private static Problem noKind(Address setting, SettingValue value) {
        return new Problem(
                ProblemCode.WRONG_VALUE,
                setting.toString(),
                ColumnText.quoted(value.toString()) + " is no kind of content types",
                "give PAGE, BLOCK or MEDIA");
    }

    private static Problem ofCode(Address setting, SettingKey key) {
        String fix = key == SettingKey.DATA_TYPE
                ? "write it behind the property's name, as in teaser:STRING"
                : "leave it out";
        return new Problem(
                ProblemCode.STRUCTURAL_SETTING,
                setting.toString(),
                key.label() + " is no setting that a definition can give",
                fix);
    }
}
