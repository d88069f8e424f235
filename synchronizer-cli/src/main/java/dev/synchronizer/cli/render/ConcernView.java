package dev.synchronizer.cli.render;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.SettingKey;
import dev.synchronizer.plan.Concern;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What reports show of what a setting's change does to content.
 *
 * @param items how many items are concerned
 * @param values how many values are concerned
 * @param misfits how many values find no place
 * @param example the first of them with its item; null where there is none
 * @param translations how many values there are in each language, where that is what is lost
 */
record ConcernView(
        long items, long values, long misfits, @Nullable String example, SortedMap<String, Long> translations) {
    static final ConcernView NONE = new ConcernView(0, 0, 0, null, Collections.emptySortedMap());

    ConcernView {
        translations = Collections.unmodifiableSortedMap(new TreeMap<>(translations));
    }

    static ConcernView of(Concern concern) {
        Misfits misfits = concern.misfits();
        return new ConcernView(
                concern.radius().items(),
                concern.radius().values(),
                misfits.values(),
                misfits.first().isEmpty() ? null : example(misfits.first().get(0)),
                concern.translations());
    }

    private static String example(Misfits.Misfit misfit) {
        return example(misfit.value(), misfit.item().toString(), misfit.language());
    }

    static String example(String value, String item, String language) {
        return value + " in item " + item + (language.isEmpty() ? "" : ", language " + language);
    }

    /** What it does, in a phrase; null where that goes without saying. */
    @Nullable
    String phrase(String setting, Grade grade) {
        if (!translations.isEmpty()) {
            return translations.entrySet().stream()
                    .map(each -> each.getValue() + " " + each.getKey())
                    .collect(Collectors.joining(", ", Words.count(values, "translation") + ": ", ""));
        }
        boolean isDataType = setting.equals(SettingKey.DATA_TYPE.label());
        if (misfits > 0) {
            String what = isDataType
                    ? "%d of %s %s not convert".formatted(misfits, Words.count(values, "value"), verb("does", "do"))
                    : "%s %s not fit".formatted(Words.count(misfits, "value"), verb("does", "do"));
            return example == null ? what : what + ", the first " + PlainText.of(example);
        }
        if (isDataType && values > 0) {
            return Words.count(values, "value") + (grade == Grade.COMPATIBLE ? " converted" : " concerned");
        }
        boolean isRequired = setting.equals(SettingKey.REQUIRED.label());
        return isRequired && items > 0 ? Words.count(items, "item") + " without a value" : null;
    }

    private String verb(String one, String several) {
        return misfits == 1 ? one : several;
    }
}
