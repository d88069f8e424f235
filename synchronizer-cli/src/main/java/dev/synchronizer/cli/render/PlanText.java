package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.plan.Suggestion;
import dev.synchronizer.problem.Problem;
import java.util.List;
import java.util.function.Function;

/** Writes a plan line by line. */
final class PlanText {
    private static final String INDENT = "    ";

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    PlanText(Style style) {
        this.style = style;
    }

    /**
     * Writes everything.
     *
     * @param withSummary whether there is anything to sum up
     * @param all whether suppressed warnings are listed, and not just counted
     * @param outcome what became of the plan, in a sentence
     */
    String write(PlanView plan, boolean withSummary, boolean all, String outcome) {
        modules(plan.modules());
        types(plan.types());
        following(plan.following());
        steps(plan.steps());
        overrides(plan.overridesApart(), plan.namesOverrides());
        problems(plan.problems());
        suppressed(plan.suppressed(), all);
        if (withSummary) {
            line("", style.bold("Plan: " + Words.summary(plan.summary()) + "."));
        }
        line("", outcome);
        return text.toString();
    }

    private void modules(List<ModuleView> modules) {
        int before = text.length();
        for (ModuleView module : modules) {
            String words = Words.module(module);
            if (words != null) {
                line("", "Module " + module.name() + ": " + words + ".");
            }
        }
        if (text.length() > before) {
            text.append('\n');
        }
    }

    /** Types of which there is but a line to say stand closer together. */
    private void types(List<TypeView> types) {
        int before = text.length();
        boolean isBlock = false;
        for (TypeView type : types) {
            int start = text.length();
            type(type);
            boolean wasBlock = isBlock;
            isBlock = text.indexOf("\n", start) < text.length() - 1;
            if (start > before && (isBlock || wasBlock)) {
                text.insert(start, '\n');
            }
        }
        text.append(types.isEmpty() ? "" : "\n");
    }

    private void type(TypeView type) {
        EntryView entry = type.entry();
        line(
                "",
                style.paint(entry.state(), Words.sign(entry.state()) + " " + entry.name()) + "  "
                        + Words.phrase(entry, style));
        entry.settings().forEach(setting -> line(INDENT, setting(setting, entry.state() == ChangeState.NEW)));
        details(INDENT, entry);
        List<PropertyView> shown = type.telling();
        int names = widest(shown, property -> property.entry().name());
        int dataTypes = widest(shown, PlanText::dataType);
        shown.forEach(property -> property(property, names, dataTypes));
    }

    private static int widest(List<PropertyView> properties, Function<PropertyView, String> column) {
        return properties.stream()
                .mapToInt(property -> column.apply(property).length())
                .max()
                .orElse(0);
    }

    private static String dataType(PropertyView property) {
        return property.dataType() == null ? "" : property.dataType();
    }

    private void property(PropertyView property, int names, int dataTypes) {
        EntryView entry = property.entry();
        boolean isNew = entry.state() == ChangeState.NEW;
        String name = style.paint(entry.state(), Words.sign(entry.state()) + " " + entry.name());
        String dataType = dataType(property);
        String said = isNew && !entry.settings().isEmpty() ? "  (" + Words.said(entry.settings()) + ")" : "";
        line(
                INDENT,
                name
                        + " ".repeat(names - entry.name().length() + 2)
                        + dataType
                        + " ".repeat(dataTypes - dataType.length() + 2)
                        + Words.phrase(entry, style)
                        + said);
        if (!isNew) {
            entry.settings().forEach(setting -> line(INDENT + INDENT, setting(setting, false)));
        }
        details(INDENT + INDENT, entry);
    }

    private void details(String indent, EntryView entry) {
        entry.blockedBy().forEach(reason -> line(indent, "blocked: " + reason));
        for (Suggestion suggestion : entry.suggestions()) {
            line(
                    indent,
                    "renamed to %s? (%s %% alike) If so, write %s there."
                            .formatted(suggestion.name(), suggestion.likeness(), suggestion.annotation()));
        }
    }

    private String setting(SettingView setting, boolean isNew) {
        return isNew ? setting.name() + ": " + Words.value(setting.to()) : Words.change(setting, "->", style);
    }

    private void following(List<FollowingView> following) {
        following.forEach(each -> line("", each.phrase("->") + "."));
        text.append(following.isEmpty() ? "" : "\n");
    }

    private void steps(List<StepView> steps) {
        steps.forEach(step -> line("", "Step " + step.phrase() + "."));
        text.append(steps.isEmpty() ? "" : "\n");
    }

    private void overrides(List<OverrideView> overrides, boolean others) {
        if (overrides.isEmpty()) {
            return;
        }
        line("", (others ? "Also saved" : "Saved") + " by administrators:");
        int widest = overrides.stream()
                .mapToInt(override -> override.address().length())
                .max()
                .orElse(0);
        for (OverrideView override : overrides) {
            String gap = " ".repeat(widest - override.address().length() + 2);
            line(INDENT, PlainText.of(override.address()) + gap + override.phrase() + "  (" + override.origin() + ")");
        }
        text.append('\n');
    }

    private void problems(List<Problem> problems) {
        for (Problem problem : problems) {
            line(
                    "",
                    "%s %s: %s."
                            .formatted(
                                    style.alarm(
                                            problem.severity(),
                                            problem.code().id() + " "
                                                    + problem.severity().label()),
                                    PlainText.of(problem.subject()),
                                    PlainText.of(problem.message())));
            line("  ", "Fix: " + PlainText.of(problem.fix()) + ".");
        }
        if (!problems.isEmpty()) {
            text.append('\n');
        }
    }

    private void suppressed(List<Problem> suppressed, boolean all) {
        if (all) {
            suppressed.forEach(problem -> line(
                    "",
                    "Suppressed: %s %s: %s."
                            .formatted(
                                    problem.code().id(),
                                    PlainText.of(problem.subject()),
                                    PlainText.of(problem.message()))));
        } else if (!suppressed.isEmpty()) {
            line("", Words.suppressed(suppressed) + " (--all lists them).");
        }
        if (!suppressed.isEmpty()) {
            text.append('\n');
        }
    }

    private void line(String indent, String line) {
        text.append(indent).append(line).append('\n');
    }
}
