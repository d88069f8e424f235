package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.rule.RuleEffect;
import dev.synchronizer.rule.RuleTrial;
import dev.synchronizer.rule.RuleTrial.Look;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a rule would make of an item. */
public final class RuleTrialReport implements Answer {
    private static final String FORMAT = "synchronizer-rule-test/1";

    private final RuleTrial trial;

    public RuleTrialReport(RuleTrial trial) {
        this.trial = trial;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder(
                "%s \"%s\" (%s)\n".formatted(PlainText.of(trial.type()), PlainText.of(trial.name()), trial.item()));
        for (Look look : trial.looks()) {
            text.append(look.language().isEmpty() ? "" : "In " + PlainText.of(look.language()) + ", ")
                    .append(look.language().isEmpty() ? "The condition " : "the condition ")
                    .append(look.holds() ? "holds.\n" : "does not hold.\n");
            look.effects()
                    .forEach(effect -> text.append("  ")
                            .append(PlainText.of(words(effect)))
                            .append('\n'));
        }
        return text.append(trial.isConcerned() ? "Nothing was written.\n" : "The rule is not for such items.\n")
                .toString();
    }

    private static String words(RuleEffect effect) {
        if (effect instanceof RuleEffect.Changed change) {
            return "%s: %s -> %s".formatted(change.place(), value(change.before()), value(change.after()));
        }
        if (effect instanceof RuleEffect.Reported finding) {
            return "reports " + label(finding.severity()) + ": " + finding.message();
        }
        if (effect instanceof RuleEffect.Vetoed veto) {
            return "refuses it: " + veto.message() + " (" + veto.code() + ")";
        }
        if (effect instanceof RuleEffect.Logged log) {
            return "logs " + label(log.level()) + ": " + log.message();
        }
        RuleEffect.Asked asked = (RuleEffect.Asked) effect;
        return "runs " + asked.action() + (asked.arguments().isEmpty() ? "" : " with " + asked.arguments());
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            RuleText.json("rule", trial.rule(), out);
            out.text("item", trial.item().toString());
            out.text("type", trial.type());
            out.text("name", trial.name());
            out.flag("concerned", trial.isConcerned());
            out.array("looks", trial.looks(), look -> write(look, out));
        }));
    }

    private static void write(Look look, JsonOut out) {
        out.object(() -> {
            out.text("language", look.language());
            out.flag("holds", look.holds());
            out.array("effects", look.effects(), effect -> out.object(() -> write(effect, out)));
        });
    }

    private static void write(RuleEffect effect, JsonOut out) {
        if (effect instanceof RuleEffect.Changed change) {
            out.text("does", "set")
                    .text("property", change.place().property())
                    .text("language", change.place().language())
                    .text("before", text(change.before()))
                    .text("after", text(change.after()));
        } else if (effect instanceof RuleEffect.Reported finding) {
            out.text("does", "report")
                    .text("severity", label(finding.severity()))
                    .text("message", finding.message());
        } else if (effect instanceof RuleEffect.Vetoed veto) {
            out.text("does", "veto").text("code", veto.code()).text("message", veto.message());
        } else if (effect instanceof RuleEffect.Logged log) {
            out.text("does", "log").text("level", label(log.level())).text("message", log.message());
        } else if (effect instanceof RuleEffect.Asked asked) {
            out.text("does", "run").text("task", asked.action());
            out.object("arguments", () -> asked.arguments().forEach(out::text));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
