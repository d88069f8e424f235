package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.model.Misfits;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change does to the content that is there (C5).
 *
 * @param grade how grave that is
 * @param radius the items and values that it concerns
 * @param misfits the values for which it leaves no place
 * @param translations how many values there are in each language, where a property ceases to be localized
 * @param severalInOne whether some may be of the same item or block, of which one stays, where it does so
 */
public record Concern(
        Grade grade, BlastRadius radius, Misfits misfits, SortedMap<String, Long> translations, boolean severalInOne) {
    /** Nothing that is there is concerned. */
    public static final Concern NONE = of(Grade.COMPATIBLE, BlastRadius.NOTHING);

    public Concern {
        translations = Collections.unmodifiableSortedMap(new TreeMap<>(translations));
    }

    static Concern of(Grade grade, BlastRadius radius) {
        return withMisfits(grade, radius, Misfits.NONE);
    }

    static Concern withMisfits(Grade grade, BlastRadius radius, Misfits misfits) {
        return new Concern(grade, radius, misfits, Collections.emptySortedMap(), false);
    }

    /** Breaking, unless nothing is concerned. */
    static Concern breaking(long items, long values) {
        BlastRadius radius = new BlastRadius(items, values);
        return radius.isNothing() ? NONE : of(Grade.BREAKING, radius);
    }
}
