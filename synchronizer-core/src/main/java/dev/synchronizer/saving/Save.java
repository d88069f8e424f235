package dev.synchronizer.saving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One save on its way, with whom it has to do with. Not thread-safe. */
final class Save {
    private final Draft draft;
    private final String store;
    private final SaveOptions options;
    private final Doors doors;
    private final List<Interception.Registered> handlers = new ArrayList<>();
    private final Map<String, Map<String, Object>> states = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Save(Draft draft, String store, SaveOptions options, Doors doors) {
        this.draft = draft;
        this.store = store;
        this.options = options;
        this.doors = doors;
    }

    Draft draft() {
        return draft;
    }

    String store() {
        return store;
    }

    SaveOptions options() {
        return options;
    }

    <T> T door(Class<T> door) {
        return doors.open(door, options);
    }

    /** Those that were called before the write, and are called after it. */
    List<Interception.Registered> handlers() {
        return handlers;
    }

    Map<String, Object> state(String listener) {
        return states.computeIfAbsent(listener, name -> new HashMap<>());
    }

    void report(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return findings;
    }
}
