package dev.synchronizer.plan;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a plan that has nothing to do: its numbers, modules and warnings, so that a start that compares
 * nothing can still report them.
 */
public final class SettledPlan {
    private static final String FORMAT = "synchronizer-settled/2\n";

    private SettledPlan() {}

    /** Writes a plan without its types. */
    public static String write(SyncPlan plan) {
        StringBuilder text = new StringBuilder(FORMAT);
        Lines.add(text, plan.revision());
        addCounts(text, plan.summary().types());
        addCounts(text, plan.summary().properties());
        Lines.add(text, plan.summary().rowsWritten());
        Lines.add(text, plan.summary().grade().name());
        Lines.add(text, plan.modules().size());
        for (ModulePlan module : plan.modules()) {
            Lines.add(text, module.name());
            Lines.add(text, module.version());
            Lines.add(text, module.storedVersion());
            Lines.add(text, module.state().name());
            Lines.add(text, module.fingerprint());
            Lines.add(text, module.storedFingerprint());
        }
        addProblems(text, plan.problems());
        addProblems(text, plan.suppressed());
        return text.toString();
    }

    private static void addCounts(StringBuilder text, Map<ChangeState, Integer> counts) {
        Lines.add(text, counts.size());
        counts.forEach((state, count) -> {
            Lines.add(text, state.name());
            Lines.add(text, count);
        });
    }

    private static void addProblems(StringBuilder text, Problems problems) {
        Lines.add(text, problems.count());
        for (Problem problem : problems.asList()) {
            Lines.add(text, problem.code().id());
            Lines.add(text, problem.subject());
            Lines.add(text, problem.message());
            Lines.add(text, problem.fix());
        }
    }

    /** Reads what {@link #write} wrote; null if it has another format. Runs cold in every start: no lambdas. */
    public static @Nullable SyncPlan read(String text) {
        if (!text.startsWith(FORMAT)) {
            return null;
        }
        Lines lines = new Lines(text.substring(FORMAT.length()));
        long revision = lines.number();
        Summary summary = new Summary(counts(lines), counts(lines), (int) lines.number(), Grade.valueOf(lines.text()));
        return new SyncPlan(revision, summary, modules(lines), List.of(), problems(lines), problems(lines));
    }

    private static Map<ChangeState, Integer> counts(Lines lines) {
        Map<ChangeState, Integer> counts = new EnumMap<>(ChangeState.class);
        for (long left = lines.number(); left > 0; left--) {
            counts.put(ChangeState.valueOf(lines.text()), (int) lines.number());
        }
        return counts;
    }

    private static List<ModulePlan> modules(Lines lines) {
        List<ModulePlan> modules = new ArrayList<>();
        for (long left = lines.number(); left > 0; left--) {
            modules.add(new ModulePlan(
                    lines.text(),
                    lines.textOrNull(),
                    lines.textOrNull(),
                    ModuleState.valueOf(lines.text()),
                    lines.textOrNull(),
                    lines.textOrNull(),
                    ModulePlan.Outcome.LEAVE,
                    null));
        }
        return modules;
    }

    /** A code that only another version of this program knows is left out. */
    private static Problems problems(Lines lines) {
        List<Problem> problems = new ArrayList<>();
        for (long left = lines.number(); left > 0; left--) {
            ProblemCode code = ProblemCode.byId(lines.text());
            String subject = lines.text();
            String message = lines.text();
            String fix = lines.text();
            if (code != null) {
                problems.add(new Problem(code, subject, message, fix));
            }
        }
        return Problems.of(problems);
    }
}
