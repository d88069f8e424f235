package dev.synchronizer.cli;

import dev.synchronizer.settings.NewSettings;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Settings as they are written on the command line, by what they belong to; empty where that is the type itself. */
final class Assignments {
    private final Map<String, NewSettings> byOwner = new TreeMap<>();
    private final Map<String, String> given = new TreeMap<>();
    private final Function<String, RuntimeException> failure;

    /** @param failure makes what ends the command, of a message */
    Assignments(Function<String, RuntimeException> failure) {
        this.failure = failure;
    }

    /** Reads {@code setting=value}, or {@code property.setting=value}. */
    void add(Collection<String> assignments) {
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw failure.apply("'" + assignment + "' is not of the form setting=value");
            }
            String text = assignment.substring(equals + 1);
            put(assignment.substring(0, equals), (settings, name) -> settings.withText(name, text));
        }
    }

    /** Reads names of settings that are to have no value at all, maybe with a space behind a comma. */
    void addNothing(Collection<String> names) {
        names.forEach(given -> put(given.strip(), NewSettings::withNothing));
    }

    private void put(String place, Change change) {
        if (given.putIfAbsent(place, place) != null) {
            throw failure.apply(place + " is given more than once");
        }
        int dot = place.lastIndexOf('.');
        String owner = dot < 0 ? "" : place.substring(0, dot);
        if (dot == 0) {
            throw failure.apply("'" + place + "' begins with a dot; a setting of the type itself has none");
        }
        if (owner.indexOf('.') >= 0) {
            throw failure.apply(
                    "'" + place + "' has more than one dot, and names neither a setting nor property.setting");
        }
        NewSettings settings = byOwner.getOrDefault(owner, NewSettings.none());
        byOwner.put(owner, change.of(settings, place.substring(dot + 1)));
    }

    Map<String, NewSettings> byOwner() {
        return byOwner;
    }

    NewSettings of(String owner) {
        return byOwner.getOrDefault(owner, NewSettings.none());
    }

    private interface Change {
        NewSettings of(NewSettings settings, String name);
    }
}
