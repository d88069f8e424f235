package dev.synchronizer.model;

import dev.synchronizer.annotation.Migration;
import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;

/** Migration steps as canonical JSON. */
final class StepJson {
    private StepJson() {}

    static void write(StepModel step, JsonOut out) {
        out.object(() -> {
            out.text("name", step.name());
            out.text("class", step.className());
            out.text("version", step.version());
            out.number("order", step.order());
            out.text("phase", step.phase().name());
            out.text("checksum", step.checksum());
        });
    }

    /** Reads what {@link #write} wrote; fields that are not known are left out. */
    static StepModel read(JsonIn in) {
        Parts parts = new Parts();
        in.object(member -> {
            switch (member) {
                case "name" -> parts.name = in.text();
                case "class" -> parts.className = in.text();
                case "version" -> parts.version = in.text();
                case "order" -> parts.order = (int) in.number();
                case "phase" -> parts.phase = Migration.Phase.valueOf(in.text());
                case "checksum" -> parts.checksum = in.text();
                default -> in.skip();
            }
        });
        return new StepModel(parts.name, parts.className, parts.version, parts.order, parts.phase, parts.checksum);
    }

    private static final class Parts {
        String name = "";
        String className = "";
        String version = "";
        int order;
        Migration.Phase phase = Migration.Phase.AFTER;
        String checksum = "";
    }
}
