package dev.synchronizer.saving;

import dev.synchronizer.problem.Problems;
import java.util.List;

/** What those say who look at saves that are only planned. */
public final class Asked {
    private final List<Save> saves;
    private final Problems refusals;

    Asked(List<Save> saves, Problems refusals) {
        this.saves = List.copyOf(saves);
        this.refusals = refusals;
    }

    /** Nobody looks at any of them. */
    public static Asked nobody() {
        return new Asked(List.of(), Problems.none());
    }

    /** Their vetoes, and what else forbids any of it; empty where nothing does. */
    public Problems refusals() {
        return refusals;
    }

    List<Save> saves() {
        return saves;
    }
}
