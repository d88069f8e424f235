package dev.synchronizer.cli.render;

import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.model.Settings;
import dev.synchronizer.settings.DefinedPart;
import dev.synchronizer.settings.DefinedType;

/** What became of a definition. */
public final class DefineReport implements Answer {
    public static final String FORMAT = "synchronizer-define/1";

    private final DefinedType defined;

    public DefineReport(DefinedType defined) {
        this.defined = defined;
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        for (DefinedPart part : defined.parts()) {
            text.append(sign(part)).append(' ').append(part.address()).append('\n');
            AdministrationText.defined(part.address(), part.before(), part.after())
                    .forEach(change -> text.append("    ").append(change).append('\n'));
            if (part.converted() > 0) {
                text.append("    ")
                        .append(Words.count(part.converted(), "value"))
                        .append(" converted\n");
            }
        }
        AdministrationText.saved(defined.overrides(), text);
        return text.append(defined.isWritten() ? "Defined " + defined.type().name() + ".\n" : "Nothing to do.\n")
                .toString();
    }

    private static char sign(DefinedPart part) {
        return part.isNew() ? '+' : part.isChange() ? '~' : '=';
    }

    @Override
    public String json() {
        return JsonOut.pretty(out -> out.object(() -> {
            AdministrationJson.begin(FORMAT, defined.changeNumber(), out);
            out.text("name", defined.type().name());
            out.text("guid", defined.type().guid().toString());
            out.array("parts", defined.parts(), part -> part(part, out));
            AdministrationJson.saved("overrides", defined.overrides(), out);
            AdministrationJson.problems(defined.warnings(), out);
        }));
    }

    private static void part(DefinedPart part, JsonOut out) {
        out.object(() -> {
            AdministrationJson.place(part.address(), out);
            out.text("state", part.isNew() ? "new" : part.isChange() ? "changed" : "unchanged");
            Settings before = part.before();
            out.name("before");
            if (before == null) {
                out.nothing();
            } else {
                ModelJson.writeSettings(before, out);
            }
            out.name("after");
            ModelJson.writeSettings(part.after(), out);
            if (part.converted() > 0) {
                out.number("converted", part.converted());
            }
        });
    }
}
