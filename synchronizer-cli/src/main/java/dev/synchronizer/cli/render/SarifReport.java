package dev.synchronizer.cli.render;

import dev.synchronizer.diff.Grade;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** SARIF 2.1.0: every problem, and every breaking or lossy change that no problem tells of. */
public final class SarifReport implements Report {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*([.#][A-Za-z_$][\\w$]*)*");

    @Override
    public String render(ReportInput input) {
        List<Finding> findings = findings(PlanView.of(input.plan(), input.all()));
        TreeMap<String, Rule> rules = new TreeMap<>();
        findings.forEach(finding -> rules.put(finding.rule().id(), finding.rule()));
        List<String> order = List.copyOf(rules.keySet());
        return JsonOut.pretty(out -> out.object(() -> {
            out.text("$schema", SCHEMA);
            out.text("version", "2.1.0");
            out.array(
                    "runs",
                    List.of(findings),
                    run -> out.object(() -> {
                        out.object(
                                "tool",
                                () -> out.object("driver", () -> {
                                    out.text("name", "synchronizer");
                                    out.text("version", input.version());
                                    out.array("rules", rules.values(), rule -> rule(rule, out));
                                }));
                        out.text("columnKind", "utf16CodeUnits");
                        out.array(
                                "results",
                                run,
                                finding -> result(
                                        finding, order.indexOf(finding.rule().id()), out));
                    }));
        }));
    }

    private static List<Finding> findings(PlanView plan) {
        List<Finding> findings = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (Problem problem : plan.problems()) {
            subjects.add(problem.subject());
            findings.add(Finding.of(problem));
        }
        for (TypeView type : plan.types()) {
            String name = type.entry().name();
            if (!subjects.contains(name) && isGraveByItself(type)) {
                findings.add(Finding.of(type.entry(), name, "type"));
            }
            for (PropertyView property : type.properties()) {
                String path = name + "." + property.entry().name();
                if (!subjects.contains(path) && property.entry().grade() != Grade.COMPATIBLE) {
                    findings.add(Finding.of(property.entry(), path, "member"));
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

    private static void rule(Rule rule, JsonOut out) {
        out.object(() -> {
            out.text("id", rule.id());
            out.text("name", rule.name());
            out.object("shortDescription", () -> out.text("text", rule.summary() + "."));
            out.object("help", () -> out.text("text", rule.help() + "."));
            out.object("defaultConfiguration", () -> out.text("level", rule.level()));
        });
    }

    private static void result(Finding finding, int ruleIndex, JsonOut out) {
        out.object(() -> {
            out.text("ruleId", finding.rule().id());
            out.number("ruleIndex", ruleIndex);
            out.text("level", finding.rule().level());
            out.object("message", () -> out.text("text", finding.message()));
            if (!finding.kind().isEmpty()) {
                out.array("locations", List.of(finding), place -> location(place, out));
            }
        });
    }

    private static void location(Finding finding, JsonOut out) {
        out.object(() -> out.array(
                "logicalLocations",
                List.of(finding),
                place -> out.object(() -> {
                    out.text("fullyQualifiedName", place.subject());
                    out.text("kind", place.kind());
                })));
    }

    private record Rule(String id, String name, String summary, String help, String level) {
        static Rule of(ProblemCode code) {
            return new Rule(
                    code.id(),
                    camelCase(code.name()),
                    code.summary(),
                    capital(code.fix()),
                    code.severity() == Severity.ERROR ? "error" : "warning");
        }

        static Rule of(Grade grade) {
            return grade == Grade.LOSSY
                    ? new Rule(
                            "lossy-change",
                            "LossyChange",
                            "A change loses or alters stored values",
                            "Add a migration step, or make sure that nobody misses the values",
                            "error")
                    : new Rule(
                            "breaking-change",
                            "BreakingChange",
                            "A change makes stored items or values invalid or invisible",
                            "Make sure that editors know what they have to do",
                            "warning");
        }

        private static String capital(String text) {
            return Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }

        private static String camelCase(String constant) {
            StringBuilder name = new StringBuilder();
            for (String word : constant.split("_", -1)) {
                name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
            }
            return name.toString();
        }
    }

    private record Finding(Rule rule, String subject, String kind, String message) {
        static Finding of(Problem problem) {
            return new Finding(
                    Rule.of(problem.code()),
                    problem.subject(),
                    kindOf(problem.subject()),
                    "%s: %s. Fix: %s.".formatted(problem.subject(), problem.message(), problem.fix()));
        }

        /** Empty where it is no part of a model: a file, the database, a policy. */
        private static String kindOf(String subject) {
            if (!NAME.matcher(subject).matches()) {
                return "";
            }
            String last = subject.substring(subject.lastIndexOf('.') + 1);
            boolean member = subject.indexOf('#') >= 0 || last.length() < subject.length() && !isCapital(last);
            return member ? "member" : "type";
        }

        private static boolean isCapital(String name) {
            return Character.isUpperCase(name.charAt(0));
        }

        static Finding of(EntryView entry, String path, String kind) {
            List<String> changes = entry.settings().stream()
                    .filter(setting -> setting.grade() != Grade.COMPATIBLE)
                    .map(setting -> "%s changes from %s to %s"
                            .formatted(setting.name(), Words.value(setting.from()), Words.value(setting.to())))
                    .toList();
            String detail = changes.isEmpty() ? "" : "; " + String.join(", ", changes);
            return new Finding(Rule.of(entry.grade()), path, kind, path + " is " + Words.phrase(entry) + detail + ".");
        }
    }
}
