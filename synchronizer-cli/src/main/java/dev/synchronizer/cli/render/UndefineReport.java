package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.settings.DeletedPart;
import dev.synchronizer.settings.StandingOverride;
import dev.synchronizer.settings.Undefined;

/** What was deleted. */
public final class UndefineReport implements Answer {
    public static final String FORMAT = "synchronizer-undefine/1";

    private final Undefined undefined;

    public UndefineReport(Undefined undefined) {
        this.undefined = undefined;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        for (DeletedPart part : undefined.parts()) {
            text.append("- ").append(part.address()).append('\n');
        }
        for (StandingOverride override : undefined.overrides()) {
            text.append("- ")
                    .append(override.address())
                    .append(": ")
                    .append(AdministrationText.value(override.override().value()))
                    .append(", saved by ")
                    .append(PlainText.of(override.override().savedBy()))
                    .append('\n');
        }
        int properties = undefined.parts().size() - 1;
        return text.append("Deleted %s with %s%s.\n"
                        .formatted(
                                undefined.parts().get(0).address(),
                                properties == 0 ? "" : Words.count(properties, "property") + " and ",
                                Words.count(undefined.overrides().size(), "override")))
                .toString();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            AdministrationJson.begin(FORMAT, undefined.changeNumber(), out);
            out.array(
                    "deleted",
                    undefined.parts(),
                    part -> out.object(() -> {
                        AdministrationJson.place(part.address(), out);
                        out.name("settings");
                        ModelJson.writeSettings(part.before(), out);
                    }));
            AdministrationJson.standing(undefined.overrides(), out);
            AdministrationJson.problems(Problems.none(), out);
        }));
    }
}
