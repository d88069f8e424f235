package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.settings.KeptRule;
import java.util.List;

/** All rules. */
public final class RulesReport implements Answer {
    private static final String FORMAT = "synchronizer-rules/1";

    private final List<KeptRule> rules;

    public RulesReport(List<KeptRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public String text(Style style) {
        if (rules.isEmpty()) {
            return "There are no rules.\n";
        }
        Columns columns = new Columns("order", "name", "state", "store", "types");
        for (KeptRule kept : rules) {
            KnownRule rule = kept.known();
            columns.add(
                    Integer.toString(rule.order()),
                    PlainText.of(rule.name()),
                    (rule.enabled() ? "enabled" : "disabled") + (kept.isReadable() ? "" : ", unreadable"),
                    PlainText.of(rule.store()),
                    PlainText.of(RuleText.types(rule)));
        }
        return columns.toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.array("rules", rules, kept -> out.object(() -> RuleReport.write(kept, out)));
        }));
    }
}
