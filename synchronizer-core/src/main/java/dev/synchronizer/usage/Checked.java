package dev.synchronizer.usage;

import dev.synchronizer.model.Misfits;
import dev.synchronizer.model.SettingKey;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found about the values of one property.
 *
 * @param misfits those for which a change leaves no place, by the setting that changes
 * @param translations how many are of each language; null where that was not looked at
 */
record Checked(Map<SettingKey, Misfits> misfits, @Nullable SortedMap<String, Long> translations) {
    static final Checked NOTHING = new Checked(Map.of(), null);

    /**
     * How many values there are in each language.
     *
     * @param counted the same by the languages of the values that embed their blocks, which are others
     */
    SortedMap<String, Long> byLanguage(SortedMap<String, Long> counted) {
        if (translations == null) {
            return counted;
        }
        SortedMap<String, Long> byLanguage = new TreeMap<>(translations);
        long others = sum(counted) - sum(translations);
        if (others > 0) {
            byLanguage.put("", others);
        }
        return byLanguage;
    }

    static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
