package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.rule.ActionText;
import dev.synchronizer.rule.KnownRule;
import dev.synchronizer.rule.Rule;
import dev.synchronizer.rule.RuleAction;
import dev.synchronizer.rule.UnreadableRule;
import org.jspecify.annotations.Nullable;

/** Rules in words, and in JSON. */
final class RuleText {
    private RuleText() {}

    static void write(KnownRule rule, StringBuilder text) {
        text.append(PlainText.of(rule.name()))
                .append(rule.enabled() ? "" : " (disabled)")
                .append('\n');
        line("store", rule.store(), text);
        line("types", types(rule), text);
        line("order", Integer.toString(rule.order()), text);
        if (rule instanceof UnreadableRule unreadable) {
            text.append("It cannot be read: ")
                    .append(PlainText.of(unreadable.reason()))
                    .append(".\n");
        } else {
            deeds(rule.readable(), text);
        }
    }

    private static void deeds(Rule rule, StringBuilder text) {
        line("when", rule.isUnconditional() ? "always" : rule.condition(), text);
        for (RuleAction action : rule.actions()) {
            line("do", ActionText.print(action), text);
        }
    }

    static String types(KnownRule rule) {
        return rule.types().isEmpty() ? "all" : String.join(", ", rule.types());
    }

    private static void line(String title, String value, StringBuilder text) {
        text.append("  ")
                .append(title)
                .append(" ".repeat(7 - title.length()))
                .append(PlainText.of(value))
                .append('\n');
    }

    static void json(String name, @Nullable KnownRule rule, JsonOut out) {
        out.name(name);
        if (rule == null) {
            out.nothing();
        } else {
            rule.writeTo(out);
        }
    }
}
