package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.settings.SavedRule;

/** What became of a rule. */
public final class RuleChangeReport implements Answer {
    public static final String FORMAT = "synchronizer-rule-change/1";

    private final SavedRule saved;

    public RuleChangeReport(SavedRule saved) {
        this.saved = saved;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        KnownRule after = saved.after();
        if (after != null) {
            RuleText.write(after, text);
        }
        return text.append(sentence()).append('\n').toString();
    }

    private String sentence() {
        if (!saved.isChange()) {
            return "Nothing to do.";
        }
        if (saved.after() == null) {
            return "Removed.";
        }
        return saved.before() == null ? "Added." : "Saved.";
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            AdministrationJson.begin(FORMAT, saved.changeNumber(), out);
            RuleText.json("before", saved.before(), out);
            RuleText.json("after", saved.after(), out);
            AdministrationJson.problems(Problems.none(), out);
        }));
    }
}
