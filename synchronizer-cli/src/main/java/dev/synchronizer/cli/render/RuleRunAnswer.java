package dev.synchronizer.cli.render;

import dev.synchronizer.content.ItemChange;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.saving.Change;
import java.util.Locale;
import java.util.UUID;

/** What an application of rules to items came to. */
public final class RuleRunAnswer implements Answer {
    public static final String FORMAT = "synchronizer-rule-run/1";

    private final RuleRunReport report;

    public RuleRunAnswer(RuleRunReport report) {
        this.report = report;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        if (report.isDryRun()) {
            report.changes()
                    .forEach(change -> text.append(item(change.type(), change.name(), change.id(), style))
                            .append("    ")
                            .append(places(change))
                            .append('\n'));
        }
        for (RefusedItem refused : report.refusals()) {
            text.append(item(refused.type(), refused.name(), refused.id(), style));
            for (Problem problem : refused.problems()) {
                text.append("    %s %s.\n".formatted(problem.code().id(), PlainText.of(problem.message())));
            }
        }
        return text.append(summary()).toString();
    }

    private static String item(String type, String name, UUID id, Style style) {
        return style.bold(type + " " + Words.value(name)) + "  " + id + "\n";
    }

    private static String places(ItemChange change) {
        StringBuilder places = new StringBuilder();
        for (Change each : change.changes().all()) {
            places.append(places.length() == 0 ? "" : ", ")
                    .append(each.place())
                    .append(' ')
                    .append(each.kind().name().toLowerCase(Locale.ROOT));
        }
        return places.toString();
    }

    private String summary() {
        String resumed =
                report.resumedAfter() == 0 ? "" : " (%d of them before it went on)".formatted(report.resumedAfter());
        return "Looked at %s%s: %d %s, %d left as they are.\n"
                .formatted(
                        Words.count(report.looked(), "item"),
                        resumed,
                        report.changed(),
                        report.isDryRun() ? "would change" : "changed",
                        report.refused());
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            out.flag("dryRun", report.isDryRun());
            if (!report.isDryRun()) {
                out.number("run", report.run());
                out.number("resumedAfter", report.resumedAfter());
            }
            out.number("looked", report.looked());
            out.number("changed", report.changed());
            out.number("refused", report.refused());
            out.array("changes", report.changes(), change -> write(change, out));
            out.array("refusals", report.refusals(), refused -> write(refused, out));
        }));
    }

    private static void write(ItemChange change, JsonOut out) {
        out.object(() -> {
            named(change.id(), change.type(), change.name(), out);
            out.array(
                    "changes",
                    change.changes().all(),
                    each -> out.object(() -> {
                        out.text("place", each.place().toString());
                        out.text("kind", each.kind().name().toLowerCase(Locale.ROOT));
                    }));
        });
    }

    private static void write(RefusedItem refused, JsonOut out) {
        out.object(() -> {
            named(refused.id(), refused.type(), refused.name(), out);
            out.array(
                    "problems",
                    refused.problems(),
                    problem -> out.object(() -> {
                        out.text("code", problem.code().id());
                        out.text("severity", problem.severity().name().toLowerCase(Locale.ROOT));
                        out.text("message", problem.message());
                        out.text("subject", problem.subject());
                        out.text("fix", problem.fix());
                    }));
        });
    }

    private static void named(UUID id, String type, String name, JsonOut out) {
        out.text("id", id.toString());
        out.text("type", type);
        out.text("name", name);
    }
}
