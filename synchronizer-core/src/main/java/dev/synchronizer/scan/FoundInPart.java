package dev.synchronizer.scan;

import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a search found in one part, kept for itself: whether it counts depends on the parts before it. */
final class FoundInPart {
    private final List<Problem> problems = new ArrayList<>();
    private final ClassParser parser = new ClassParser(problems);
    private final Map<String, Sighting> sightings = new LinkedHashMap<>();
    private final List<DeclaredClass> hidden = new ArrayList<>();
    private boolean doubtful;
    private boolean damaged;

    /** The classes that were read, by binary name. */
    Map<String, Sighting> sightings() {
        return sightings;
    }

    /** The types whose classes a container before this one holds too. */
    List<DeclaredClass> hidden() {
        return hidden;
    }

    List<Problem> problems() {
        return problems;
    }

    ClassParser parser() {
        return parser;
    }

    void markDoubtful() {
        doubtful = true;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** The search ended early. */
    void markDamaged() {
        damaged = true;
    }

    boolean isDamaged() {
        return damaged;
    }
}
