package dev.synchronizer.undo;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.plan.PropertyPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a run made and content is of by now, so that it does not go with the run. */
final class UsedSince {
    private UsedSince() {}

    static Problems find(BeforeRun run, List<TypePlan> types) {
        Set<Long> made = run.made();
        List<Problem> problems = new ArrayList<>();
        for (TypePlan type : types) {
            if (type.diff().stored() != null) {
                if (type.state() == ChangeState.ORPHANED
                        && made.contains(type.diff().stored().id())) {
                    add(type.name(), type.blockedBy(), problems);
                }
                for (PropertyPlan property : type.properties()) {
                    if (property.diff().stored() != null
                            && made.contains(property.diff().stored().id())) {
                        add(type.name() + "." + property.name(), property.blockedBy(), problems);
                    }
                }
            }
        }
        return Problems.of(problems);
    }

    private static void add(String subject, List<String> blockedBy, List<Problem> problems) {
        if (!blockedBy.isEmpty()) {
            problems.add(UndoConflicts.problem(
                    subject,
                    "the run made it, and it is in use: " + String.join("; ", blockedBy),
                    "take that content away first, or " + UndoConflicts.BY_HAND));
        }
    }
}
