package dev.synchronizer.saving;

import dev.synchronizer.saving.Arrivals.Arrival;
import dev.synchronizer.saving.PendingTasks.Pending;
import dev.synchronizer.task.Stamps;
import dev.synchronizer.task.StateChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** When each place of a thing was last changed, once it is saved. */
final class StampedChange {
    private StampedChange() {}

    /** What is known since, which replaces what was known before. */
    static Stamps of(Pending one, Map<String, Stamps> known, String self, Instant now) {
        String key = one.told().key().toString();
        Stamps before = known.getOrDefault(key, Stamps.none());
        StateChange change = one.told().change();
        TreeSet<String> places = new TreeSet<>(change.places());
        if (change.isOfExistence()) {
            places.add(Stamps.EXISTENCE);
        }
        Arrival arrival = one.arrival();
        // What another system has brought counts as changed here: there, nobody stamps anything.
        Stamps after = arrival == null || arrival.connector() != null
                ? before.changed(places, now, self)
                : arrived(places, arrival, change, before, self, now);
        known.put(key, after);
        return after;
    }

    private static Stamps arrived(
            Set<String> places, Arrival arrival, StateChange change, Stamps before, String self, Instant now) {
        List<String> passed = arrival.passed();
        String sender = passed.isEmpty() ? self : passed.get(passed.size() - 1);
        Set<String> told = new TreeSet<>(places);
        told.remove(Stamps.EXISTENCE);
        return before.and(arrival.stamps())
                .changed(ofHere(places, arrival, change, before), now, self)
                .told(told, sender);
    }

    /** Those that were set here on the way, and those at which somebody has decided that the former one holds. */
    private static Set<String> ofHere(Set<String> places, Arrival arrival, StateChange change, Stamps before) {
        Set<String> here = new TreeSet<>(places);
        here.removeIf(place -> isSent(place, arrival, change) && !before.isLater(place, arrival.stamps()));
        return here;
    }

    private static boolean isSent(String place, Arrival arrival, StateChange change) {
        return place.equals(Stamps.EXISTENCE) || arrival.isSent(place, change.after());
    }
}
