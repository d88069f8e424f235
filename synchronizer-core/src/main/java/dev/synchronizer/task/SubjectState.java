package dev.synchronizer.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that something holds that is told to others: at each place canonical JSON, whatever kind of thing it is. Two that
 * are equal are the same on all servers. Immutable.
 */
public final class SubjectState {
    private static final SubjectState EMPTY = new SubjectState(new TreeMap<>());

    private final SortedMap<String, String> places;

    private SubjectState(SortedMap<String, String> places) {
        this.places = Collections.unmodifiableSortedMap(places);
    }

    /** A state that holds nothing at any place, which is not the same as none. */
    public static SubjectState empty() {
        return EMPTY;
    }

    /** The state that holds canonical JSON at these places. */
    public static SubjectState of(Map<String, String> places) {
        return new SubjectState(new TreeMap<>(places));
    }

    /** Sorted by place. */
    public SortedMap<String, String> places() {
        return places;
    }

    /** What stands at a place, as canonical JSON. */
    public Optional<String> at(String place) {
        return Optional.ofNullable(places.get(place));
    }

    /** The same with something else at a place; nothing, where that is null. */
    public SubjectState with(String place, @Nullable String json) {
        TreeMap<String, String> other = new TreeMap<>(places);
        if (json == null) {
            other.remove(place);
        } else {
            other.put(place, json);
        }
        return new SubjectState(other);
    }

    /** The same at some places alone. */
    public SubjectState at(Predicate<String> kept) {
        TreeMap<String, String> other = new TreeMap<>(places);
        other.keySet().removeIf(kept.negate());
        return new SubjectState(other);
    }

    /** The places at which another state holds something else; none of both counts as one that holds nothing. */
    static SortedSet<String> differing(@Nullable SubjectState one, @Nullable SubjectState other) {
        SubjectState first = one == null ? EMPTY : one;
        SubjectState second = other == null ? EMPTY : other;
        TreeSet<String> all = new TreeSet<>(first.places.keySet());
        all.addAll(second.places.keySet());
        all.removeIf(place -> first.at(place).equals(second.at(place)));
        return all;
    }

    /** What tells this state from all others, in 32 characters. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            places.forEach((place, json) -> {
                add(place, sha);
                add(json, sha);
            });
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With its length before it, so that no two texts run into each other. */
    private static void add(String text, MessageDigest sha) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubjectState state && places.equals(state.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    @Override
    public String toString() {
        return places.toString();
    }
}
