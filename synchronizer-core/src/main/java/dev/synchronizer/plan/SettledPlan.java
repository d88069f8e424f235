package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.ModuleState;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a plan that has nothing to do: its numbers, modules and warnings, so that a start that compares
 * nothing can still report them.
 */
public final class SettledPlan {
    private long revision;
    private Summary summary = new Summary(Map.of(), Map.of(), 0, Grade.COMPATIBLE);
    private List<ModulePlan> modules = List.of();
    private Problems problems = Problems.none();
    private Problems suppressed = Problems.none();

    private SettledPlan() {}

    /** Writes the contract's JSON form without the types. */
    public static String write(SyncPlan plan) {
        SyncPlan withoutTypes = new SyncPlan(
                plan.revision(), plan.summary(), plan.modules(), List.of(), plan.problems(), plan.suppressed());
        return JsonOut.compact(out -> PlanJson.write(withoutTypes, false, false, false, out));
    }

    /** Reads what {@link #write} wrote. */
    public static SyncPlan read(String json) {
        return JsonIn.read(json, in -> {
            SettledPlan plan = new SettledPlan();
            in.object(member -> plan.member(member, in));
            return new SyncPlan(plan.revision, plan.summary, plan.modules, List.of(), plan.problems, plan.suppressed);
        });
    }

    private void member(String name, JsonIn in) {
        switch (name) {
            case "revision" -> revision = in.number();
            case "summary" -> summary = SummaryJson.read(in);
            case "modules" -> modules = in.array(() -> module(texts(in)));
            case "problems" -> problems = problems(in);
            case "suppressed" -> suppressed = problems(in);
            default -> in.skip();
        }
    }

    private static ModulePlan module(Map<String, String> texts) {
        return new ModulePlan(
                text("name", texts),
                texts.get("version"),
                texts.get("storedVersion"),
                ModuleState.valueOf(text("state", texts).toUpperCase(Locale.ROOT)),
                text("fingerprint", texts),
                ModulePlan.Outcome.LEAVE,
                null);
    }

    /** A code that only another version of this program knows is left out. */
    private static Problems problems(JsonIn in) {
        List<Problem> problems = new ArrayList<>();
        in.array(() -> texts(in)).forEach(texts -> {
            ProblemCode code = ProblemCode.byId(text("code", texts));
            if (code != null) {
                problems.add(new Problem(code, text("subject", texts), text("message", texts), text("fix", texts)));
            }
        });
        return Problems.of(problems);
    }

    private static String text(String name, Map<String, String> texts) {
        return Objects.requireNonNull(texts.get(name));
    }

    private static Map<String, String> texts(JsonIn in) {
        Map<String, String> texts = new HashMap<>();
        in.object(member -> {
            @Nullable String text = in.textOrNull();
            if (text != null) {
                texts.put(member, text);
            }
        });
        return texts;
    }
}
