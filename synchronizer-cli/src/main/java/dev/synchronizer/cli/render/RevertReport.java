package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.settings.RevertedSettings;

/** What was or would be taken back. */
public final class RevertReport implements Answer {
    public static final String FORMAT = "synchronizer-revert/1";

    private final RevertedSettings reverted;
    private final boolean dryRun;

    public RevertReport(RevertedSettings reverted, boolean dryRun) {
        this.reverted = reverted;
        this.dryRun = dryRun;
    }

    @Override
    public String text(Style style) {
        if (reverted.overrides().isEmpty()) {
            return "Nothing to do: no such override is saved.\n";
        }
        StringBuilder text = new StringBuilder();
        AdministrationText.standing(reverted.overrides(), text);
        String count = Words.count(reverted.overrides().size(), "override");
        return text.append(dryRun ? count + " would be reverted (dry run).\n" : "Reverted " + count + ".\n")
                .toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            AdministrationJson.begin(FORMAT, reverted.changeNumber(), out);
            out.flag("dryRun", dryRun);
            AdministrationJson.standing(reverted.overrides(), out);
            AdministrationJson.problems(reverted.warnings(), out);
        }));
    }
}
