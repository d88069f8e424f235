package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.Fingerprint;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.plan.PlanJson;
import dev.synchronizer.plan.SyncPlan;

/** What was found out about models alone, in the form {@code synchronizer-validation/1}. */
final class ValidationJson {
    /** The name and version of the form. */
    static final String FORMAT = "synchronizer-validation/1";

    private ValidationJson() {}

    /** Models that are not valid are not counted: they may have been read in part only. */
    static void write(SyncPlan found, Outcome outcome, JsonOut out) {
        out.object(() -> {
            out.text("format", FORMAT);
            out.flag("valid", outcome instanceof Outcome.Valid);
            if (outcome instanceof Outcome.Valid valid) {
                sizes(valid.model(), out);
            }
            PlanJson.writeProblems("problems", found.problems(), out);
            PlanJson.writeProblems("suppressed", found.suppressed(), out);
        });
    }

    private static void sizes(ContentModel model, JsonOut out) {
        ModelSize size = new ModelSize(model);
        out.object("summary", () -> {
            out.number("modules", size.modules().size());
            out.number("types", size.types());
            out.number("properties", size.properties());
        });
        out.array("modules", size.modules(), module -> module(module, out));
    }

    private static void module(ModuleModel module, JsonOut out) {
        ModelSize size = new ModelSize(ContentModel.of(module));
        out.object(() -> {
            out.text("name", module.name());
            out.text("version", module.version());
            out.text("fingerprint", Fingerprint.of(module));
            out.number("types", size.types());
            out.number("properties", size.properties());
        });
    }
}
