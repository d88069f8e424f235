package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.settings.StandingOverride;
import java.util.List;

/** What administrators saved, one a line, and what it is worth. */
public final class OverridesReport implements Answer {
    private final List<StandingOverride> overrides;

    public OverridesReport(List<StandingOverride> overrides) {
        this.overrides = overrides;
    }

    @Override
    public String text(Style style) {
        if (overrides.isEmpty()) {
            return "No setting is overridden.\n";
        }
        Columns columns = new Columns("setting", "saved", "default", "standing", "by", "at");
        for (StandingOverride saved : overrides) {
            columns.add(
                    saved.address().toString(),
                    Sources.value(saved.override().value()),
                    Sources.value(saved.defaultNow()),
                    saved.standing().label(),
                    PlainText.of(saved.override().savedBy()),
                    Sources.when(saved.override()).toString());
        }
        return columns.toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-overrides/1");
            out.array("overrides", overrides, saved -> write(saved, out));
        }));
    }

    private static void write(StandingOverride saved, JsonOut out) {
        out.object(() -> {
            out.text("address", saved.address().toString());
            Sources.write("value", saved.override().value(), out);
            Sources.write("defaultThen", saved.override().defaultThen(), out);
            Sources.write("defaultNow", saved.defaultNow(), out);
            Sources.write("effective", saved.effective(), out);
            out.text("standing", saved.standing().label());
            out.text("savedBy", saved.override().savedBy());
            out.text("savedAt", saved.override().savedAt().toString());
        });
    }
}
