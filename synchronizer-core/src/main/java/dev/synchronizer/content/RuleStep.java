package dev.synchronizer.content;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.rule.RuleEffect;
import dev.synchronizer.rule.RuleFacts;
import dev.synchronizer.rule.RuleOutcome;
import dev.synchronizer.rule.RuleSet;
import dev.synchronizer.saving.ChangeSet;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOperation;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SaveVetoedException;
import dev.synchronizer.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Has rules look at items that were saved, and carries out what comes of them, but for the values that they set. */
final class RuleStep {
    private final RuleSet rules;
    private final SavePath path;
    private final SaveOptions options;
    private final RuleDeeds deeds;
    private final Map<ItemDraft, SetByRules> set = new LinkedHashMap<>();
    private final Map<ItemDraft, List<Finding>> kept = new LinkedHashMap<>();
    private final List<Task> tasks = new ArrayList<>();

    /** What a rule asks the application for, on account of an item. */
    record Task(ItemDraft draft, Runnable deed) {}

    RuleStep(RuleSet rules, SavePath path, SaveOptions options) {
        this.rules = rules;
        this.path = path;
        this.options = options;
        deeds = new RuleDeeds(path, options);
    }

    /** The drafts that rules set other values in, with these. */
    Map<ItemDraft, SetByRules> set() {
        return set;
    }

    /** What rules ask the application for, to be done once what they set is written. */
    List<Task> tasks() {
        return tasks;
    }

    /** What is to be kept with items. */
    Map<ItemDraft, List<Finding>> kept() {
        return kept;
    }

    /**
     * Looks at one item. Each language in which something changed is looked at by itself.
     *
     * @throws SaveVetoedException if a rule refuses it
     */
    void look(ItemDraft draft) {
        // What is out of use can be deleted, whatever rules there are.
        if (draft.type().effective() == null
                || rules.forType(draft.type().name()).isEmpty()) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        SetByRules places = new SetByRules();
        Values values = draft.after();
        for (String language : languages(draft)) {
            RuleOutcome outcome = rules.apply(facts(draft, values, language));
            for (RuleEffect effect : outcome.effects()) {
                carryOut(effect, draft, language, findings, places);
            }
            values = outcome.values();
        }
        List<Finding> worth = path.found(draft, options, findings);
        if (!worth.isEmpty()) {
            kept.put(draft, worth);
        }
        if (!values.equals(draft.after()) && isAlive(draft)) {
            set.put(draft, places);
        }
    }

    /**
     * Has them say whether they would refuse an item once it is written, and carries nothing out; not where something is in the
     * way anyway. What they would find to be critical, the draft is told, so that somebody is asked in time.
     *
     * @param violations what was found so far; is told of what they would find to be fatal
     * @throws SaveVetoedException if one would veto it
     */
    void requireAccepted(ItemDraft draft, Violations violations) {
        if (draft.type().effective() == null
                || !violations.fatal(path.validators()).isEmpty()) {
            return;
        }
        List<Finding> found = new ArrayList<>();
        Values values = draft.after();
        for (String language : languages(draft)) {
            RuleOutcome outcome = rules.apply(facts(draft, values, language));
            found.addAll(deeds.judge(draft, outcome, language));
            values = outcome.values();
        }
        violations.addAll(of(FindingSeverity.FATAL, found));
        draft.foresee(of(FindingSeverity.CRITICAL, found));
    }

    private static List<Finding> of(FindingSeverity severity, List<Finding> found) {
        return found.stream().filter(finding -> finding.severity() == severity).toList();
    }

    /** What goes into the recycle bin, or away, is not saved once more. */
    private static boolean isAlive(ItemDraft draft) {
        return draft.operation() != SaveOperation.PURGE && draft.row().deleted() == null;
    }

    private static SortedSet<String> languages(ItemDraft draft) {
        SortedSet<String> languages = draft.changes().languages();
        if (languages.isEmpty()) {
            languages.add("");
        }
        return languages;
    }

    private RuleFacts facts(ItemDraft draft, Values values, String language) {
        @Nullable HeldItem held = draft.held();
        ChangeSet changed = values.equals(draft.after()) ? draft.changes() : ChangeSet.between(draft.before(), values);
        return new RuleFacts(
                draft.type().name(),
                draft.row().name(),
                values,
                held == null ? null : held.own(),
                List.copyOf(changed.properties()),
                draft.operation().name(),
                options.origin().name(),
                path.store(),
                language,
                draft.actor());
    }

    private void carryOut(
            RuleEffect effect, ItemDraft draft, String language, List<Finding> findings, SetByRules places) {
        if (effect instanceof RuleEffect.Vetoed veto) {
            throw RuleDeeds.refusal(draft, veto);
        } else if (effect instanceof RuleEffect.Changed change) {
            places.add(change);
        } else if (effect instanceof RuleEffect.Reported reported) {
            findings.add(RuleDeeds.finding(reported, language));
        } else if (effect instanceof RuleEffect.Logged logged) {
            RuleDeeds.log(draft, logged);
        } else if (effect instanceof RuleEffect.Asked asked) {
            tasks.add(new Task(draft, () -> path.act(draft, options, asked.action(), asked.arguments())));
        }
    }
}
