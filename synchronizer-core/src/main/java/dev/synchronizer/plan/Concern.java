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
 */
public record Concern(Grade grade, BlastRadius radius, Misfits misfits, SortedMap<String, Long> translations) {
    /** Nothing that is there is concerned. */
    public static final Concern NONE = of(Grade.COMPATIBLE, BlastRadius.NOTHING);

    public Concern {
        translations = Collections.unmodifiableSortedMap(new TreeMap<>(translations));
    }

    static Concern of(Grade grade, BlastRadius radius) {
        return new Concern(grade, radius, Misfits.NONE, Collections.emptySortedMap());
    }

    static Concern withMisfits(Grade grade, BlastRadius radius, Misfits misfits) {
        return new Concern(grade, radius, misfits, Collections.emptySortedMap());
    }

    /** Breaking, unless nothing is concerned. */
    static Concern breaking(long items, long values) {
        BlastRadius radius = new BlastRadius(items, values);
        return radius.isNothing() ? NONE : of(Grade.BREAKING, radius);
    }
}
