package dev.synchronizer.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a property, those within embedded blocks among them.
 *
 * @param values how many this store has
 * @param items how many items hold them
 * @param elsewhere how many the application keeps in a store of its own
 * @param byLanguage how many this store has in each language; under the empty one those of none in particular
 * @param first the first few items that hold one, by their ids
 * @param lacking how many items of the property's type hold none
 * @param misfits the values that a change of a setting, by that setting, leaves without a place: for the data type those
 *     that do not convert without loss, for any other those that break the rule that it makes
 */
public record ValueUse(
        long values,
        long items,
        long elsewhere,
        SortedMap<String, Long> byLanguage,
        List<UsedItem> first,
        long lacking,
        Map<SettingKey, Misfits> misfits) {
    public static final ValueUse NONE = new ValueUse(0, 0, 0, Collections.emptySortedMap(), List.of(), 0, Map.of());

    public ValueUse {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
        first = List.copyOf(first);
        misfits = Map.copyOf(misfits);
    }

    /** How many there are anywhere. */
    public long total() {
        return values + elsewhere;
    }

    /** How many are of a language. */
    public long translations() {
        return values - byLanguage.getOrDefault("", 0L);
    }

    public Misfits misfits(SettingKey key) {
        return misfits.getOrDefault(key, Misfits.NONE);
    }
}
