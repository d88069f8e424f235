package dev.synchronizer.task;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When each place of a thing was last changed, and whether the thing is there at all; also of places that hold nothing any more. Immutable. */
public final class Stamps {
    /** Stands for whether the thing is there; no place has that name. */
    public static final String EXISTENCE = "";

    private static final Stamps NONE = new Stamps(new TreeMap<>());

    private final SortedMap<String, Stamp> places;

    private Stamps(SortedMap<String, Stamp> places) {
        this.places = Collections.unmodifiableSortedMap(places);
    }

    public static Stamps none() {
        return NONE;
    }

    public @Nullable Stamp at(String place) {
        return places.get(place);
    }

    /** All of them, by place. */
    public SortedMap<String, Stamp> all() {
        return places;
    }

    /** The latest of all; null where there is none. */
    @Nullable
    Stamp latest() {
        return places.values().stream().max(Stamp::compareTo).orElse(null);
    }

    /** What is known once a server has changed some places at a moment; that a thing comes or goes is later than all that was known of it. */
    public Stamps changed(Collection<String> changed, Instant now, String server) {
        TreeMap<String, Stamp> all = new TreeMap<>(places);
        changed.forEach(place -> {
            Stamp known = place.equals(EXISTENCE) ? latest() : places.get(place);
            all.put(place, Stamp.after(known, now, server));
        });
        return new Stamps(all);
    }

    /** Whether a place was changed later by these than by others, as far as both say anything of it. */
    public boolean isLater(String place, Stamps others) {
        Stamp one = places.get(place);
        Stamp other = others.places.get(place);
        return one != null && (other == null || one.compareTo(other) > 0);
    }

    /** What is known once another server has told some places, of which it does not know when they were changed. */
    public Stamps told(Collection<String> told, String server) {
        TreeMap<String, Stamp> all = new TreeMap<>(places);
        told.forEach(place -> all.putIfAbsent(place, new Stamp(Instant.EPOCH, server)));
        return new Stamps(all);
    }

    /** What is known of both, the later one at each place. */
    public Stamps and(Stamps others) {
        TreeMap<String, Stamp> all = new TreeMap<>(places);
        others.places.forEach((place, stamp) -> all.merge(place, stamp, (a, b) -> a.compareTo(b) < 0 ? b : a));
        return new Stamps(all);
    }

    public void writeTo(JsonOut out) {
        out.object(() -> places.forEach((place, stamp) -> {
            out.name(place);
            out.object(() -> {
                out.text("at", stamp.at().toString());
                out.text("by", stamp.server());
            });
        }));
    }

    public String json() {
        return JsonOut.compact(this::writeTo);
    }

    static Stamps read(JsonIn in) {
        TreeMap<String, Stamp> all = new TreeMap<>();
        in.object(place -> all.put(place, stamp(in)));
        return new Stamps(all);
    }

    private static Stamp stamp(JsonIn in) {
        TreeMap<String, String> texts = new TreeMap<>();
        in.object(name -> texts.put(name, in.text()));
        return new Stamp(Instant.parse(texts.getOrDefault("at", "")), texts.getOrDefault("by", ""));
    }

    /** What {@link #json} wrote. */
    public static Stamps of(@Nullable String json) {
        return json == null ? NONE : JsonIn.read(json, Stamps::read);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stamps stamps && places.equals(stamps.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    @Override
    public String toString() {
        return Map.copyOf(places).toString();
    }
}
