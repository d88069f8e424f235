package dev.synchronizer.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a task carries over: all that the thing is, and what it was where that changed. Immutable.
 *
 * @param about the type and the module that the thing is of
 * @param revision the revision that it has on the server that logged it; 0 for what has none
 * @param base what is known of what it was
 * @param after what it is; null where it is gone
 * @param stamps when each of its places was last changed
 */
public record Payload(
        About about, long revision, Base base, @Nullable SubjectState after, Stamps stamps) {
    /**
     * What type a thing is of, and where that is declared.
     *
     * @param type its name
     * @param guid its GUID, or null
     * @param module the name of its module, or null where administrators have made it
     * @param version the version of the module, or null
     * @param properties the names of the properties that the server knows; of others it says nothing
     */
    public record About(
            String type,
            @Nullable String guid,
            @Nullable String module,
            @Nullable String version,
            SortedSet<String> properties) {
        public About {
            properties = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(properties));
        }
    }

    /**
     * What a thing was.
     *
     * @param known whether that is known at all; not where somebody has all of it told anew
     * @param there whether it was there
     * @param revision the revision that it had; 0 for what has none
     * @param changed what stood at the places that have changed; empty where nothing did
     * @param digests what tells the states apart that it had on its way from there, the first one among them
     */
    public record Base(
            boolean known,
            boolean there,
            long revision,
            SortedMap<String, Optional<String>> changed,
            List<String> digests) {
        public Base {
            changed = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(changed));
            digests = List.copyOf(digests);
        }

        /** Nobody knows what it was. */
        static Base unknown() {
            return new Base(false, false, 0, new TreeMap<>(), List.of());
        }
    }

    /** What a change makes of a thing. */
    public static Payload of(About about, long revision, StateChange change, Stamps stamps) {
        return new Payload(about, revision, base(revision - 1, change), change.after(), stamps);
    }

    /** A thing as it is, whatever it was. */
    public static Payload whole(About about, long revision, SubjectState state, Stamps stamps) {
        return new Payload(about, revision, Base.unknown(), state, stamps);
    }

    private static Base base(long revision, StateChange change) {
        SubjectState before = change.before();
        TreeMap<String, Optional<String>> changed = new TreeMap<>();
        for (String place : change.places()) {
            changed.put(place, before == null ? Optional.empty() : before.at(place));
        }
        return new Base(
                true,
                before != null,
                before == null ? 0 : Math.max(0, revision),
                changed,
                before == null ? List.of() : List.of(before.digest()));
    }

    /** What the thing was; null where it was not there, or nobody knows. */
    public @Nullable SubjectState before() {
        if (!base.known() || !base.there()) {
            return null;
        }
        SubjectState before = after == null ? SubjectState.empty() : after;
        for (var place : base.changed().entrySet()) {
            before = before.with(place.getKey(), place.getValue().orElse(null));
        }
        return before;
    }

    /** Whether the server that logged it knows what can stand at a place. */
    public Predicate<String> knows() {
        return place -> {
            String property = Places.property(place);
            return property == null || about.properties().contains(property);
        };
    }

    /** The one that does what this one and later ones do, one after the other. */
    public Payload then(Collection<Payload> later) {
        Payload last = this;
        boolean known = base.known();
        List<String> digests = new ArrayList<>(base.digests());
        for (Payload next : later) {
            last = next;
            known = known && next.base.known();
            digests.addAll(next.base.digests());
        }
        if (later.isEmpty()) {
            return this;
        }
        Base whole = known ? base(last.after, digests) : Base.unknown();
        return new Payload(last.about, last.revision, whole, last.after, last.stamps);
    }

    /** What the thing was, where it has become something else since, and has been something on its way there. */
    private Base base(@Nullable SubjectState since, List<String> digests) {
        SubjectState first = before();
        Base whole = base(0, new StateChange(first, since));
        return new Base(true, first != null, base.revision(), whole.changed(), digests);
    }

    /** The same without what a property holds: neither of what it is nor of what it was anything is told. */
    public Payload without(String property) {
        Predicate<String> kept = place -> !property.equals(Places.property(place));
        TreeSet<String> properties = new TreeSet<>(about.properties());
        properties.remove(property);
        About less = new About(about.type(), about.guid(), about.module(), about.version(), properties);
        SubjectState before = before();
        StateChange change =
                new StateChange(before == null ? null : before.at(kept), after == null ? null : after.at(kept));
        Base lessBase = base.known() ? base(revision - 1, change) : base;
        return new Payload(less, revision, lessBase, change.after(), stamps);
    }
}
