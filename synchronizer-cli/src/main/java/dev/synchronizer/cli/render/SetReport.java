package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.settings.SavedSetting;
import dev.synchronizer.settings.SavedSettings;

/** What became of settings that were to be saved. */
public final class SetReport implements Answer {
    public static final String FORMAT = "synchronizer-set/1";

    private final SavedSettings saved;

    public SetReport(SavedSettings saved) {
        this.saved = saved;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        AdministrationText.saved(saved.settings(), text);
        long changed = saved.settings().stream().filter(SavedSetting::isChange).count();
        text.append(changed == 0 ? "Nothing to do.\n" : "Saved " + Words.count(changed, "setting") + ".\n");
        return text.toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            AdministrationJson.begin(FORMAT, saved.changeNumber(), out);
            AdministrationJson.saved("settings", saved.settings(), out);
            AdministrationJson.problems(saved.warnings(), out);
        }));
    }
}
