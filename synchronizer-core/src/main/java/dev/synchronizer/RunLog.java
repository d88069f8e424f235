package dev.synchronizer;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application's log what a run did and what it was warned of. */
final class RunLog {
    private RunLog() {}

    /** A log may be slow to load: a start with nothing to do and nothing to warn of has no use for one. */
    static SyncReport told(SyncReport report) {
        if (report.committed() || report.dryRun() || !report.plan().problems().isEmpty()) {
            write(report, LoggerFactory.getLogger(Synchronizer.class));
        }
        return report;
    }

    private static void write(SyncReport report, Logger log) {
        for (Problem problem : report.plan().problems().asList()) {
            log.warn("{}", problem);
        }
        if (report.committed()) {
            log.info(
                    "Content types: run {} committed in {} ms: {}",
                    report.run().orElseThrow(),
                    report.duration().toMillis(),
                    inNumbers(report.plan()));
        } else if (report.dryRun()) {
            log.info("Content types: nothing was written, as committing is switched off: {}", inNumbers(report.plan()));
        }
    }

    private static String inNumbers(SyncPlan plan) {
        List<String> parts = new ArrayList<>();
        for (ChangeState state : ChangeState.values()) {
            int types = plan.summary().types(state);
            if (types > 0) {
                parts.add("%s %s".formatted(types, state.label()));
            }
        }
        parts.add(plan.summary().rowsWritten() + " rows");
        parts.add(plan.summary().grade().label());
        return String.join(", ", parts);
    }
}
