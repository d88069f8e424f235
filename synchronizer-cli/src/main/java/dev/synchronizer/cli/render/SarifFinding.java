package dev.synchronizer.cli.render;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What SARIF calls a result.
 *
 * @param subject what it is about, as problems name it
 * @param kind the kind of thing that this is, or empty where it is no part of a model
 * @param file the file to look at
 */
record SarifFinding(SarifRule rule, String subject, String kind, SarifFile file, String message) {

    /** Every problem, and every breaking or lossy change that no problem tells of. */
    static List<SarifFinding> in(PlanView plan, Places places, SourceFolders folders) {
        List<SarifFinding> findings = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (Problem problem : plan.problems()) {
            subjects.add(problem.subject());
            findings.add(new SarifFinding(
                    SarifRule.of(problem.code()),
                    problem.subject(),
                    places.kindOf(problem.subject()),
                    SarifFile.of(problem, places, folders),
                    "%s: %s. Fix: %s.".formatted(problem.subject(), problem.message(), problem.fix())));
        }
        for (TypeView type : plan.types()) {
            String name = type.entry().name();
            if (!subjects.contains(name) && isGraveByItself(type)) {
                findings.add(of(type.entry(), name, "type", places, folders));
            }
            for (PropertyView property : type.properties()) {
                String path = name + "." + property.entry().name();
                if (!subjects.contains(path) && property.entry().grade() != Grade.COMPATIBLE) {
                    findings.add(of(property.entry(), path, "member", places, folders));
                }
            }
        }
        return findings;
    }

    /** Whether more than its properties makes a type's change grave. */
    private static boolean isGraveByItself(TypeView type) {
        boolean byProperties = type.properties().stream()
                .anyMatch(property -> property.entry().grade() == type.entry().grade());
        return type.entry().grade() != Grade.COMPATIBLE && !byProperties;
    }

    private static SarifFinding of(EntryView entry, String path, String kind, Places places, SourceFolders folders) {
        List<String> changes = entry.settings().stream()
                .filter(setting -> setting.grade() != Grade.COMPATIBLE)
                .map(SarifFinding::change)
                .toList();
        String detail = changes.isEmpty() ? "" : "; " + String.join(", ", changes);
        return new SarifFinding(
                SarifRule.of(entry.grade()),
                path,
                kind,
                SarifFile.of(path, places, folders),
                path + " is " + Words.phrase(entry) + detail + ".");
    }

    private static String change(SettingView setting) {
        String effect = setting.unusualEffect();
        return "%s changes from %s to %s%s"
                .formatted(
                        setting.name(),
                        Words.value(setting.from()),
                        Words.value(setting.to()),
                        effect == null ? "" : " (" + effect + ")");
    }

    void write(int ruleIndex, JsonOut out) {
        out.object(() -> {
            out.text("ruleId", rule.id());
            out.number("ruleIndex", ruleIndex);
            out.text("level", rule.level());
            out.object("message", () -> out.text("text", message));
            out.array("locations", List.of(this), finding -> finding.location(out));
        });
    }

    private void location(JsonOut out) {
        out.object(() -> {
            out.name("physicalLocation");
            file.write(out);
            if (!kind.isEmpty()) {
                out.array(
                        "logicalLocations",
                        List.of(this),
                        finding -> out.object(() -> {
                            out.text("fullyQualifiedName", finding.subject());
                            out.text("kind", finding.kind());
                        }));
            }
        });
    }
}
