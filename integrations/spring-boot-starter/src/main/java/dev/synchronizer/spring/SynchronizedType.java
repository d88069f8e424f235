package dev.synchronizer.spring;

import dev.synchronizer.SyncReport;
import dev.synchronizer.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to synchronize one type.
 *
 * @param type its name
 * @param committed whether anything was written
 * @param run the number under which the run is recorded, where anything was written
 * @param done what was done, to the types that it needs too
 * @param problems what was wrong, or is worth knowing
 */
record SynchronizedType(
        String type,
        boolean committed,
        @Nullable Long run,
        List<SynchronizerReport.Type> done,
        List<SynchronizerReport.ProblemText> problems) {

    static SynchronizedType of(String type, SyncReport report) {
        return new SynchronizedType(
                type,
                report.committed(),
                report.run().isPresent() ? report.run().getAsLong() : null,
                report.plan().types().stream()
                        .filter(TypeCounts::isPending)
                        .map(SynchronizerReport.Type::of)
                        .toList(),
                SynchronizerReport.problems(OptionsAsProperties.in(report.plan().problems())));
    }

    static SynchronizedType failed(String type, Problems problems) {
        return new SynchronizedType(
                type, false, null, List.of(), SynchronizerReport.problems(OptionsAsProperties.in(problems)));
    }
}
