package dev.synchronizer;

import dev.synchronizer.diff.ModelComparison;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.migration.MigrationSteps;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.persistence.JdbcStore;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.plan.SettledPlan;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.plan.UsageQuestions;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.NoContent;
import dev.synchronizer.usage.UsageCounting;
import org.jspecify.annotations.Nullable;

/** Compares what code declares with what is stored, and tells what that means for the content that is there. */
final class StoredComparison {
    private final @Nullable JdbcStore store;
    private final ContentUsage application;
    private final Progress progress;

    StoredComparison(SynchronizerBuilder builder, @Nullable JdbcStore store) {
        this.store = store;
        application = builder.contentUsage;
        progress = builder.progress;
    }

    /**
     * The store.
     *
     * @throws IllegalStateException without a data source
     */
    JdbcStore store() {
        if (store == null) {
            throw new IllegalStateException("a synchronizer without a data source has no store");
        }
        return store;
    }

    /** What a start with nothing to do would report, if the last one under this key is known to have been such. */
    @Nullable
    SyncPlan settledPlan(String startKey) {
        if (store == null || startKey.isEmpty()) {
            return null;
        }
        String remembered = store.status(startKey).remembered();
        return remembered == null ? null : SettledPlan.read(remembered);
    }

    StoredModel loadStored() {
        progress.begins(Progress.Stage.LOAD);
        return store == null ? StoredModel.empty() : store.load();
    }

    ModelDiff diff(StoredModel stored, ContentModel model, Policy wanted) {
        ModelDiff diff = compared(stored, model, wanted);
        diff.problems()
                .only(problem -> problem.code().kind() != ProblemKind.REFUSAL)
                .throwIfErrors();
        return diff;
    }

    ModelDiff compared(StoredModel stored, ContentModel model, Policy wanted) {
        progress.begins(Progress.Stage.PLAN);
        return ModelComparison.compare(stored, model, wanted.scope());
    }

    /** Counts the content that the differences concern; where there is none, nobody is asked. */
    Usage count(ModelDiff diff) {
        UsageQuestions questions = UsageQuestions.of(diff);
        if (questions.isEmpty() || store == null) {
            return count(questions, diff, new NoContent());
        }
        return store.readingContent(content -> count(questions, diff, content));
    }

    /** Counts it as the transaction of a run sees it. */
    Usage count(ModelDiff diff, ContentReads content) {
        return count(UsageQuestions.of(diff), diff, content);
    }

    private Usage count(UsageQuestions questions, ModelDiff diff, ContentReads content) {
        return questions.isEmpty() ? Usage.NONE : UsageCounting.count(questions, diff.stored(), content, application);
    }

    /** The plan with what its migration steps would work on, where they may be run. */
    SyncPlan withStepsCounted(SyncPlan plan, StoredModel stored, MigrationSteps steps) {
        return store == null || plan.steps().isEmpty()
                ? plan
                : store.readingContent(content -> steps.counted(plan, stored, content));
    }
}
