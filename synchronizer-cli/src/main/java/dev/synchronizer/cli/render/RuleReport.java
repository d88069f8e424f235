package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.settings.KeptRule;

/** One rule. */
public final class RuleReport implements Answer {
    static final String FORMAT = "synchronizer-rule/1";

    private final KeptRule kept;

    public RuleReport(KeptRule kept) {
        this.kept = kept;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        RuleText.write(kept.known(), text);
        return text.append("Saved by %s at %s.\n".formatted(PlainText.of(kept.savedBy()), kept.savedAt()))
                .toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", FORMAT);
            write(kept, out);
        }));
    }

    static void write(KeptRule kept, JsonOut out) {
        RuleText.json("rule", kept.known(), out);
        out.text("savedAt", kept.savedAt().toString());
        out.text("savedBy", kept.savedBy());
    }
}
