package dev.synchronizer.cli.render;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Severity;
import java.util.Locale;

/** What SARIF calls a rule: a code, or a grade that no code stands for. */
record SarifRule(String id, String name, String summary, String help, String level) {
    static SarifRule of(ProblemCode code) {
        return new SarifRule(
                code.id(),
                camelCase(code.name()),
                code.summary(),
                Words.capital(code.fix()),
                code.severity() == Severity.ERROR ? "error" : "warning");
    }

    static SarifRule of(Grade grade) {
        return grade == Grade.LOSSY
                ? new SarifRule(
                        "lossy-change",
                        "LossyChange",
                        "A change loses or alters stored values",
                        "Add a migration step, or make sure that nobody misses the values",
                        "error")
                : new SarifRule(
                        "breaking-change",
                        "BreakingChange",
                        "A change makes stored items or values invalid or invisible",
                        "Make sure that editors know what they have to do",
                        "warning");
    }

    void write(JsonOut out) {
        out.object(() -> {
            out.text("id", id);
            out.text("name", name);
            out.object("shortDescription", () -> out.text("text", summary + "."));
            out.object("help", () -> out.text("text", help + "."));
            out.object("defaultConfiguration", () -> out.text("level", level));
        });
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
