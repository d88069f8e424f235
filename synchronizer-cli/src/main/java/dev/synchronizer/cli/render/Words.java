package dev.synchronizer.cli.render;

import dev.synchronizer.diff.ChangeState;
import dev.synchronizer.diff.Grade;
import dev.synchronizer.diff.Reason;
import dev.synchronizer.plan.Summary;
import dev.synchronizer.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The phrases that texts for people are made of. */
final class Words {
    private static final int LONGEST_VALUE = 80;
    private static final String ELLIPSIS = " ... ";

    private Words() {}

    /** Such as {@code 1 type}, {@code 2 types}, {@code no properties}. */
    static String count(long number, String one) {
        String many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return number == 0 ? "no " + many : number + " " + (number == 1 ? one : many);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static char sign(ChangeState state) {
        return switch (state) {
            case NEW -> '+';
            case UPDATED -> '~';
            case ORPHANED -> '-';
            case CONFLICT -> '!';
            case GATED -> '^';
            case IDENTICAL -> '=';
            case ABSENT -> '?';
        };
    }

    /** State, reasons, and what is unusual about what is done: all in one phrase. */
    static String phrase(EntryView entry) {
        return phrase(entry, Style.PLAIN);
    }

    static String phrase(EntryView entry, Style style) {
        List<String> parts = new ArrayList<>();
        String reasons =
                String.join("; ", reasons(entry).stream().map(Reason::sentence).toList());
        parts.add(reasons.isEmpty() ? entry.state().label() : entry.state().label() + ": " + reasons);
        if (entry.state() == ChangeState.ORPHANED) {
            parts.add(
                    switch (entry.action()) {
                        case DELETE -> deleted(entry.overridesDeleted());
                        case UPDATE -> "marked, and kept for now";
                        case KEEP, CREATE, NONE -> "kept";
                    });
        }
        if (entry.grade() != Grade.COMPATIBLE) {
            parts.add(style.grade(entry.grade()));
        }
        if (!entry.radius().isNothing()) {
            String items = count(entry.radius().items(), "item");
            long values = entry.radius().values();
            parts.add(items + (values == 0 ? "" : " and " + count(values, "value")) + " concerned");
        }
        return String.join(", ", parts);
    }

    private static String deleted(int overrides) {
        return overrides == 0 ? "deleted" : "deleted with " + count(overrides, "override") + " of administrators";
    }

    /** What is plain to see below or above goes without saying. */
    private static List<Reason> reasons(EntryView entry) {
        return entry.reasons().stream()
                .filter(reason -> reason != Reason.NO_STORED_TYPE
                        && reason != Reason.NO_STORED_PROPERTY
                        && reason != Reason.SETTINGS_CHANGED
                        && reason != Reason.PROPERTIES_CHANGED)
                .toList();
    }

    /** A value on one line, its middle left out where it is long. */
    static String value(@Nullable String value) {
        if (value == null) {
            return "(unsaid)";
        }
        String line =
                PlainText.of(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"));
        if (line.isEmpty()) {
            return "(empty)";
        }
        if (line.length() <= LONGEST_VALUE) {
            return line;
        }
        int half = (LONGEST_VALUE - ELLIPSIS.length()) / 2;
        int end = line.length() - half;
        // No character is cut in half.
        return line.substring(0, Character.isHighSurrogate(line.charAt(half - 1)) ? half - 1 : half)
                        .stripTrailing()
                + ELLIPSIS
                + line.substring(Character.isLowSurrogate(line.charAt(end)) ? end + 1 : end)
                        .stripLeading();
    }

    /** What is said of something new, in one phrase; values have commas of their own. */
    static String said(List<SettingView> settings) {
        List<String> words = new ArrayList<>();
        for (SettingView setting : settings) {
            words.add(setting.isSwitchedOn() ? setting.name() : setting.name() + " " + value(setting.to()));
        }
        return String.join("; ", words);
    }

    /** What a setting was and what it becomes, and what is unusual about that. */
    static String change(SettingView setting, String arrow, Style style) {
        List<String> unusual = new ArrayList<>();
        if (setting.grade() != Grade.COMPATIBLE) {
            unusual.add(style.grade(setting.grade()));
        }
        String concern = setting.concern().phrase(setting.name(), setting.grade());
        if (concern != null) {
            unusual.add(concern);
        }
        String effect = setting.unusualEffect();
        if (effect != null) {
            unusual.add(effect);
        }
        return "%s: %s %s %s%s"
                .formatted(
                        setting.name(),
                        value(setting.from()),
                        arrow,
                        value(setting.to()),
                        unusual.isEmpty() ? "" : "  (" + String.join(", ", unusual) + ")");
    }

    /** What is worth saying of a module; null where nothing is. */
    static @Nullable String module(ModuleView module) {
        String version = module.version() == null ? "without a version" : module.version();
        String stored = module.storedVersion() == null ? "without a version" : module.storedVersion();
        return switch (module.state()) {
            case NEW -> "new, " + version;
            case NEWER -> "newer, %s after %s".formatted(version, stored);
            case GATED ->
                "gated, %s is older than %s, which has committed; its types are left alone".formatted(version, stored);
            case ABSENT -> "absent, %s is stored; its types are left alone".formatted(stored);
            case GONE -> "gone, %s was stored; its types are orphans".formatted(stored);
            case UNDONE -> "undone, %s was stored; it goes with the run that made it".formatted(stored);
            case OLDER -> "older, %s after %s; its version goes back with the run".formatted(version, stored);
            case SAME -> null;
        };
    }

    /** Such as {@code 2 types new, 1 updated, 7 identical; no properties; 16 rows; compatible}. */
    static String summary(Summary summary) {
        return "%s; %s; %s; %s"
                .formatted(
                        counts("type", summary::types),
                        counts("property", summary::properties),
                        count(summary.rowsWritten(), "row"),
                        summary.grade().label());
    }

    /** Such as {@code 2 types new, 7 identical}. */
    static String typeCounts(Summary summary) {
        return counts("type", summary::types);
    }

    /** Such as {@code 1 warning suppressed}. */
    static String suppressed(List<Problem> suppressed) {
        return count(suppressed.size(), "warning") + " suppressed";
    }

    private static String counts(String noun, ToIntFunction<ChangeState> count) {
        StringBuilder text = new StringBuilder();
        for (ChangeState state : ChangeState.values()) {
            int number = count.applyAsInt(state);
            if (number > 0) {
                text.append(text.isEmpty() ? count(number, noun) : ", " + number)
                        .append(' ')
                        .append(state == ChangeState.CONFLICT ? "in conflict" : state.label());
            }
        }
        return text.isEmpty() ? count(0, noun) : text.toString();
    }
}
