package dev.synchronizer.saving;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What handlers were called for in a unit: each once for an item and a language, so that a circle of saves ends. An import
 * has any number of items: there is one entry for each of them and language, in which handlers are bits.
 */
final class Guard {
    private final Map<String, Integer> handlers = new HashMap<>();
    private final Map<Scope, Map<Object, Long>> called = new HashMap<>();

    /** What entries have in common: handlers from this one on are their bits, as many as there are. */
    private record Scope(SubjectKind kind, String language, int firstHandler) {}

    /** Whether a handler was not yet called for one of these languages; from now on, it was. */
    boolean enters(String handler, Subject subject, Collection<String> languages) {
        int number = handlers.computeIfAbsent(handler, name -> handlers.size());
        int bit = number % Long.SIZE;
        Object key = key(subject);
        boolean entered = false;
        for (String language : languages) {
            Scope scope = new Scope(subject.kind(), language, number - bit);
            entered |= enters(called.computeIfAbsent(scope, any -> new HashMap<>()), key, 1L << bit);
        }
        return entered;
    }

    private static boolean enters(Map<Object, Long> entries, Object key, long bit) {
        long before = entries.getOrDefault(key, 0L);
        if ((before & bit) != 0) {
            return false;
        }
        entries.put(key, before | bit);
        return true;
    }

    /** An id takes a third of the room that its text does. */
    private static Object key(Subject subject) {
        return subject.kind() == SubjectKind.ITEM ? UUID.fromString(subject.key()) : subject.key();
    }

    void forget() {
        called.clear();
    }

    /** How many entries there are. */
    int size() {
        return called.values().stream().mapToInt(Map::size).sum();
    }
}
