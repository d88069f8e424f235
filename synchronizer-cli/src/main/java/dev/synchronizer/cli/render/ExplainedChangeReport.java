package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.directory.PlannedChange;

/** What an import would do to one thing, and why. */
public record ExplainedChangeReport(PlannedChange change) implements Answer {
    private static final String FORMAT = "synchronizer-staging-import-explanation/1";

    @Override
    public String text(Style style) {
        String key = change.key().map(known -> " (" + known + ")").orElse("");
        return "%s%s: %s, as %s\n"
                .formatted(
                        PlainText.of(change.path()), PlainText.of(key), change.action(), PlainText.of(change.reason()));
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            ChangeText.members(change, out);
        }));
    }
}
