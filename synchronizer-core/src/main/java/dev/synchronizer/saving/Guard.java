package dev.synchronizer.saving;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What handlers were called for in a unit: each once for an item and a language, so that a circle of saves ends. */
final class Guard {
    private final Set<Call> calls = new HashSet<>();

    private record Call(String handler, SubjectKind kind, String key, String language) {}

    /** Whether a handler was not yet called for one of these languages; from now on, it was. */
    boolean enters(String handler, Subject subject, Collection<String> languages) {
        boolean entered = false;
        for (String language : languages) {
            entered |= calls.add(new Call(handler, subject.kind(), subject.key(), language));
        }
        return entered;
    }

    void forget() {
        calls.clear();
    }
}
