package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.plan.Effect;
import dev.synchronizer.plan.Suggestion;
import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.List;

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
        plan.types().forEach(this::type);
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

    private void type(TypeView type) {
        EntryView entry = type.entry();
        line(
                "",
                style.paint(entry.state(), Words.sign(entry.state()) + " " + entry.name()) + "  "
                        + Words.phrase(entry));
        entry.settings().forEach(setting -> line(INDENT, setting(setting, entry.state() == ChangeState.NEW)));
        details(INDENT, entry);
        for (PropertyView property : type.properties()) {
            if (!goesWithItsType(property, entry)) {
                property(property);
            }
        }
        text.append('\n');
    }

    /** Properties that have nothing to say beyond what was said of their type. */
    private static boolean goesWithItsType(PropertyView property, EntryView type) {
        ChangeState state = property.entry().state();
        return state == type.state()
                && (state == ChangeState.ORPHANED || state == ChangeState.GATED || state == ChangeState.ABSENT);
    }

    private void property(PropertyView property) {
        EntryView entry = property.entry();
        String type = property.dataType() == null ? "" : "  " + property.dataType();
        String name = style.paint(entry.state(), Words.sign(entry.state()) + " " + entry.name());
        boolean isNew = entry.state() == ChangeState.NEW;
        String said = isNew && !entry.settings().isEmpty() ? "  (" + said(entry.settings()) + ")" : "";
        line(INDENT, name + type + "  " + Words.phrase(entry) + said);
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
                    "renamed to %s? (%d %% alike) If so, write %s there."
                            .formatted(suggestion.name(), suggestion.likeness(), suggestion.annotation()));
        }
    }

    private static String said(List<SettingView> settings) {
        List<String> words = new ArrayList<>();
        for (SettingView setting : settings) {
            words.add("true".equals(setting.to()) ? setting.name() : setting.name() + " " + Words.value(setting.to()));
        }
        return String.join(", ", words);
    }

    private static String setting(SettingView setting, boolean isNew) {
        String values =
                isNew ? Words.value(setting.to()) : Words.value(setting.from()) + " -> " + Words.value(setting.to());
        String grade = setting.grade() == Grade.COMPATIBLE
                ? ""
                : ", " + setting.grade().label();
        String effect = setting.effect() == Effect.EFFECTIVE
                ? ""
                : ", " + setting.effect().label();
        return setting.name() + ": " + values + grade + effect;
    }

    private void problems(List<Problem> problems) {
        for (Problem problem : problems) {
            line(
                    "",
                    "%s %s %s: %s."
                            .formatted(
                                    problem.code().id(),
                                    problem.severity().label(),
                                    problem.subject(),
                                    problem.message()));
            line("  ", "Fix: " + problem.fix() + ".");
        }
        if (!problems.isEmpty()) {
            text.append('\n');
        }
    }

    private void suppressed(List<Problem> suppressed, boolean all) {
        if (all) {
            suppressed.forEach(problem -> line(
                    "", "Suppressed: %s %s: %s.".formatted(problem.code().id(), problem.subject(), problem.message())));
        } else if (!suppressed.isEmpty()) {
            line("", Words.count(suppressed.size(), "warning") + " suppressed (--all lists them).");
        }
        if (!suppressed.isEmpty()) {
            text.append('\n');
        }
    }

    private void line(String indent, String line) {
        text.append(indent).append(line).append('\n');
    }
}
