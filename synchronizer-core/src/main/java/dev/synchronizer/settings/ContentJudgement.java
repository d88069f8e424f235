package dev.synchronizer.settings;

import dev.synchronizer.diff.DefinedChanges;
import dev.synchronizer.diff.ModelDiff;
import dev.synchronizer.diff.TypeDiff;
import dev.synchronizer.lookup.KnownType;
import dev.synchronizer.model.SettingOverride;
import dev.synchronizer.model.StoredModel;
import dev.synchronizer.model.Usage;
import dev.synchronizer.plan.JudgedChange;
import dev.synchronizer.plan.UsageQuestions;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.store.ContentReads;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.store.ItemFilter;
import dev.synchronizer.store.NoContent;
import dev.synchronizer.store.StoredReads;
import dev.synchronizer.usage.UsageCounting;
import java.util.ArrayList;
import java.util.List;

/** Judges what administrators do by the content that is there, as a plan is judged (C5). */
final class ContentJudgement {
    private final ContentUsage application;

    /** @param application counts what the application keeps in a store of its own */
    ContentJudgement(ContentUsage application) {
        this.application = application;
    }

    /** What a change of one type does. */
    List<JudgedChange> judge(TypeDiff change, StoredModel stored, ContentReads content) {
        ModelDiff diff = diff(List.of(change), stored);
        return JudgedChange.of(diff, count(UsageQuestions.of(diff), stored, content));
    }

    /** Counts; where nothing is asked, nobody is. */
    Usage count(UsageQuestions questions, StoredModel stored, ContentReads content) {
        return UsageCounting.count(questions, stored, content, application);
    }

    private static ModelDiff diff(List<TypeDiff> changes, StoredModel stored) {
        return new ModelDiff(stored, List.of(), changes, Problems.none());
    }

    /**
     * Warns of items that lack values which are required once overrides change. Those who have no content wait for no more
     * than one row that is not there.
     */
    Problems warnings(List<ChangedOverrides> changes, StoredReads reads) {
        List<TypeDiff> diffs = new ArrayList<>();
        changes.forEach(change -> diffs.add(change.diff()));
        if (UsageQuestions.of(diff(diffs, StoredModel.empty())).isEmpty()) {
            return Problems.none();
        }
        boolean used = !reads.content().page(ItemFilter.ALL, null, 1).isEmpty();
        ModelDiff diff = diff(diffs, used ? reads.load() : StoredModel.empty());
        ContentReads content = used ? reads.content() : new NoContent();
        Usage usage = count(UsageQuestions.of(diff), diff.stored(), content);
        return ContentProblems.of(JudgedChange.of(diff, usage)).warnings();
    }

    /**
     * The overrides of a type that change.
     *
     * @param before those of the type as they are
     * @param after those of the type as they are to be
     */
    record ChangedOverrides(KnownType type, List<SettingOverride> before, List<SettingOverride> after) {
        TypeDiff diff() {
            return DefinedChanges.between(type.stored(), ObeyedModel.of(type, before), ObeyedModel.of(type, after));
        }
    }
}
