package dev.synchronizer.schedule;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps the schedules, which need not be there. */
public final class SchedulerLibrary {
    private static final String ENTRANCE = "com.github.kagkarlsson.scheduler.Scheduler";

    private SchedulerLibrary() {}

    /**
     * Looks whether it is there.
     *
     * @throws ProblemsException if it is not
     */
    public static void require(List<RuleSchedule> schedules) {
        if (isMissing()) {
            String names = schedules.stream().map(RuleSchedule::name).collect(Collectors.joining(", "));
            throw new ProblemsException(Problems.of(Problem.of(
                    ProblemCode.NO_SCHEDULER,
                    "schedule " + names,
                    "com.github.kagkarlsson:db-scheduler, which keeps schedules, is not on the class path")));
        }
    }

    private static boolean isMissing() {
        try {
            Class.forName(ENTRANCE, false, SchedulerLibrary.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }
}
