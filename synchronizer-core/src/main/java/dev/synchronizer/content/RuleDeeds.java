package dev.synchronizer.content;

import dev.synchronizer.problem.FindingSeverity;
import dev.synchronizer.rule.RuleEffect;
import dev.synchronizer.rule.RuleOutcome;
import dev.synchronizer.saving.Finding;
import dev.synchronizer.saving.SaveOptions;
import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.SaveVetoedException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what comes of rules, but for the values that they set. */
final class RuleDeeds {
    private static final Logger LOG = LoggerFactory.getLogger(RuleStep.class);

    private final SavePath path;
    private final SaveOptions options;

    RuleDeeds(SavePath path, SaveOptions options) {
        this.path = path;
        this.options = options;
    }

    /**
     * What rules find.
     *
     * @throws SaveVetoedException if a rule refuses the item
     */
    List<Finding> judge(ItemDraft draft, RuleOutcome outcome, String language) {
        outcome.veto().ifPresent(veto -> {
            throw refusal(draft, veto);
        });
        return outcome.findings().stream()
                .map(reported -> finding(reported, language))
                .toList();
    }

    static SaveVetoedException refusal(ItemDraft draft, RuleEffect.Vetoed veto) {
        return new SaveVetoedException(draft.subject(), "the rule " + veto.rule(), veto.code(), veto.message());
    }

    static Finding finding(RuleEffect.Reported reported, String language) {
        FindingSeverity severity = reported.severity();
        return new Finding(reported.rule(), severity, "", language, reported.message());
    }

    static void log(ItemDraft draft, RuleEffect.Logged logged) {
        LOG.atLevel(logged.level()).log("Rule {}: {} ({})", logged.rule(), logged.message(), draft.subject());
    }

    /** Logs what is to be logged, and has the application's own actions done. */
    void act(ItemDraft draft, RuleOutcome outcome) {
        for (RuleEffect effect : outcome.effects()) {
            if (effect instanceof RuleEffect.Logged logged) {
                log(draft, logged);
            } else if (effect instanceof RuleEffect.Asked asked) {
                path.act(draft, options, asked.action(), asked.arguments());
            }
        }
    }
}
