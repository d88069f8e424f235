package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.model.ModuleModel;
import dev.synchronizer.plan.SyncPlan;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JUnit's XML: a suite for each module with a case for each type, one for policies, one for all other problems. */
public final class JunitReport implements Report {
    @Override
    public String render(ReportInput input) {
        Map<String, List<Case>> suites = new TreeMap<>();
        PlanView plan = PlanView.of(input.plan(), true);
        List<Problem> others = new ArrayList<>(plan.problems());
        for (ModuleView module : plan.modules()) {
            suites.put(module.name(), new ArrayList<>(List.of(new Case("(module)", null))));
        }
        if (input.outcome() instanceof Outcome.Valid valid) {
            new ModelSize(valid.model()).modules().forEach(module -> suites.put(module.name(), casesOf(module)));
        }
        for (TypeView type : plan.types()) {
            List<Problem> own = problemsOf(type.entry().name(), input.plan());
            others.removeAll(own);
            String suite = type.module().isEmpty() ? "(administrators)" : type.module();
            suites.computeIfAbsent(suite, name -> new ArrayList<>())
                    .add(new Case(type.entry().name(), failure(type.entry(), own)));
        }
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        suites.forEach((name, cases) -> suite(name, cases, xml));
        suite("policies", policies(input), xml);
        suite("problems", problems(others, input), xml);
        return xml.append("</testsuites>\n").toString();
    }

    private static List<Case> casesOf(ModuleModel module) {
        return module.types().stream().map(type -> new Case(type.name(), null)).toList();
    }

    private static List<Problem> problemsOf(String type, SyncPlan plan) {
        return plan.problems()
                .only(problem ->
                        problem.subject().equals(type) || problem.subject().startsWith(type + "."))
                .asList();
    }

    private static @Nullable String failure(EntryView type, List<Problem> problems) {
        List<String> lines = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::toString)
                .toList();
        if (lines.isEmpty() && type.state() == ChangeState.CONFLICT) {
            return Words.phrase(type);
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static List<Case> policies(ReportInput input) {
        return input.policies().stream()
                .map(kind -> new Case(
                        "--fail-on " + kind, input.violated().contains(kind) ? "The plan has what it forbids." : null))
                .toList();
    }

    private static List<Case> problems(List<Problem> problems, ReportInput input) {
        List<String> violated =
                input.violated().stream().map(kind -> "--fail-on " + kind).toList();
        return problems.stream()
                .filter(problem -> !violated.contains(problem.subject()))
                .map(problem -> new Case(
                        problem.code().id() + " " + problem.subject(),
                        problem.severity() == Severity.ERROR ? problem.toString() : null))
                .toList();
    }

    private static void suite(String name, List<Case> cases, StringBuilder xml) {
        if (cases.isEmpty()) {
            return;
        }
        long failures = cases.stream().filter(test -> test.failure() != null).count();
        xml.append("  <testsuite name=\"%s\" tests=\"%s\" failures=\"%s\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
                .formatted(escape(name), cases.size(), failures));
        for (Case test : cases) {
            xml.append("    <testcase classname=\"%s\" name=\"%s\" time=\"0\""
                    .formatted(escape(name), escape(test.name())));
            if (test.failure() == null) {
                xml.append("/>\n");
            } else {
                String first = test.failure().lines().findFirst().orElse("");
                xml.append(">\n      <failure message=\"%s\" type=\"synchronizer\">%s</failure>\n    </testcase>\n"
                        .formatted(escape(first), escape(test.failure())));
            }
        }
        xml.append("  </testsuite>\n");
    }

    /** Escapes markup, and leaves out what XML cannot hold. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default -> {
                    boolean allowed = c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
                    escaped.append(allowed ? Character.toString(c) : " ");
                }
            }
        });
        return escaped.toString();
    }

    private record Case(String name, @Nullable String failure) {}
}
