package dev.synchronizer.staging.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an import has done.
 *
 * @param counts how many changes have come to what
 * @param failures those that were not made, which another import makes once nothing is in the way any more
 */
public record ImportReport(Map<ImportedThing.Outcome, Long> counts, List<ImportedThing> failures) {
    public ImportReport {
        EnumMap<ImportedThing.Outcome, Long> sorted = new EnumMap<>(ImportedThing.Outcome.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
        failures = List.copyOf(failures);
    }

    public long count(ImportedThing.Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    public boolean isComplete() {
        return failures.isEmpty();
    }
}
