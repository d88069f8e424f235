package dev.synchronizer.plan;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.Misfits;

/** What changes do to content, in the contract's JSON form; members that say nothing are left out. */
final class ConcernJson {
    private ConcernJson() {}

    /**
     * Writes what a setting's change does.
     *
     * @param ofDeeds whether only what the change is consented to for counts: the values that it loses
     */
    static void write(Concern concern, boolean ofDeeds, JsonOut out) {
        if (!ofDeeds) {
            writeRadius(concern.radius(), out);
        }
        if (!ofDeeds || concern.grade() == Grade.LOSSY) {
            writeMisfits(concern.misfits(), out);
            if (!concern.translations().isEmpty()) {
                out.object("translations", () -> concern.translations().forEach(out::number));
            }
        }
    }

    static void writeRadius(BlastRadius radius, JsonOut out) {
        if (!radius.isNothing()) {
            out.object("blastRadius", () -> {
                out.number("items", radius.items());
                out.number("values", radius.values());
            });
        }
    }

    private static void writeMisfits(Misfits misfits, JsonOut out) {
        if (misfits.values() > 0) {
            out.object("misfits", () -> {
                out.number("items", misfits.items());
                out.number("values", misfits.values());
                out.array(
                        "first",
                        misfits.first(),
                        misfit -> out.object(() -> {
                            out.text("item", misfit.item().id().toString());
                            out.text("name", misfit.item().name());
                            out.text("language", misfit.language());
                            out.text("value", misfit.value());
                        }));
            });
        }
    }
}
