package dev.synchronizer.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are applied to items anew, batch by batch in the order of the items' ids.
 *
 * @param id its number, rising with each of them
 * @param store the name of the store whose rules they are
 * @param actor who asked for it
 * @param startedAt when it began
 * @param endedAt when it ended, or null
 * @param rules the names of the rules; none means all
 * @param types the names of the types whose items are looked at; none means all
 * @param fingerprints by the names of the rules that are applied, what tells whether they are still the same
 * @param lastItem the last item that it is done with, or null where there is none yet
 * @param looked how many items it is done with
 * @param changed how many of them it changed
 * @param refused how many of them it left as they are, for something was in the way
 * @param state how far it has come
 * @param message what it failed with, or null
 */
public record RuleRunRecord(
        long id,
        String store,
        String actor,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<String> rules,
        List<String> types,
        SortedMap<String, String> fingerprints,
        @Nullable UUID lastItem,
        long looked,
        long changed,
        long refused,
        State state,
        @Nullable String message) {

    public RuleRunRecord {
        rules = List.copyOf(rules);
        types = List.copyOf(types);
        fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>(fingerprints));
    }

    /** One that is yet to begin. */
    public static RuleRunRecord of(
            String store,
            String actor,
            Instant startedAt,
            List<String> rules,
            List<String> types,
            SortedMap<String, String> fingerprints) {
        return new RuleRunRecord(
                0, store, actor, startedAt, null, rules, types, fingerprints, null, 0, 0, 0, State.RUNNING, null);
    }

    /** How far it has come. */
    public enum State {
        /** It is at work, or its process was killed and it can be resumed. */
        RUNNING,
        /** It is done with all items. */
        DONE,
        /** It ended before. */
        FAILED
    }
}
