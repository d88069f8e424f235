package dev.synchronizer.spring;

import dev.synchronizer.diff.Reason;
import dev.synchronizer.plan.ModulePlan;
import dev.synchronizer.plan.StepPlan;
import dev.synchronizer.plan.TypePlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the content types stand, as the endpoint says it.
 *
 * @param status in one word
 * @param finishedAt when the last run ended
 * @param durationMillis how long it took
 * @param run the number under which it is recorded, where it wrote anything
 * @param types how many stand how; null where the last run ended before they were compared
 * @param unsettled types that wait for a commit or a decision
 * @param steps migration steps that wait for a commit, or for somebody to allow them
 * @param modules the modules with their versions
 * @param problems what is wrong or worth knowing
 */
record SynchronizerReport(
        String status,
        Instant finishedAt,
        long durationMillis,
        @Nullable Long run,
        @Nullable TypeCounts types,
        List<Type> unsettled,
        List<Step> steps,
        List<Module> modules,
        List<ProblemText> problems) {

    static SynchronizerReport of(SynchronizationState state) {
        return new SynchronizerReport(
                state.status().label(),
                state.finishedAt(),
                state.duration().toMillis(),
                state.run().isPresent() ? state.run().getAsLong() : null,
                state.counts(),
                state.unsettled().stream().map(Type::of).toList(),
                state.steps().stream().map(Step::of).toList(),
                state.modules().stream().map(Module::of).toList(),
                problems(state.problems()));
    }

    static List<ProblemText> problems(Problems problems) {
        return problems.stream().map(ProblemText::of).toList();
    }

    /** A type, in the words of the plan's JSON form. */
    record Type(String name, String module, String state, String action, String grade, List<String> reasons) {
        static Type of(TypePlan type) {
            return new Type(
                    type.name(),
                    type.diff().module(),
                    type.state().label(),
                    type.action().label(),
                    type.grade().label(),
                    type.diff().reasons().stream().map(Reason::name).toList());
        }
    }

    /** A migration step, in the words of the plan's JSON form; how many items it selects, where that was counted. */
    record Step(
            String module,
            String name,
            String version,
            String phase,
            @Nullable Long items) {
        static Step of(StepPlan plan) {
            return new Step(
                    plan.module(),
                    plan.step().name(),
                    plan.step().version(),
                    plan.step().phase().name().toLowerCase(Locale.ROOT),
                    plan.items());
        }
    }

    /** A module, in the words of the plan's JSON form. */
    record Module(
            String name, @Nullable String version, @Nullable String storedVersion, String state) {
        static Module of(ModulePlan module) {
            return new Module(
                    module.name(),
                    module.version(),
                    module.storedVersion(),
                    module.state().label());
        }
    }

    /** A problem, in the words of the plan's JSON form. */
    record ProblemText(String code, String severity, String subject, String message, String fix) {
        static ProblemText of(Problem problem) {
            return new ProblemText(
                    problem.code().id(),
                    problem.severity().label(),
                    problem.subject(),
                    problem.message(),
                    problem.fix());
        }
    }
}
