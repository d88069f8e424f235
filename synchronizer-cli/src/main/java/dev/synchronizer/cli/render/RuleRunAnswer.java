package dev.synchronizer.cli.render;

import dev.synchronizer.content.ItemChange;
import dev.synchronizer.content.ItemFinding;
import dev.synchronizer.content.RefusedItem;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.reapplication.RuleRunReport;
import dev.synchronizer.saving.Change;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What an application of rules to items came to. */
public final class RuleRunAnswer implements Answer {
    public static final String FORMAT = "synchronizer-rule-run/1";

    private final RuleRunReport report;
    private final List<RefusedItem> refusals;

    /** @param refusals the items that were left as they are, as far as they are to be listed */
    public RuleRunAnswer(RuleRunReport report, List<RefusedItem> refusals) {
        this.report = report;
        this.refusals = List.copyOf(refusals);
    }

    public RuleRunReport report() {
        return report;
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
        for (RefusedItem refused : refusals) {
            text.append(item(refused.type(), refused.name(), refused.id(), style));
            for (Problem problem : refused.problems()) {
                text.append("    %s %s.\n".formatted(problem.code().id(), PlainText.of(problem.message())));
            }
        }
        if (refusals.size() < report.refused()) {
            text.append("... and %d more; --format json lists all of them.\n"
                    .formatted(report.refused() - refusals.size()));
        }
        if (!report.changedRules().isEmpty()) {
            text.append("Begun anew, for the rules are not those any more of what was broken off: %s.\n"
                    .formatted(PlainText.of(report.changedRules())));
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
        String found = report.found() == 0 ? "" : ", %d found".formatted(report.found());
        return "Looked at %s%s: %d %s, %d left as they are%s.\n"
                .formatted(
                        Words.count(report.looked(), "item"),
                        resumed,
                        report.changed(),
                        report.isDryRun() ? "would change" : "changed",
                        report.refused(),
                        found);
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
            if (!report.changedRules().isEmpty()) {
                out.text("changedRules", report.changedRules());
            }
            out.number("looked", report.looked());
            out.number("changed", report.changed());
            out.number("refused", report.refused());
            out.number("found", report.found());
            out.array("changes", report.changes(), change -> write(change, out));
            out.array("refusals", refusals, refused -> write(refused, out));
            out.array("findings", report.findings(), found -> write(found, out));
        }));
    }

    private static void write(ItemChange change, JsonOut out) {
        out.object(() -> {
            named(change.id().toString(), change.type(), change.name(), out);
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
            named(refused.id().toString(), refused.type(), refused.name(), out);
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

    private static void write(ItemFinding found, JsonOut out) {
        out.object(() -> {
            named(found.item().key(), found.item().type(), found.item().name(), out);
            FindingJson.members(found.finding(), out);
        });
    }

    private static void named(String id, String type, String name, JsonOut out) {
        out.text("id", id);
        out.text("type", type);
        out.text("name", name);
    }
}
