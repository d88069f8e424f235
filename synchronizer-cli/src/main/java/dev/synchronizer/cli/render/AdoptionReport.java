package dev.synchronizer.cli.render;

import dev.synchronizer.catalog.AdoptedAnnotation;
import dev.synchronizer.catalog.Adoption;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.SettingKey;
import java.util.List;

/** Annotations to paste; whatever else is said is a comment. */
public final class AdoptionReport implements Answer {
    private final Adoption adoption;

    public AdoptionReport(Adoption adoption) {
        this.adoption = adoption;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        for (AdoptedAnnotation annotation : adoption.annotations()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("// ")
                    .append(place(annotation))
                    .append('\n');
            if (!annotation.annotation().isEmpty()) {
                text.append(annotation.annotation()).append('\n');
            }
            if (!annotation.leaveOut().isEmpty()) {
                text.append("// leave out: ")
                        .append(String.join(", ", labels(annotation)))
                        .append('\n');
            }
        }
        text.append(text.isEmpty() || adoption.left().isEmpty() ? "" : "\n");
        adoption.left()
                .forEach(left -> text.append("// ")
                        .append(left.setting())
                        .append(" stays as it is: ")
                        .append(left.reason())
                        .append('\n'));
        return text.isEmpty() ? "// nothing was saved that code could take over\n" : text.toString();
    }

    private static String place(AdoptedAnnotation annotation) {
        if (annotation.property() == null) {
            return annotation.className();
        }
        String place = annotation.className() + ", property " + annotation.property();
        return annotation.declaredIn() == null
                ? place
                : place + " (" + annotation.declaredIn()
                        + " declares it, maybe for others too: override its getter here)";
    }

    private static List<String> labels(AdoptedAnnotation annotation) {
        return annotation.leaveOut().stream().map(SettingKey::label).toList();
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("format", "synchronizer-adoption/1");
            out.array("annotations", adoption.annotations(), annotation -> write(annotation, out));
            out.array(
                    "left",
                    adoption.left(),
                    left -> out.object(() -> {
                        out.text("address", left.setting().toString());
                        out.text("reason", left.reason());
                    }));
        }));
    }

    private static void write(AdoptedAnnotation annotation, JsonOut out) {
        out.object(() -> {
            out.text("class", annotation.className());
            out.text("property", annotation.property());
            out.text("declaredIn", annotation.declaredIn());
            out.text("annotation", annotation.annotation());
            out.texts("leaveOut", labels(annotation));
        });
    }
}
