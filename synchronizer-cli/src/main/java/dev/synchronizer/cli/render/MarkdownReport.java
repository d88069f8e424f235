package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.Suggestion;
import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan for a comment at a pull request, which must not grow beyond what such a comment can hold. */
public final class MarkdownReport implements Report {
    private static final int LONGEST = 60_000;
    private static final int LEFT_FOR_CLOSING = 400;
    private static final List<ChangeState> SECTIONS = List.of(
            ChangeState.CONFLICT,
            ChangeState.ORPHANED,
            ChangeState.UPDATED,
            ChangeState.NEW,
            ChangeState.GATED,
            ChangeState.ABSENT,
            ChangeState.IDENTICAL);

    @Override
    public String render(ReportInput input) {
        PlanView plan = PlanView.of(input);
        StringBuilder text = new StringBuilder();
        text.append("### Content types: ").append(title(input)).append("\n\n");
        if (input.outcome().isOfAPlan()) {
            summary(plan, text);
        }
        text.append(escape(input.outcome().sentence(input.plan()))).append("\n\n");
        modules(plan.modules(), text);
        problems(plan.problems(), text);
        if (!plan.suppressed().isEmpty()) {
            text.append(Words.capital(Words.suppressed(plan.suppressed()))).append(".\n\n");
        }
        SECTIONS.forEach(state -> section(state, plan.types(), text));
        plan.following().stream()
                .map(each -> "- " + escape(each.phrase("→")) + "\n")
                .filter(line -> hasRoom(text, line.length()))
                .forEach(text::append);
        text.append(plan.following().isEmpty() ? "" : "\n");
        plan.steps().stream()
                .map(step -> "- " + escape("Step " + step.phrase()) + "\n")
                .filter(line -> hasRoom(text, line.length()))
                .forEach(text::append);
        text.append(plan.steps().isEmpty() ? "" : "\n");
        overrides(plan.overridesApart(), plan.namesOverrides(), text);
        return text.toString();
    }

    private static String title(ReportInput input) {
        long errors = input.plan().problems().errors().count();
        if (errors > 0) {
            return Words.count(errors, "error");
        }
        if (input.outcome() instanceof Outcome.Valid) {
            return "valid";
        }
        Grade grade = input.plan().summary().grade();
        return input.plan().isPending() ? grade.label() + " changes" : "nothing to change";
    }

    private static void summary(PlanView plan, StringBuilder text) {
        text.append("| |");
        for (ChangeState state : ChangeState.values()) {
            text.append(' ').append(state.label()).append(" |");
        }
        text.append("\n|---|")
                .append("---:|".repeat(ChangeState.values().length))
                .append("\n| types |");
        for (ChangeState state : ChangeState.values()) {
            text.append(' ').append(plan.summary().types(state)).append(" |");
        }
        text.append("\n| properties |");
        for (ChangeState state : ChangeState.values()) {
            text.append(' ').append(plan.summary().properties(state)).append(" |");
        }
        text.append("\n\n");
    }

    private static void modules(List<ModuleView> modules, StringBuilder text) {
        int before = text.length();
        for (ModuleView module : modules) {
            String words = Words.module(module);
            if (words != null && hasRoom(text, words.length())) {
                text.append("- **")
                        .append(escape(module.name()))
                        .append("**: ")
                        .append(escape(words))
                        .append('\n');
            }
        }
        text.append(text.length() > before ? "\n" : "");
    }

    private static void problems(List<Problem> problems, StringBuilder text) {
        int shown = 0;
        for (Problem problem : problems) {
            String line = "- **%s %s** %s: %s. *%s.*\n"
                    .formatted(
                            problem.code().id(),
                            problem.severity().label(),
                            code(problem.subject()),
                            escape(problem.message()),
                            escape(problem.fix()));
            if (!hasRoom(text, line.length())) {
                break;
            }
            text.append(line);
            shown++;
        }
        leftOut(problems.size() - shown, "problem", text);
        text.append(problems.isEmpty() ? "" : "\n");
    }

    private static void section(ChangeState state, List<TypeView> all, StringBuilder text) {
        List<TypeView> types =
                all.stream().filter(type -> type.entry().state() == state).toList();
        if (types.isEmpty() || !hasRoom(text, 0)) {
            leftOut(types.size(), state.label() + " type", text);
            return;
        }
        text.append("<details%s><summary>%s %s</summary>\n\n"
                .formatted(
                        state == ChangeState.CONFLICT ? " open" : "",
                        Words.count(types.size(), "type"),
                        state.label()));
        text.append("| | data type | change |\n|---|---|---|\n");
        int shown = 0;
        for (TypeView type : types) {
            String rows = rows(type);
            if (!hasRoom(text, rows.length())) {
                break;
            }
            text.append(rows);
            shown++;
        }
        text.append('\n');
        leftOut(types.size() - shown, "type", text);
        text.append("</details>\n\n");
    }

    private static void overrides(List<OverrideView> overrides, boolean others, StringBuilder text) {
        if (overrides.isEmpty() || !hasRoom(text, 0)) {
            leftOut(overrides.size(), "override", text);
            return;
        }
        text.append("<details><summary>%s of administrators</summary>\n\n"
                .formatted(Words.count(overrides.size(), others ? "more override" : "override")));
        text.append("| | what it is worth | saved by |\n|---|---|---|\n");
        int shown = 0;
        for (OverrideView override : overrides) {
            String row = "| %s | %s | %s |\n"
                    .formatted(code(override.address()), escape(override.phrase()), escape(override.origin()));
            if (!hasRoom(text, row.length())) {
                break;
            }
            text.append(row);
            shown++;
        }
        text.append('\n');
        leftOut(overrides.size() - shown, "override", text);
        text.append("</details>\n\n");
    }

    private static boolean hasRoom(StringBuilder text, int more) {
        return text.length() + more < LONGEST - LEFT_FOR_CLOSING * SECTIONS.size();
    }

    private static void leftOut(int number, String what, StringBuilder text) {
        if (number > 0) {
            text.append("*").append(Words.count(number, what)).append(" left out, for want of room.*\n");
        }
    }

    private static String rows(TypeView type) {
        StringBuilder rows = new StringBuilder(row("", type.entry(), null));
        for (PropertyView property : type.telling()) {
            rows.append(row(type.entry().name() + ".", property.entry(), property.dataType()));
        }
        return rows.toString();
    }

    private static String row(String owner, EntryView entry, @Nullable String dataType) {
        List<String> cells = new ArrayList<>();
        cells.add(Words.phrase(entry));
        if (entry.state() == ChangeState.NEW) {
            cells.addAll(entry.settings().isEmpty() ? List.of() : List.of(Words.said(entry.settings())));
        } else {
            entry.settings().forEach(setting -> cells.add(Words.change(setting, "→", Style.PLAIN)));
        }
        cells.addAll(entry.blockedBy());
        for (Suggestion suggestion : entry.suggestions()) {
            cells.add("renamed to %s? If so, write %s there".formatted(suggestion.name(), suggestion.annotation()));
        }
        String change =
                String.join("<br>", cells.stream().map(MarkdownReport::escape).toList());
        return "| %s | %s | %s |\n"
                .formatted(
                        owner.isEmpty() ? "**" + escape(entry.name()) + "**" : escape(owner + entry.name()),
                        dataType == null ? "" : code(dataType),
                        change);
    }

    private static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        String plain = PlainText.of(text.replace('\r', '\n'));
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\n' -> escaped.append(' ');
                case '|', '*', '_', '`', '[', ']', '\\', '#', '~' ->
                    escaped.append('\\').append(c);
                case '@' -> escaped.append("@&#8203;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
